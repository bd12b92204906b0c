"""Chance that falls alike in CPython and in MicroPython: the same seed gives the same numbers, bit for bit.

The generator is that of Lehmer with the numbers of Park and Miller: s becomes 48271·s modulo 2³¹ − 1. The state is
kept as a float: products stay under 2⁴⁷, so floats hold them exactly, and MicroPython is faster with them than with
integers above 2³⁰. Good enough for a model in a page, not for secrets. Written in the subset both engines share.
"""

import math

FACTOR = 48271.0
MODULUS = 2147483647.0


def start(seed):
    """Return the first state for a whole number from 1; squares keep neighbouring seeds from looking alike."""
    state = (seed * seed * 7919.0 + 104729.0) % MODULUS
    for _ in range(10):
        state = uniform(state)
    return state


def uniform(state):
    """Return the next state; the number between 0 and 1 is the state divided by MODULUS."""
    return state * FACTOR % MODULUS


def exponentials(state, count):
    """Return the next state and the sum of `count` (some hundreds at most) exponential numbers with mean 1."""
    product = 1.0
    for _ in range(count):
        state = state * FACTOR % MODULUS  # `uniform`, written out: this is the model's busiest line
        product = product * state / MODULUS
    return state, -math.log(product)


def poisson_table(mean):
    """Return the chances of at most 0, 1, 2, ... as far as they differ from 1."""
    term = math.exp(-mean)
    table = [term]
    while table[-1] < 1 - 1e-12 and (term > 1e-15 or len(table) < mean):
        term = term * mean / len(table)
        table.append(table[-1] + term)
    return table


def poisson(state, table):
    """Return the next state and a number of events by its table."""
    state = uniform(state)
    chance = state / MODULUS
    low = 0
    high = len(table) - 1
    while low < high:
        middle = (low + high) // 2
        if table[middle] < chance:
            low = middle + 1
        else:
            high = middle
    return state, low
