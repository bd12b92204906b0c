"""The page around the documents: cover, colophon, contents, parts."""

import base64
import re
from html import escape
from pathlib import Path

from docutils import nodes

from book import look
from book.facts import dutch
from book.print import cover, guide, onepage, reading, workbook
from book.print.fonts import unpacked
from book.sphinxext import assets
from book.sphinxext.cite import citation_file
from book.sphinxext.facts import MARKS
from book.sphinxext.numbers import chapter_number
from book.web import art
from book.web.fonts import SUBSETS, faces

CSS, CSS_A5 = Path(__file__).with_name("print.css"), Path(__file__).with_name("print-a5.css")
CSS_EXERCISES = Path(__file__).with_name("print-opgaven.css")
CSS_TRAINER = Path(__file__).with_name("print-docent.css")
A5_MEASURES = (
    ("size: A4", "size: A5"),
    ("25mm 26mm 24mm 52mm", "16mm 14mm 15mm 14mm"),
    ("10.8pt/1.42", "9.6pt/1.4"),
    ("10.2pt; line-height: 1.4;", "9.4pt; line-height: 1.38;"),
    ("-28mm", "0mm"),
    ("28mm", "0mm"),
    ("160mm", "120mm"),
    ("210mm", "148mm"),
    ("297mm", "210mm"),
)
"""What of the measures of A4 (the hanging margin, the whole width) becomes what on A5."""
KINDS = {"lezer": "Leesboek", "docent": "Docenteneditie", "werkboek": "Werkboek"}
REFERENCE = re.compile(r'<a class="reference internal" href="#([^"]+)">(?=<span class="(?:std std-ref|doc)")')
LINK = re.compile(r'<a([^>]*) href="#([^"]+)"([^>]*)>(.*?)</a>', re.DOTALL)
HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
RUNNING = 7
"""A running head of more words than this is cut."""
FIRST = re.compile(r"(</h1>\s*<p)\b")
"""The first paragraph below a title: at the back of the book it sets the running head of its pages."""
ID = re.compile(r'\bid="([^"]+)"')
TOGETHER = re.compile(r"(\b(?:hoofdstuk|opgave|figuur|ca\.|p\.)|€) (?=\d)")
"""A word and its number, or a sign and its amount: no line ends between them."""
DECORATION = re.compile(r'<svg[^>]*aria-hidden="true".*?</svg>', re.DOTALL)
Part = tuple[str | None, list[nodes.document]]


def render(builder, parts: list[Part]) -> str:
    """Return the whole HTML page; `parts` holds (name of the part or None, its documents)."""
    config = builder.config
    edition, handout = config.book_edition, config.book_handout
    kind = KINDS[edition]
    exercises = edition != "lezer"
    body, entries = [], []
    for number, (caption, documents) in enumerate(parts):
        if caption:
            entries.append(("part", f"part-{number}", caption))
            body.append("" if exercises else _part(f"part-{number}", caption, documents))
        for place, document in enumerate(documents):
            entries.extend(_entries(document, exercises))
            mark = f"part-{number}" if exercises and caption and place == 0 else ""
            body.append(_article(builder, document, _part_mark(mark, caption) if mark else ""))
    if handout:
        title, front = f"Hoofdstuk {int(handout)}", _handout(config, kind)
    else:
        title, front = kind, f"{_cover(config, kind)}{_colophon(config, kind)}{_contents(config, entries)}"
        front += guide.pages(builder.env, edition, _marks()) if exercises else ""
    html = f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8">
