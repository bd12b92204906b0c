"""YAML in the body of a directive, read with the line of everything in it.

    body = read("kolommen:\n  - naam: input\n")
    body.fields("kolommen", optional=("inleiding",))["kolommen"].items()[0].fields("naam")["naam"].text()

Every scalar is text. A mistake raises ContentError: what is wrong, the line in the YAML (from 1) and the remedy.
"""

from dataclasses import dataclass

import yaml


class ContentError(ValueError):
    """What is wrong, on which line of the YAML (from 1), and what to do about it."""

    def __init__(self, message: str, line: int, remedy: str):
        super().__init__(message)
        self.line, self.remedy = line, remedy


@dataclass(frozen=True)
class Part:
    """A part of the YAML; `name` says what it is in a complaint."""

    node: yaml.Node
    name: str

    @property
    def line(self) -> int:
        """The line where the part begins."""
        return self.node.start_mark.line + 1

    def fail(self, message: str, remedy: str) -> None:
        """Complain about this part."""
        raise ContentError(f"{self.name} {message}", self.line, remedy)

    def text(self) -> str:
        """The part as text, never empty."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip():
            self.fail("has no text", "write text behind the colon; put it between quotes when it holds ': '")
        return self.node.value.strip()

    def items(self, least: int = 1, most: int = 99) -> list["Part"]:
        """The parts of a list, `least` to `most` of them."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail("is no list", "begin each item with '- '")
        found = [Part(node, f"{self.name}, item {number}") for number, node in enumerate(self.node.value, start=1)]
        if not least <= len(found) <= most:
            self.fail(f"has {len(found)} items", f"give {least} to {most}")
        return found

    def pairs(self) -> dict[str, "Part"]:
        """The parts of a mapping by their key."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("is no list of 'name: …'", "write 'name: …' on lines of their own")
        found: dict[str, Part] = {}
        for key, value in self.node.value:
            if key.value in found:
                Part(key, f"'{key.value}'").fail("occurs twice", "remove one")
            found[key.value] = Part(value, f"'{key.value}'")
        return found

    def fields(self, *needed: str, optional: tuple[str, ...] = ()) -> dict[str, "Part"]:
        """The parts of a mapping that has the `needed` keys and nothing but those and the `optional` ones."""
        found = self.pairs()
        every = ", ".join((*needed, *optional))
        for key in found.keys() - {*needed, *optional}:
            found[key].fail("is no known field", f"use: {every}")
        for key in needed:
            if key not in found:
                self.fail(f"lacks '{key}'", f"add '{key}: …'")
        return found


def read(text: str, name: str) -> Part:
    """The whole YAML; `name` says what it is in a complaint."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ContentError(
            f"{name} is not valid YAML", mark.line + 1 if mark else 1,
            "put a text that begins with { or ` or that holds ': ' between double quotes",
        ) from error
    if node is None:
        raise ContentError(f"{name} is empty", 1, "see the example in the module of the directive")
    return Part(node, name)
