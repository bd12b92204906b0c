"""Shuffling without chance: every order is drawn from the text, so that page, paper and every edition agree."""

import hashlib
import re
from collections.abc import Sequence
from itertools import permutations

OPTIONS = 3
ROLE = re.compile(r"\{[\w:]+\}`([^`]*)`")
NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")


def digest(text: str) -> str:
    """Return sixty-four hexadecimal characters of `text`."""
    return hashlib.sha256(text.encode()).hexdigest()


def shuffled(seed: str, steps: Sequence[str]) -> list[int]:
    """Return the indices of `steps` in another order than theirs."""
    places = sorted(range(len(steps)), key=lambda place: digest(seed + steps[place]))
    return places if places != sorted(places) else places[1:] + places[:1]


def placed(options: list[dict], places: list[int]) -> list[dict]:
    """Put the right option at the next of `places`; options with rising or falling numbers keep their order."""
    numbers = [NUMBER.search(ROLE.sub("", option["tekst"])) for option in options]
    if all(numbers):
        values = [float(number.group().replace(".", "").replace(",", ".")) for number in numbers]
        if values in (sorted(set(values)), sorted(set(values), reverse=True)):
            return options
    place = places.pop(0)
    right = next(option for option in options if option.get("goed") == "true")
    others = [option for option in options if option is not right]
    places.append(place)
    return [*others[:place], right, *others[place:]]


def right_places(chapter: str) -> list[int]:
    """Return the places (0 to 2) of the right options in turn: each before one comes again."""
    orders = list(permutations(range(OPTIONS)))
    return list(orders[int(digest(f"keys {chapter}"), 16) % len(orders)])
