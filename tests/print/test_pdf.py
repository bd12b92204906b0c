"""What every PDF of the book must be."""

import re
from itertools import pairwise
from pathlib import Path

import pdfua
import pytest
from pypdf.generic import IndirectObject

pytestmark = pytest.mark.pdf
MM = 72 / 25.4
ROOT = Path(__file__).resolve().parents[2]
CONTENTS_LINE = re.compile(r"^\s*(.*?)[ .]{4,}(\d+)$")
CELL = re.compile(r"^(?:chart|simulation)\(", re.MULTILINE)
EXERCISE = re.compile(r"^:{3,}\{opgave\}", re.MULTILINE)
BLOCK = re.compile(r"^:::\{docent\}\n(.*?)^:::$", re.MULTILINE | re.DOTALL)
TOLD = re.compile(r"(?:^|\(p\.\s)(\d{1,3})\)")
PLAIN = re.compile(r"[^`{}\[\]*|<>]{40,}")
QUESTION = re.compile(r"^ *Vraag (\d+) van (\d+)", re.MULTILINE)
LEFT, RIGHT, TOP, BOTTOM = 23.5, 210 - 25.5, 8, 297 - 8
NOTES = 210 - 11.5
"""Where the notes in the margin of the trainer's edition end."""
FOLD = 8
"""On its left pages all stands so much further from the fold."""
APART = 0.7
"""Words that share less than this of their width, in millimetres, only touch."""
LEADING = 0.4
"""The boxes of words in lines set close share less than this part of their height."""
EDITIONS = {"lezer": "Leesboek", "docent": "Docenteneditie", "werkboek": "Werkboek"}
GUIDE = ("Zo werkt dit werkboek", "Zo werkt deze editie", "Programma van een trainingsdag")


def bare(text):
    """Only the letters and digits: what is left when lines are broken and words divided."""
    return re.sub(r"[\W_]+", "", text)


def letters(text):
    """The letters and digits without their case."""
    return bare(text).lower()


def contents(book):
    """(title, page) of each line of the contents; a title may take more lines than one."""
    first, after = (entry.page for entry in book.outline[:2])
    found, title = [], ""
    for line in "\n".join(book.pages[first - 1 : after - 1]).replace("Inhoud\n", "", 1).splitlines():
        ends = CONTENTS_LINE.match(line)
        title += ends[1] if ends else line
        if ends:
            found.append((letters(title), int(ends[2])))
            title = ""
    return found


def in_contents(book, entry):
    """Whether the contents list it: exercises and self-tests only where they are the book; no sheet of cards."""
    exercises = not book.path.stem.endswith("lezer")
    sheets = next((found.page for found in book.outline if found.title == "Knipbladen"), len(book.pages) + 1)
    listed = (exercises and entry.page < sheets) or not entry.title.startswith(("Opgave ", "Zelftoets", "Hoofdstuk "))
    return listed and entry.title not in ("Inhoud", *GUIDE)


def trainers_texts():
    """One list for each block and page for trainers: its stretches of plain text, as letters."""
    pages = [path.read_text("utf-8") for path in sorted(ROOT.glob("exercises/*.md"))]
    blocks = [block for page in pages for block in BLOCK.findall(page)]
    manual = [path.read_text("utf-8") for path in sorted(ROOT.glob("back/**/*.md"))]
    blocks += [page for page in manual if page.startswith("---\neditie: docent\n---")]
    manual = [page for page in manual if page not in blocks]
    chapters = [path.read_text("utf-8") for path in sorted(ROOT.glob("chapters/*.md"))]
    # Notes quote what participants read, and say what the page of working forms says.
    for_all = letters(" ".join(BLOCK.sub("", page) for page in [*pages, *manual, *chapters]))
    stretches = [[letters(text)[:60] for text in PLAIN.findall(block)] for block in blocks]
    return [[text for text in block if text not in for_all] for block in stretches]


