"""A document is walked by one loop, in the order in which docutils walks it, and seen as docutils sees it."""

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from book.sphinxext.trees import walked_by_one_loop

TEXT = """
Een
===

Tekst met *nadruk* en ``code``.

- een

  - twee *drie*
- vier

Twee
====

Nog **een** alinea.
"""


@pytest.fixture
def document():
    return publish_doctree(TEXT)


KINDS = (nodes.Node, nodes.Text, nodes.emphasis, nodes.list_item, nodes.document, nodes.image)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_nodes_come_in_the_same_order(document, kind):
    known = list(document.findall(kind))
    with walked_by_one_loop():
        assert [id(node) for node in document.findall(kind)] == [id(node) for node in known]


def renamed(document):
    """What a walk meets that puts something in the place of each node and adds to it."""
    met = []
    for node in document.findall(nodes.emphasis):
        met.append(node.astext())
        node += nodes.emphasis("", f"in {node.astext()}") if len(met) < 8 else []
        if len(met) % 2:
            node.parent += nodes.emphasis("", f"na {node.astext()}")
            node.replace_self(nodes.strong("", node.astext()))
    return met, document.pformat()


def test_what_changes_on_the_way_is_seen_as_before(document):
    plain = renamed(document.deepcopy())
    with walked_by_one_loop():
        assert renamed(document.deepcopy()) == plain
    assert len(plain[0]) > 4


def test_docutils_is_itself_again_afterwards():
    before = nodes.Node._fast_findall
    with walked_by_one_loop():
        assert nodes.Node._fast_findall is not before
    assert nodes.Node._fast_findall is before