<title>{escape(config.html_title)} · {title}</title>
<meta name="author" content="{escape(config.author)}">
<meta name="description" content="{kind} over de decentralisatie van het sociaal domein">
<style>{fonts(Path(builder.outdir).parent / 'fonts')}{_variables()}{style(config.book_paper, edition)}</style></head>
<body class="edition-{edition}{" exercise-book" if exercises else ""}{" handout" if handout else ""}">{front}
<main>{"".join(body)}</main></body></html>"""
    return reading.closed(_without_dead_links(html) if handout or exercises else html)


def _variables() -> str:
    """Return the custom properties, with the Greek letters of the models after each family."""
    return re.sub(r"'(Source \S+ \d) Ext'", r"'\1 Ext', '\1 Greek'", look.css_variables())


def style(paper: str, edition: str = "lezer") -> str:
    """Return the style sheet for `paper`: that of A4, with measures and some forms of its own for A5."""
    sheets = [CSS, *([CSS_EXERCISES] if edition != "lezer" else []), *([CSS_TRAINER] if edition == "docent" else [])]
    sheet = "".join(path.read_text("utf-8") for path in sheets)
    if paper == "a4":
        return sheet
    for a4, a5 in A5_MEASURES:
        sheet = sheet.replace(a4, a5)
    return sheet + CSS_A5.read_text("utf-8")


def _contents(config, entries: list[tuple[str, str, str]]) -> str:
    return (
        f'<nav class="contents"><h1 id="{onepage.anchor(config.root_doc, "inhoud-van-het-boek")}">Inhoud</h1>'
        f"<ol>{''.join(map(_line, entries))}</ol></nav>"
    )


def _handout(config, kind: str) -> str:
    """Return the line above a hand-out: from which book it comes, and what its marks mean."""
    book = citation_file()
    return (
        f'<section class="handout-head"><p><strong>{escape(config.html_title)}</strong><br>{kind}, versie '
        f"{escape(book['version'])}, {dutch.period(str(book['date-released']))}. Overnemen mag met bronvermelding "
        f"(CC BY 4.0). {_marks()}</p></section>"
    )


def _marks() -> str:
    listed = " ".join(f"<sup>{letter}</sup> {meaning.partition(':')[0].lower()}" for letter, _, meaning in MARKS)
    return f"Een letter achter een getal zegt hoe zeker het is: {listed.replace(' <sup>', '; <sup>')}."


def _without_dead_links(html: str) -> str:
    """Return `html` with the text of links to what this edition does not hold, without the link."""
    ids = set(ID.findall(html))
    return LINK.sub(
        lambda link: (
            link[0] if link[2] in ids else f"<span{link[1]}{link[3]}>{link[4]}</span>".replace("elsewhere", "")
        ),
        html,
    )


def fonts(folder: Path) -> str:
    """Return the @font-face rules with absolute addresses of the files, unpacked into `folder`."""
    found = faces(assets.WEB.parents[1] / "node_modules", subsets=SUBSETS | {"greek": " Greek"})
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f'src:url("{unpacked(face.source, folder).as_uri()}")}}'
        for face in found
    )


def _cover(config, kind: str) -> str:
    title, subtitle = _titles(config)
    return (
        f'<section class="cover" {_ground(cover.picture())}>'
        f'<p class="kind">{kind}</p><p class="title">{escape(title)}</p><p class="subtitle">{escape(subtitle)}</p>'
        f'<p class="author">{escape(config.author)}</p></section>'
    )


def _titles(config) -> tuple[str, str]:
    """Split the title after its question mark."""
    title, mark, subtitle = config.html_title.partition("? ")
    return f"{title}{mark.strip()}", subtitle


def _colophon(config, kind: str) -> str:
    book = citation_file()
    date, author = book["date-released"], config.author
    stop = "" if author.endswith(("?", "!", ".")) else "."
    lines = (
        ("Makers", escape(author + stop)),
        ("Uitgave", f"{kind}, versie {escape(book['version'])}, {dutch.period(str(date))}."),
        (
            "Verwijzen",
            f"{escape(author + stop)} ({date.year}). <em>{escape(config.html_title)}</em> "
            f"(versie {book['version']}). Onder elk hoofdstuk staat hoe je naar dat hoofdstuk verwijst.",
        ),
        (
            "Overnemen",
            "De tekst en de figuren mag je gebruiken, bewerken en verspreiden als je de bron noemt "
            "(Creative Commons Naamsvermelding 4.0, CC BY 4.0). De programmatuur is vrij onder de MIT-licentie. "
            "Cijfers van anderen houden de voorwaarden van hun bron; het cijferregister noemt die.",
        ),
        ("Letter", "Source Serif 4 en Source Sans 3 (SIL Open Font License 1.1)."),
    )
    rows = "".join(f"<div><dt>{name}</dt><dd>{text}</dd></div>" for name, text in lines)
    title = f'<p class="colophon-title">{escape(config.html_title)}</p>'
    return f'<section class="colophon">{title}<dl>{rows}</dl></section>'


def _part(name: str, caption: str, documents: list[nodes.document]) -> str:
    number, _, title = caption.rpartition(" · ")
    tops = [
        entry
        for document in documents
        for entry in _entries(document)
        if entry[0] in ("chapters", "back") and document["docname"].count("/") == 1
    ]
    above = f'<p class="part-number">Deel {escape(number)}</p>' if number else ""
    picture = art.cover(look.colours("print"), "")
    return (
        f'<section class="part{"" if number else " part-back"}" id="{name}" data-title="{escape(caption)}">'
        f'<div class="part-picture" {_ground(picture)}></div>'
        f"{above}<h1>{escape(title)}</h1><ol>{''.join(map(_line, tops))}</ol></section>"
    )


def _part_mark(name: str, caption: str) -> str:
    """Return the line that names a part above its first page: the workbook has no pages for parts."""
    return f'<p class="part-mark" id="{name}" data-title="{escape(caption)}">{escape(caption)}</p>'


def _article(builder, document: nodes.document, above: str = "") -> str:
    docname = document["docname"]
    place, name = docname.split("/")[0], onepage.anchor(docname)
    prefix = onepage.anchor(docname, "x").removesuffix("x")
    title = _entries(document)[0][2]
    running = title.partition(":")[0] if place == "exercises" else _short(title)
    html = builder.fragment(document).replace('<th class="head', '<th scope="col" class="head')
    html = html.replace("√(", "wortel uit (")  # a sign that our fonts lack
    html = html.replace(" …", "\N{NO-BREAK SPACE}…")  # what is left open does not begin a line
    html = html.replace("<h1>", f'<h1 data-running="{escape(running)}">', 1)
    if place == "back":
        html = FIRST.sub(f'\\1 data-running="{escape(running)}"', html, count=1)
    html = TOGETHER.sub("\\1\N{NO-BREAK SPACE}", html)
    html = HEADING.sub(_short_running_head, html)
    html = DECORATION.sub(lambda drawing: f'<span class="drawn" {_ground(_alone(drawing[0]))}></span>', html)
    html = REFERENCE.sub(lambda link: link[0] if link[1].startswith(prefix) else _elsewhere(link[0]), html)
    return (
        f'<article class="document {place}" id="{name}" data-title="{escape(title)}">'
        f"{above}{_opening(docname)}{html}</article>"
    )


def _short_running_head(heading: re.Match) -> str:
    """Give a long heading a shorter text for the head of its pages."""
    text = re.sub(r"<[^>]+>", "", heading[1]).replace("¶", "").strip()
    short = _short(text)
    return heading[0] if short == text else f'<h2 data-running="{short.replace(chr(34), "&quot;")}">{heading[1]}</h2>'


def _short(text: str) -> str:
    """Return a title of at most a few words."""
    words = [place for place, word in enumerate(text.split()) if any(letter.isalpha() for letter in word)]
    if len(words) <= RUNNING:
        return text
    return " ".join(text.split()[: words[RUNNING - 1] + 1]).rstrip(".,:;") + " …"


def _ground(svg: str) -> str:
    """Return the attribute that draws `svg` behind an element: a background says nothing, so PDF/UA asks no text."""
    return f"style=\"background-image:url('data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}')\""


def _alone(svg: str) -> str:
    """Return an SVG of the page as a file of its own."""
    return svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"').replace(
        "currentColor", look.colours("print")["ink"]
    )


def _elsewhere(link: str) -> str:
    """Let a reference to another document tell its page."""
    return link.replace('class="', 'class="elsewhere ', 1)


def _entries(document: nodes.document, exercises: bool = False) -> list[tuple[str, str, str]]:
    """Return (level, id, title) of a document, of a chapter's sections and, on request, of exercises and sheets."""
    found = []
    for chapter in document.findall(nodes.section):
        if chapter.parent is document:
            place, number = document["docname"].split("/")[0], chapter_number(document["docname"])
            title = chapter.next_node(nodes.title).astext()
            title = f"{number} · {title}" if number and place == "chapters" else title
            place = "below" if document["docname"].count("/") > 1 else place
            found.append((place, onepage.anchor(document["docname"]), title))
            listed = place == "chapters" or (exercises and (place == "exercises" or _holds_forms(document)))
            found.extend(
                ("section", section["ids"][0], section.next_node(nodes.title).astext())
                for section in chapter.findall(nodes.section)
                if listed and _is_listed(section, chapter, place)
            )
    return found


def _holds_forms(document: nodes.document) -> bool:
    """Tell whether a document holds the blank forms: cards and answers are found by the exercise they belong to."""
    return document["docname"] == f"werkboek/{workbook.FORMS}"


def _is_listed(section: nodes.section, above: nodes.section, place: str) -> bool:
    """Tell whether the contents list a section: on a page of exercises the exercises and the self-test."""
    if place != "exercises":
        return section.parent is above
    return "opgave" in section["classes"] or section["ids"][0].endswith("--zelftoets")


def _opening(docname: str) -> str:
    """Return the line above a chapter's title."""
    number = chapter_number(docname)
    return f'<p class="chapter-number">Hoofdstuk {number}</p>' if number and docname.startswith("chapters/") else ""


def _line(entry: tuple[str, str, str]) -> str:
    level, target, title = entry
    number, mark, rest = title.partition(" · ") if level in ("chapters", "part") else ("", "", title)
    text = f'<span class="number">{escape(number)}{mark}</span>{escape(rest)}' if mark else escape(title)
    return f'<li class="{level}"><a href="#{target}">{text}</a></li>'
