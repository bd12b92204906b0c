"""Finds figures typed by hand in a chapter or an exercise: a number in the prose that no role printed.

Read as text, not as MyST: code, options, YAML keys, comments, roles and link targets are blanked, then what a number
may be without a source (a year, a date, minutes, a reference to a law or a chapter), and what is left is reported.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

MONTH = "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
YEAR = r"(?:19|20)\d\d"
FENCE = re.compile(r"^\s*(`{3,}|~{3,}|:{3,})\s*(.*)$")
YAML_BODIES = ("{zelftest}",)
MARKUP = re.compile(
    r"<!--.*?-->"
    r"|\{[\w:+-]+\}(`+).+?\1"  # roles
    r"|(`+).+?\2"  # code
    r"|\$[^$\n]+\$"  # formulas
    r"|\]\([^)]*\)|https?://\S+|www\.\S+"  # targets of links
    r"|\[-?@[^\]]*\]"  # citations
    r"|\{[^{}\n]*\}",  # attributes
    re.DOTALL,
)
ALLOWED = re.compile(
    rf"\b\d{{1,2}} {MONTH}(?: {YEAR})?\b"  # dates
    rf"|\b{YEAR}(?:[-–/](?:{YEAR}|\d\d))?(?!\d|[.,]\d)"  # years
    r"|\bKamerstuk(?:ken)?(?: [IV]+)?(?: \d{4}/\d\d,?)? \d{5}[\w-]*(?:, nr\. \d+)?"
    r"|\b(?:Stb|Stcrt|Trb)\. ?\d{4}, ?\d+"
    r"|\b(?:hoofdstuk|hoofdstukken|opgave|opgaven|figuur|tabel|artikel|art\.|lid|paragraaf|bladzijde|pagina|stap|ronde"
    r"|deel|week|zelftoets|nr\.|nummer|h\.|p\.|§) ?\d+(?:[.:]\d+)*[a-z]?"
    r"(?:(?:,| en| of|[-–]| tot en met) ?\d+(?:\.\d+)*)*"
    r"|\(\d+(?:[-–]\d+)? ?min(?:uten|\.)?\)"  # minutes of a step
    r"|\b\d{1,2}[-–]\d{1,2} min\b|\b[01]\d\.\d\d(?:[-–][01]\d\.\d\d)?(?!\d)"  # minutes of a lesson, hours of a day
    r"|\b\d+e\b"  # ordinals
    r"|\b1-2-4-allen\b|\b1-2-4-All\b|\bG1000\w*|\bAPA 7\b|\b[Eeho]\d\d\b|\bwerkvorm-f\d\d\b|\bA[2-5]\b"  # names
    r"|\bCC BY 4\.0\b|\bWCAG 2\.2\b|\bPDF/UA-1\b|\bSource (?:Serif 4|Sans 3)\b",
    re.IGNORECASE,
)
LIST_NUMBER = re.compile(r"^\s*(?:>\s*)*\d+[.)]\s")
OPTION = re.compile(r"^\s*:[\w-]+:(?:\s|$)")
YAML_KEY = re.compile(r"^\s*(?:- )?[\w-]+:(?=\s|$)")
YAML_PLAIN = re.compile(r"^\s*(?:- )?(?:bron|niveau|soort|feit|label|hoofdstuk|minuten):")
TEXT_OPTION = re.compile(r"^\s*:(?:bewering|leerdoel|title|caption|alt):")
NUMBER = re.compile(r"[A-Za-z]?\d+(?:[.,:/-]\d+)*\w*%?")


def typed_figures(paths: Iterable[Path]) -> list[str]:
    """Every figure typed by hand, as `path:line: text`; a heading may repeat the text of a figure of the register."""
    from book.facts import register

    known = {fact.text for fact in register().facts.values()}
    return [
        f"{path}:{line}: figure typed by hand: '{number}'; use {{feit}}`id`, or {{getal}}`{number}` if it is no fact"
        for path in paths
        for line, number in _numbers(path.read_text("utf-8"), known)
    ]


def _numbers(text: str, known: set[str]) -> Iterator[tuple[int, str]]:
    prose = "\n".join(_prose_lines(text))
    blank = _blank(MARKUP, prose)
    for number, line in enumerate(_blank(ALLOWED, blank).split("\n"), 1):
        heading = line.lstrip().startswith("#")
        for match in NUMBER.finditer(LIST_NUMBER.sub(lambda found: " " * len(found.group()), line)):
            found = match.group().rstrip(".,:/-")
            if not (heading and found in known):
                yield number, found


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Replace what matches by spaces; lines keep their number."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def _prose_lines(text: str) -> Iterator[str]:
    """The lines of a page, empty where they hold no prose."""
    fences: list[tuple[str, str]] = []
    front = text.startswith("---\n")
    options = False
    for number, line in enumerate(text.split("\n")):
        if front:
            front = not (number and line.strip() == "---")
            yield ""
            continue
        fence = FENCE.match(line)
        closes = bool(fence and fences and not fence[2] and fence[1].startswith(fences[-1][0]))
        code = bool(fences and _is_code(fences[-1][1]))
        if fence and (closes or not code):
            if closes:
                fences.pop()
            else:
                fences.append((fence[1], fence[2]))
            options = not closes
            yield "" if closes or _is_code(fence[2]) else _argument(fence[2])
        elif code:
            yield ""
        elif options and OPTION.match(line):
            yield TEXT_OPTION.sub("", line) if TEXT_OPTION.match(line) else ""
        else:
            options = False
            in_yaml = fences and fences[-1][1].startswith(YAML_BODIES)
            yield _yaml(line) if in_yaml else line


def _is_code(info: str) -> bool:
    """Tell whether a fence holds code: no directive, or a cell."""
    return not info.startswith("{") or info.startswith(
        ("{code", "{math}", "{literalinclude}", "{begrippen-hoofdstuk}", "{printlijst}")
    )


def _argument(info: str) -> str:
    """The title in the first line of a directive; names and labels are no prose."""
    name, _, argument = info.partition("}")
    return argument if name in ("{opgave", "{stemmen", "{stem", "{figure", "{admonition") else ""


def _yaml(line: str) -> str:
    """The prose in a line of YAML; keys and plain fields are none."""
    return "" if YAML_PLAIN.match(line) else YAML_KEY.sub(lambda match: " " * len(match.group()), line)
