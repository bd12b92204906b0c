"""What `sorteren` and `woordenwissel` share: a body in YAML, a title, a key for what the browser keeps."""

from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from book.exercises.content import ContentError
from book.sphinxext.errors import fail
from book.sphinxext.markup import element, html_element
from book.sphinxext.pages import load


class PlayDirective(SphinxDirective):
    """A directive that makes something of its body (`read`) and shows it (`parts`); `kind` is its name and class."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {"label": str.strip}
    kind: ClassVar[str]

    def read(self, text: str) -> Any:
        """Return what the YAML says. Raises ContentError with the line of a mistake in it."""
        raise NotImplementedError

    def parts(self, found: Any, key: str) -> list[nodes.Node]:
        """Return what stands below the title."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Return the title and the parts as one group."""
        self.source, self.line = self.get_source_info()
        try:
            found = self.read("\n".join(self.content))
        except ContentError as error:
            fail(str(error), self.source, self.place(error.line), error.remedy)
        title, _ = self.state.inline_text(self.arguments[0], self.lineno)
        key = self.options.get("label") or f"{self.env.docname}-{self.env.new_serialno(self.kind)}"
        return [
            element(
                "div",
                element("p", *title, class_="play-title"),
                *self.parts(found, key),
                class_=self.kind,
                role="group",
                aria_label=self.arguments[0],
                data_key=key,
            )
        ]

    def place(self, line: int) -> int:
        """Return the line in the file of line `line` of the YAML."""
        return self.line + self.content_offset + line


def register(app: Sphinx, directive: type[PlayDirective], script: str) -> None:
    """Register a directive; a page on which it stands loads `script` and the style sheet."""

    def is_play(node: nodes.Node) -> bool:
        return isinstance(node, html_element) and node["attributes"].get("class") == directive.kind

    app.add_directive(directive.kind, directive)
    load(app, is_play, css="play.css", js=("kept.js", script))