def numbered(pattern, folder, word):
    """The numbers that the sources of `folder` give to what `pattern` finds: "Figuur 3.1" and on."""
    return [
        f"{word} {int(path.name[:2])}.{number}"
        for path in sorted(ROOT.glob(f"{folder}/[0-9][0-9]-*.md"))
        for number in range(1, len(pattern.findall(path.read_text("utf-8"))) + 1)
    ]


def test_the_contents_give_the_page_on_which_each_chapter_and_section_begins(edition):
    outline = [(letters(entry.title), entry.page) for entry in edition.outline if in_contents(edition, entry)]
    assert len(outline) > 20
    assert contents(edition) == outline


def test_a_link_tells_the_page_it_leads_to(edition):
    """Where "(p. 12)" stands, and where a link that is broken goes on with "12)"."""
    places = edition.pdf.named_destinations
    found = []
    for page, words in zip(edition.pdf.pages, edition.words, strict=True):
        height = float(page.mediabox.height)
        for link in (item.get_object() for item in page.get("/Annots", ())):
            target = places.get(link.get("/Dest"))
            left, first, right, second = (float(number) / MM for number in link["/Rect"])
            top, bottom = sorted((height / MM - first, height / MM - second))
            inside = [
                word.text
                for word in words
                if left <= (word.left + word.right) / 2 <= right and top <= (word.top + word.bottom) / 2 <= bottom
            ]
            told = TOLD.search(" ".join(inside))
            if target and told:
                found.append((int(told[1]), edition.pdf.get_destination_page_number(target) + 1, " ".join(inside)))
    assert len(found) > 20
    assert [link for link in found if link[0] != link[1]] == []


def test_the_number_at_the_foot_is_that_of_the_page(edition):
    printed = [
        (number, int(word.text)) for number, words in enumerate(edition.words, 1) for word in words if word.top > 280
    ]
    assert len(printed) > 0.7 * len(edition.pages)
    assert [pair for pair in printed if pair[0] != pair[1]] == []


@pytest.mark.parametrize("caption", numbered(CELL, "chapters", "Figuur"))
def test_every_figure_stands_in_the_book_once(reader, caption):
    found = [page for page in reader.pages for line in page.splitlines() if line.strip().startswith(f"{caption}. ")]
    assert len(found) == 1


@pytest.mark.parametrize("heading", numbered(EXERCISE, "exercises", "Opgave"))
def test_every_exercise_stands_in_the_book_once(edition, heading):
    stands = [entry for entry in edition.outline if entry.title.startswith(f"{heading} ")]
    sheets = next((entry.page for entry in edition.outline if entry.title == "Knipbladen"), len(edition.pages) + 1)
    assert len([entry for entry in stands if entry.page < sheets]) == 1


def test_chapters_begin_on_a_right_page(edition):
    reader = edition.path.stem.endswith("lezer")
    begins = re.compile(r"\d+ · " if reader else r"Opgaven bij hoofdstuk")
    chapters = [entry for entry in edition.outline if begins.match(entry.title)]
    assert chapters
    assert [entry.title for entry in chapters if entry.page % 2 == 0] == []


@pytest.mark.parametrize("name", ["reader", "workbook"])
def test_what_is_for_trainers_is_not_in_the_readers_edition_nor_in_the_workbook(request, name):
    text = letters(" ".join(request.getfixturevalue(name).pages))
    assert [stretch for block in trainers_texts() for stretch in block if stretch in text] == []
    assert "voordetrainer" not in text


def test_what_is_for_trainers_is_in_the_trainers_edition(trainer):
    text = letters(" ".join(trainer.pages))
    blocks = trainers_texts()
    assert blocks
    assert [block for block in blocks if not any(stretch in text for stretch in block)] == []


def test_no_word_stands_beyond_the_margins(edition):
    trainers = edition.path.stem.endswith("docent")
    beyond = []
    for number, words in enumerate(edition.words[1:], 2):
        fold = FOLD if trainers and number % 2 == 0 else 0
        left, right = LEFT - fold, (NOTES if trainers else RIGHT) - fold
        beyond += [
            (number, word.text)
            for word in words
            if word.left < left or word.right > right or word.top < TOP or word.bottom > BOTTOM
        ]
    assert beyond == []


