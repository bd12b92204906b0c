"""Documents walked by one loop: docutils goes down with a generator for each level, and Sphinx walks all the time.

The nodes come in the same order, and what a caller changes below the node it was given is still seen. A test compares
the two walks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from docutils import nodes


@contextmanager
def walked_by_one_loop() -> Iterator[None]:
    """Let `Node.findall` with a class walk without recursion."""
    recursive = nodes.Node._fast_findall
    nodes.Node._fast_findall = _walk
    try:
        yield
    finally:
        nodes.Node._fast_findall = recursive


def _walk(node: nodes.Node, kind: type) -> Iterator[nodes.Node]:
    if isinstance(node, kind):
        yield node
    levels = [iter(node.children)]
    while levels:
        for child in levels[-1]:
            if isinstance(child, kind):
                yield child
            if child.children:
                levels.append(iter(child.children))
                break
        else:
            levels.pop()
