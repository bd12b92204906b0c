"""axe-core in a page: every rule for WCAG 2.2 A and AA, and those of good practice.

    assert axe.faults(page) == []                    # the whole page
    assert axe.faults(page, ".simulation") == []     # a part
"""

from playwright.sync_api import Page

from book.cli.environment import MODULES

SCRIPT = MODULES / "axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# `resultTypes` spares only the report of what is good: every rule still looks at every element.
RUN = """([within, tags]) => axe.run(within ?? document, {runOnly: tags, resultTypes: ["violations"]}).then(
    (found) => found.violations.map((rule) =>
        `${rule.id} (${rule.help}): ${rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`))"""


def faults(page: Page, within: str | None = None) -> list[str]:
    """Return a line for each rule that is broken: its name, what it asks, and the first three elements."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=str(SCRIPT))
    return page.evaluate(RUN, [within, TAGS])