def overlaps(words):
    """Pairs of words that stand on each other: those of a line, from left to right, and of the next lines."""
    found, line = [], sorted(words, key=lambda word: word.top)
    for place, one in enumerate(line):
        for other in line[place + 1 :]:
            if other.top > one.bottom - LEADING * (one.bottom - one.top):
                break
            if min(one.right, other.right) - max(one.left, other.left) > APART:
                found.append((one.text, other.text))
    return found


def test_no_word_stands_on_another(edition):
    pages = enumerate(edition.words, 1)
    assert [(number, pair) for number, words in pages if number > 1 for pair in overlaps(words)] == []


def test_the_trainers_notes_stand_beside_the_steps(trainer):
    begin = next(entry.page for entry in trainer.outline if entry.title.startswith("Opgave 7.2 "))
    words = trainer.words[begin - 1]
    step = next(word for word in words if word.text == "min)")
    clock = [word for word in words if re.fullmatch(r"\d+–\d+", word.text)]
    assert clock and all(word.left > 148 - FOLD for word in clock)
    assert abs(clock[0].top - step.top) < 3


def test_the_trainers_edition_holds_what_the_workbook_holds_and_no_chapter(trainer, workbook):
    titles = {entry.title for entry in trainer.outline}
    wanted = {entry.title for entry in workbook.outline if entry.title not in GUIDE}
    assert wanted - titles == {"Antwoorden", *(f"Hoofdstuk {number}" for number in range(1, 16))}
    assert [entry.title for entry in trainer.outline if re.match(r"\d+ · ", entry.title)] == []
    assert len(trainer.pages) < 2 * len(workbook.pages)


def test_the_training_day_has_the_same_times_in_both_programmes(trainer, workbook):
    def page(book, title):
        return book.pages[next(entry.page for entry in book.outline if entry.title == title) - 1]

    times = re.findall(r"^ *(\d\d\.\d\d)", page(workbook, "Programma van een trainingsdag"), re.MULTILINE)
    programme = page(trainer, "Een trainingsdag of een dagdeel")
    theirs = re.findall(r"^ *(\d\d\.\d\d)–(\d\d\.\d\d)", programme, re.MULTILINE)
    day = theirs[: len(times) - 1]
    assert len(times) > 10 and times == [begin for begin, _ in day] + [day[-1][1]]


def test_what_stands_in_the_margins_is_no_part_of_the_text(edition):
    streams = [page.get_contents().get_data() for page in edition.pdf.pages[8:40]]
    assert len([stream for stream in streams if b"<</Type /Pagination>>" in stream]) > 20


def test_a_page_is_nearly_empty_only_before_a_new_beginning(edition):
    begins = {entry.page for entry in edition.outline}
    begins |= {number for number, page in enumerate(edition.pages, 1) if "Alle antwoorden\n" in page[:200]}
    filled = [max((word.bottom for word in words if word.bottom < 275), default=0) for words in edition.words]
    pages = enumerate(pairwise(filled), 1)
    assert [number for number, (here, _) in pages if here < 120 and number + 1 not in begins | {2, 3}] == []


def test_a_chapter_leaves_no_white_before_a_chart(reader):
    """The last third of a page is empty only where the chapter ends: text goes before a chart that does not fit."""
    starts = [entry for entry in reader.outline if re.match(r"\d+ · |Opgaven bij hoofdstuk", entry.title)]
    ends = {after.page - 1 for before, after in pairwise(starts) if before.title[0].isdigit()}
    chapters = [
        number
        for before, after in pairwise(starts)
        if before.title[0].isdigit()
        for number in range(before.page, after.page)
    ]
    assert len(chapters) > 100
    lowest = {
        number: max(word.bottom for word in reader.words[number - 1] if word.bottom < 277) for number in chapters
    }
    assert [number for number in chapters if lowest[number] < BOTTOM - 16 - 248 / 3 and number not in ends] == []


def test_nothing_of_the_site_is_left(edition):
    text = "\n".join(edition.pages)
    for leftover in ("Tab-toets naartoe of tik erop, en", "Kopieer link", "\\(", "thebe", "(p. )", "[object"):
        assert leftover not in text


