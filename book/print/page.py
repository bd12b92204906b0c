"""The page around the documents: cover, colophon, contents, parts."""

from html import escape
from pathlib import Path

from docutils import nodes

from book import look
from book.print import onepage
from book.sphinxext.numbers import chapter_number

CSS = Path(__file__).with_name("print.css")
KINDS = {"lezer": "Leesboek", "docent": "Docenteneditie"}
FILES = Path("node_modules/@fontsource")
FACES = [
    (family, name, subset, weight, style)
    for family, name in (("Source Serif 4", "source-serif-4"), ("Source Sans 3", "source-sans-3"))
    for subset in ("latin", "latin-ext")
    for weight in (400, 600, 700)
    for style in ("normal", "italic")
]


def render(builder, parts: list[tuple[str | None, list[nodes.document]]]) -> str:
    """Return the whole HTML page; `parts` holds (name of the part or None, its documents)."""
    config = builder.config
    kind = KINDS[config.book_edition]
    title, _, subtitle = config.html_title.partition("? ")
    title = f"{title}?" if subtitle else title
    body, entries = [], []
    for number, (caption, documents) in enumerate(parts):
        if caption:
            entries.append(("part", f"part-{number}", caption))
            body.append(f'<section class="part" id="part-{number}"><h1>{escape(caption)}</h1></section>')
        for document in documents:
            entries.extend(_entries(document))
            name = onepage.anchor(document["docname"])
            place = document["docname"].split("/")[0]
            content = _opening(document["docname"]) + builder.fragment(document)
            body.append(f'<article class="document {place}" id="{name}">{content}</article>')
    return f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8">
<title>{escape(config.html_title)} · {kind}</title>
<meta name="author" content="{escape(config.author)}">
<meta name="description" content="{kind} over de decentralisatie van het sociaal domein">
<style>{fonts(Path(builder.srcdir))}{look.css_variables()}{CSS.read_text("utf-8")}</style></head>
<body class="edition-{config.book_edition}">
<section class="cover"><p class="kind">{kind}</p><p class="title">{escape(title)}</p>
<p class="subtitle">{escape(subtitle)}</p><p class="author">{escape(config.author)}</p></section>
<nav class="contents"><h1 id="inhoud">Inhoud</h1><ol>{"".join(map(_line, entries))}</ol></nav>
<main>{"".join(body)}</main></body></html>"""


def fonts(root: Path) -> str:
    """Return the @font-face rules with absolute addresses; latin-ext is a family of its own, to fall back on."""
    return "".join(
        f"@font-face{{font-family:'{family}{' Ext' if subset == 'latin-ext' else ''}';font-weight:{weight};"
        f"font-style:{style};src:url('{_face(root, name, subset, weight, style)}')}}"
        for family, name, subset, weight, style in FACES
    )


def _face(root: Path, name: str, subset: str, weight: int, style: str) -> str:
    return (root / FILES / name / "files" / f"{name}-{subset}-{weight}-{style}.woff2").as_uri()


def _entries(document: nodes.document) -> list[tuple[str, str, str]]:
    """Return (level, id, title) of a document and of the sections one level below it."""
    found = []
    for chapter in document.findall(nodes.section):
        if chapter.parent is document:
            place, number = document["docname"].split("/")[0], chapter_number(document["docname"])
            title = chapter.next_node(nodes.title).astext()
            title = f"{number} · {title}" if number and place == "chapters" else title
            found.append((place, chapter["ids"][0], title))
            found.extend(
                ("section", section["ids"][0], section.next_node(nodes.title).astext())
                for section in chapter.children
                if isinstance(section, nodes.section) and document["docname"].startswith("chapters/")
            )
    return found


def _opening(docname: str) -> str:
    """Return the line above a chapter's title."""
    number = chapter_number(docname)
    return f'<p class="chapter-number">Hoofdstuk {number}</p>' if number and docname.startswith("chapters/") else ""


def _line(entry: tuple[str, str, str]) -> str:
    level, target, title = entry
    return f'<li class="{level}"><a href="#{target}">{escape(title)}</a></li>'
