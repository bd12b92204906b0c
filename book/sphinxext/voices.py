"""Learning goals, and voices beside each other: `leerdoelen`, `stemmen` with a `stem` for each."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from book.sphinxext.errors import fail
from book.sphinxext.essays import reference
from book.sphinxext.markup import element, html_element
from book.sphinxext.pages import load


class LearningGoalsDirective(SphinxDirective):
    """`:::{leerdoelen}`: a list of what a reader can do after the chapter."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the list under its heading."""
        source, line = self.get_source_info()
        content = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, content)
        if len(content) != 1 or not isinstance(content[0], nodes.bullet_list):
            fail("{leerdoelen} holds something else than one list", source, line, "write each goal as '- Je kunt …'")
        title = element("p", "Leerdoelen", class_="leerdoelen-titel")
        return [element("div", title, *content.children, class_="leerdoelen", role="group", aria_label="Leerdoelen")]


class VoicesDirective(SphinxDirective):
    """`::::{stemmen} Question`: two or more voices on the question that divides them."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the voices in a row."""
        source, line = self.get_source_info()
        content = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, content)
        voices = [node for node in content.children if _is_voice(node)]
        if len(voices) < 2 or len(voices) != len(content):
            fail(
                "{stemmen} needs two or more {stem} blocks and nothing else",
                source,
                line,
                "put each voice in ':::{stem} Name, year', inside a longer fence '::::{stemmen}'",
            )
        question, _ = self.state.inline_text(self.arguments[0], self.lineno)
        return [
            element(
                "div",
                element("p", *question, class_="stemmen-titel"),
                element("div", *voices, class_="stemmen-rij"),
                class_="stemmen",
                role="group",
                aria_label=f"Stemmen: {self.arguments[0]}",
            )
        ]


class VoiceDirective(SphinxDirective):
    """`:::{stem} Name, year`: one voice, retold; `:essay: E07` names the source essay (more: `E07, E12`)."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {"essay": str.strip}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Return the voice under its name."""
        self.assert_has_content()
        name, _ = self.state.inline_text(self.arguments[0], self.lineno)
        voice = element("div", element("p", *name, class_="stem-titel"), class_="stem")
        self.state.nested_parse(self.content, self.content_offset, voice)
        essays = [key.strip() for key in self.options.get("essay", "").split(",") if key.strip()]
        if essays:
            found = [reference(key, *self.get_source_info()) for key in essays]
            listed = [part for node in found for part in (" · ", node)][1:]
            voice += element("p", "Bron: ", *listed, class_="stem-bron")
        return [voice]


def _is_voice(node: nodes.Node) -> bool:
    return isinstance(node, html_element) and node["attributes"].get("class") == "stem"


def _is_ours(node: nodes.Node) -> bool:
    return isinstance(node, html_element) and node["attributes"].get("class") in {"stemmen", "leerdoelen"}


def setup(app) -> None:
    """Register the directives."""
    app.add_directive("leerdoelen", LearningGoalsDirective)
    app.add_directive("stemmen", VoicesDirective)
    app.add_directive("stem", VoiceDirective)
    load(app, _is_ours, css="exercises.css")