def test_the_title_language_and_author_are_told(edition):
    kind = EDITIONS[edition.path.stem.removeprefix("dichterbij-")]
    assert edition.pdf.metadata.title == f"Dichterbij? De decentralisatie van het sociaal domein sinds 2015 · {kind}"
    assert edition.pdf.metadata.author
    assert edition.pdf.trailer["/Root"]["/Lang"] == "nl"
    assert edition.pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_pdfua_finds_no_error(edition):
    report = pdfua.validate(str(edition.path))
    errors = [finding for finding in report.findings if finding.severity.name == "ERROR"]
    assert [f"{finding.rule_id}: {finding.message}" for finding in errors] == []


def test_every_font_is_in_the_file_and_ours(edition):
    fonts = {}
    for page in edition.pdf.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object() if isinstance(font, IndirectObject) else font
            fonts[font["/BaseFont"]] = font
    assert fonts
    for name, font in fonts.items():
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object()), name
        assert re.search(r"Source-?(Serif|Sans)", name.replace("#20", "-").replace(" ", "-")), name


def test_it_is_light_enough_to_mail(edition):
    assert edition.path.stat().st_size <= 8_000_000


def test_a_self_test_begins_on_a_page_of_its_own(edition):
    pages = [entry.page for entry in edition.outline if entry.title == "Zelftoets"]
    assert pages
    for page in pages:
        assert any(word.text == "Zelftoets" and 18 < word.top < 45 for word in edition.words[page - 1])


def first_words(words):
    """The letters of the highest line below the running head."""
    body = [word for word in words if word.top > 20]
    highest = min((word.top for word in body), default=0)
    return letters("".join(word.text for word in body if word.top < highest + 2))


def test_the_answers_of_an_exercise_do_not_stand_alone_on_a_page(trainer):
    begins = {entry.page for entry in trainer.outline}
    first = {number: first_words(words) for number, words in enumerate(trainer.words, 1) if number not in begins}
    assert [number for number, words in first.items() if words.startswith("voordetrainer")] == []


def test_a_question_of_a_self_test_is_not_cut(edition):
    begins = {entry.page for entry in edition.outline}
    cut = []
    for number, page in enumerate(edition.pages, 1):
        asked = QUESTION.findall(page)
        if not asked:
            continue
        last, of = asked[-1]
        above = first_words(edition.words[number])
        ends = number + 1 in begins or not above or above.startswith("alleantwoorden")
        if not (ends if last == of else above.startswith(f"vraag{int(last) + 1}van{of}")):
            cut.append(number)
    assert cut == []


def test_the_workbook_has_the_answers_of_its_self_tests_apart(workbook):
    begin = next(entry.page for entry in workbook.outline if entry.title == "Antwoorden")
    assert begin > 0.8 * len(workbook.pages)
    assert [number for number, page in enumerate(workbook.pages[: begin - 1], 1) if "Goed is" in page] == []
    assert "Goed is" in workbook.pages[begin - 1]


def test_the_workbook_has_the_forms_and_cards(workbook):
    titles = {entry.title for entry in workbook.outline}
    assert {"Formulieren", "Tijdelijke werkbare overeenkomst (TWO)", "Stemformulier", "Begrotingsblad"} <= titles
    cards = next(entry.page for entry in workbook.outline if entry.title == "Knipbladen")
    assert "Kaart A. Peter Paul Doodkorte" in " ".join(" ".join(workbook.pages[cards:]).split())


def foot(words, title):
    """The lowest words above the number of the page, as many as the title has."""
    body = [word for word in words if word.top > 20 and word.bottom < 277]
    lowest = sorted(body, key=lambda word: round(word.bottom))[-len(title.split()) :]
    return bare("".join(word.text for word in lowest))


def test_no_heading_stands_at_the_foot_of_its_page(edition):
    cut = [
        (entry.page, entry.title)
        for entry in edition.outline
        if foot(edition.words[entry.page - 1], entry.title) == bare(entry.title)
    ]
    assert cut == []
