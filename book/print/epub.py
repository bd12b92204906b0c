"""The reader's edition for e-readers: an EPUB 3 from the same page that the PDF is set from.

Each document becomes a file, each picture a file beside it; footnotes become notes that an e-reader shows in place.
There are no scripts and no fonts: an e-reader has its own. Standard library and Beautiful Soup; `epubcheck` in the
tests.
"""

from __future__ import annotations

import base64
import hashlib
import re
import uuid
import zipfile
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from book.pictures.svg import with_fonts
from book.sphinxext.cite import citation_file

CSS = Path(__file__).with_name("epub.css")
DATA = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
SVG_ONLY_FOR_PAGES = re.compile(r' (?:data-[\w-]+|pointer-events|focusable|aria-hidden|role)="[^"]*"')
EMPTY_PATH = re.compile(r"<path(?![^>]*\sd=)[^>]*(?:/>|></path>)")
"""What Plotly leaves of a line without points; SVG wants a `d`."""
MIMETYPE = "application/epub+zip"
STAMP = (2026, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that the same page gives the same EPUB."""
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="boek/boek.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
SUMMARY = (
    "De tekst is in leesvolgorde en heeft koppen, een inhoudsopgave en tabellen met koppen. Elke figuur heeft een "
    "tekstalternatief. Het boek bevat geen scripts en niets dat knippert."
)


@dataclass
class Archive:
    """What goes into the EPUB: the pages in order, and the pictures by their content."""

    pages: list[tuple[str, str, Tag]] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)

    def picture(self, svg: str) -> str:
        """Return the file name of a picture; its letters go with it, for an e-reader's own are wider."""
        svg = with_fonts(EMPTY_PATH.sub("", SVG_ONLY_FOR_PAGES.sub("", svg)))
        name = f"figuren/{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
        self.pictures[name] = svg
        return name


def write(html: Path, target: Path) -> None:
    """Write the page `html` as the EPUB `target`."""
    soup = BeautifulSoup(html.read_text("utf-8"), "html.parser")
    archive = Archive()
    for number, tag in enumerate(soup.select(".colophon, section.part, article.document"), start=1):
        title = tag.get("data-title") or "Colofon"
        name = f"{number:03}-{re.sub(r'[^a-z0-9]+', '-', str(tag.get('id') or 'colofon').lower())}.xhtml"
        archive.pages.append((name, title, tag))
    _link_between_files(archive)
    for _, _, tag in archive.pages:
        _pictures_to_files(archive, tag)
        _footnotes(soup, tag)
        _tidy(tag)
    cover = archive.picture(_cover(soup))
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        _add(book, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", CONTAINER)
        _add(book, "boek/boek.opf", _package(archive, soup, cover))
        _add(book, "boek/inhoud.xhtml", _contents(archive, soup))
        _add(book, "boek/boek.css", CSS.read_text("utf-8"))
        _add(
            book,
            "boek/omslag.xhtml",
            _page("Omslag", f'<p class="omslag"><img src="{cover}" alt="{_title(soup)}"/></p>'),
        )
        for name, title, tag in archive.pages:
            _add(book, f"boek/{name}", _page(title, tag.decode(formatter="minimal")))
        for name, svg in archive.pictures.items():
            _add(book, f"boek/{name}", svg)


def _add(book: zipfile.ZipFile, name: str, text: str, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = how
    book.writestr(entry, text)


def _page(title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops" lang="nl" xml:lang="nl"><head><title>'
        f'{escape(title)}</title><link rel="stylesheet" href="boek.css"/></head><body>{body}</body></html>'
    )


def _title(soup: BeautifulSoup) -> str:
    return escape(soup.title.get_text().partition(" · ")[0])


def _cover(soup: BeautifulSoup) -> str:
    """Return the cover with its words as a picture."""
    cover = soup.select_one(".cover")
    inner = re.sub(r"^<svg[^>]*>|</svg>$", "", base64.b64decode(DATA.search(cover["style"])[1]).decode())
    words = {name: cover.select_one(f".{name}").get_text() for name in ("title", "subtitle", "author")}
    subtitle = (
        [words["subtitle"]] if len(words["subtitle"]) < 40 else re.findall(r".{1,38}(?:\s|$)", words["subtitle"])
    )
    lines = "".join(
        f'<text x="24" y="{76 + 9 * number}" font-size="7">{escape(line.strip())}</text>'
        for number, line in enumerate(subtitle)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="1050" height="1485">'
        f'<rect width="210" height="297" fill="#0b5563"/>{inner}<g fill="#fff" font-family="serif">'
        f'<text x="24" y="58" font-size="20" font-weight="bold">{escape(words["title"])}</text>{lines}'
        f'<text x="24" y="284" font-size="4.5">{escape(words["author"])}</text></g></svg>'
    )


def _link_between_files(archive: Archive) -> None:
    places = {}
    for name, _, tag in archive.pages:
        for found in [tag, *tag.select("[id]")]:
            if found.get("id"):
                places[found["id"]] = name
    for name, _, tag in archive.pages:
        for link in tag.select("a[href]"):
            if not link["href"].startswith("#"):
                continue
            place = places.get(link["href"][1:])
            if place is None:
                link.unwrap()
            elif place != name:
                link["href"] = f"{place}{link['href']}"


def _pictures_to_files(archive: Archive, tag: Tag) -> None:
    for image in tag.select("img[src^='data:image/svg']"):
        image["src"] = archive.picture(base64.b64decode(DATA.search(image["src"])[1]).decode())
    for drawn in [found for found in tag.select("[style*='background-image']") if "drawn" in found.get("class", [])]:
        svg = base64.b64decode(DATA.search(drawn["style"])[1]).decode()
        drawn.name, drawn.attrs = "img", {"src": archive.picture(svg), "alt": "", "class": "drawn"}
    for decoration in tag.select("[style*='background-image']"):
        decoration.decompose()


def _footnotes(soup: BeautifulSoup, tag: Tag) -> None:
    for number, note in enumerate(tag.select("span.footnote"), start=1):
        block = note.find_parent(["p", "li", "td", "dd", "figcaption"])
        call = soup.new_tag("a", href=f"#noot-{number}", id=f"bij-noot-{number}")
        call["epub:type"] = "noteref"
        call.string = str(number)
        raised = soup.new_tag("sup")
        raised.append(call)
        note.insert_before(raised)
        aside = soup.new_tag("aside", id=f"noot-{number}")
        aside["epub:type"] = "footnote"
        paragraph = soup.new_tag("p")
        paragraph.append(f"{number}. ")
        for child in list(note.children):
            paragraph.append(child.extract())
        aside.append(paragraph)
        note.decompose()
        (block if block is not None and block.name == "p" else tag.find_all(recursive=False)[-1]).insert_after(aside)


def _tidy(tag: Tag) -> None:
    """Take away what only a printer or a browser wants."""
    for found in tag.select(".headerlink, script, button, .selftest-line"):
        found.decompose()
    for found in [tag, *tag.find_all(True)]:
        for name in [
            name for name in found.attrs if name.startswith("data-") or name in ("align", "valign", "width", "open")
        ]:
            del found[name]
        if found.name != "ol":
            found.attrs.pop("style", None)


def _package(archive: Archive, soup: BeautifulSoup, cover: str) -> str:
    book = citation_file()
    author = soup.select_one("meta[name=author]")["content"]
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"dichterbij-{book['version']}")
    pages = "".join(
        f'<item id="p{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, (name, _, _) in enumerate(archive.pages)
    )
    pictures = "".join(
        f'<item id="f{number}" href="{name}" media-type="image/svg+xml"{_cover_mark(name == cover)}/>'
        for number, name in enumerate(archive.pictures)
    )
    spine = "".join(f'<itemref idref="p{number}"/>' for number in range(len(archive.pages)))
    access = "".join(
        f'<meta property="schema:{name}">{value}</meta>'
        for name, value in (
            ("accessMode", "textual"),
            ("accessMode", "visual"),
            ("accessModeSufficient", "textual"),
            ("accessibilityFeature", "alternativeText"),
            ("accessibilityFeature", "structuralNavigation"),
            ("accessibilityFeature", "tableOfContents"),
            ("accessibilityHazard", "none"),
            ("accessibilitySummary", SUMMARY),
        )
    )
    date = book["date-released"]
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="boek" xml:lang="nl">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="boek">urn:uuid:{identifier}</dc:identifier>
<dc:title>{_title(soup)}</dc:title><dc:language>nl</dc:language><dc:creator>{escape(author)}</dc:creator>
<dc:date>{date}</dc:date><dc:rights>CC BY 4.0</dc:rights><meta property="dcterms:modified">{date}T00:00:00Z</meta>
{access}</metadata>
<manifest><item id="nav" href="inhoud.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="omslag" href="omslag.xhtml" media-type="application/xhtml+xml"/>
<item id="stijl" href="boek.css" media-type="text/css"/>{pages}{pictures}</manifest>
<spine><itemref idref="omslag"/><itemref idref="nav"/>{spine}</spine></package>"""


def _cover_mark(is_cover: bool) -> str:
    return ' properties="cover-image"' if is_cover else ""


def _contents(archive: Archive, soup: BeautifulSoup) -> str:
    """Return the contents: parts, documents and the sections of a chapter, nested."""
    places = {}
    for name, _, tag in archive.pages:
        for found in [tag, *tag.select("[id]")]:
            places.setdefault(found.get("id"), name)
    depth_of = {"part": 0, "section": 2, "below": 2}
    lines = soup.select("nav.contents li")
    flat = all(line["class"][0] != "part" for line in lines)
    items, depth = [], -1
    for line in lines:
        kind, link = line["class"][0], line.a
        wanted = min(depth_of.get(kind, 1 if items and not flat else 0), depth + 1)
        target = link["href"][1:]
        text = f'<a href="{places[target]}#{target}">{escape(link.get_text())}</a>'
        while depth > wanted:
            items.append("</li></ol>")
            depth -= 1
        if depth < wanted:
            items.append("<ol>")
            depth += 1
        elif items:
            items.append("</li>")
        items.append(f"<li>{text}")
    items.append("</li></ol>" * (depth + 1))
    return _page("Inhoud", f'<nav epub:type="toc" id="toc"><h1>Inhoud</h1>{"".join(items)}</nav>')
