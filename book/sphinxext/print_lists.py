"""`{printlijst}`: what to print for an exercise, counted for groups of 12, 20 and 28.

The body is YAML: per exercise (`opgave`, its label) the things to print, each with a rule: `ieder 2` (two for
everyone), `per 4` (one for each four people, rounded up) or `vast 3` (three, whatever the group), each with `keer 6`
(six of each). `ieder - per 24 keer 6` is one for everyone but the six players at each table of 24.
"""

import re

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxDirective

from book.exercises import content
from book.sphinxext import tables
from book.sphinxext.errors import fail

SIZES = (12, 20, 28)
RULE = re.compile(r"(?P<kind>ieder|per|vast)(?: (?P<number>\d+))?(?: keer (?P<times>\d+))?$")
LESS = " - "


def count(rule: str, size: int) -> int:
    """Return how many a group of `size` needs; ValueError when the rule is none."""
    whole, _, less = rule.partition(LESS)
    found = RULE.match(whole)
    if not found or (found["kind"] == "per" and not found["number"]):
        raise ValueError(rule)
    number = int(found["number"] or 1)
    amount = {"ieder": number * size, "per": -(-size // number), "vast": number}[found["kind"]]
    return max(0, amount * int(found["times"] or 1) - (count(less, size) if less else 0))


class PrintListDirective(SphinxDirective):
    """A table: exercise, what, rule in words, and the counts."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Count."""
        source, line = self.get_source_info()
        try:
            rows = [
                row for item in content.read("\n".join(self.content), "the list").items() for row in self._rows(item)
            ]
        except content.ContentError as error:
            fail(str(error), source, line + error.line, error.remedy)
        heads = ("Opgave", "Print", "Hoeveel", *(f"bij {size}" for size in SIZES))
        return [tables.table(heads, rows, (12, 40, 24, 8, 8, 8), "printlijst")]

    def _rows(self, item: content.Part) -> list[nodes.row]:
        fields = item.fields("opgave", "print")
        label, rows = fields["opgave"].text(), []
        for number, part in enumerate(fields["print"].items()):
            found = part.fields("wat", "regel", optional=("woorden",))
            rule = found["regel"].text()
            try:
                counts = [str(count(rule, size)) for size in SIZES]
            except ValueError:
                found["regel"].fail("is no rule", "write 'per 4', 'ieder' or 'vast 3', with 'keer 6' or ' - per 24'")
            link = pending_xref(
                "", nodes.inline("", label), refdoc=self.env.docname, refdomain="std", reftype="ref",
                reftarget=label, refexplicit=False, refwarn=True,
            )  # fmt: skip
            words = found["woorden"].text() if "woorden" in found else words_of(rule)
            rows.append(tables.row(["" if number else link, found["wat"].text(), words, *counts]))
        return rows


def words_of(rule: str) -> str:
    """Return a rule in words: "per 4" is "1 per 4 mensen"."""
    whole, _, less = rule.partition(LESS)
    found = RULE.match(whole)
    number, times = found["number"] or "1", int(found["times"] or 1)
    words = {
        "ieder": "voor ieder" if number == "1" else f"voor ieder {number}",
        "per": f"{times} per {number} mensen",
        "vast": f"{int(number) * times}, altijd",
    }[found["kind"]]
    return f"{words}, min {words_of(less)}" if less else words


def setup(app) -> None:
    """Register the directive."""
    app.add_directive("printlijst", PrintListDirective)
