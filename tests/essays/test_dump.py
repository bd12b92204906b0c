"""A dump of web pages: its characters are mended, its furniture is left out, headings and lists are told apart."""

from book.essays.dump import Block, fingerprint, read, with_headings, without_furniture

LONG = "Dit is een alinea die lang genoeg is om onder een kopje te staan, want zij heeft veel meer woorden dan dat."


def kinds(blocks):
    return [block.kind for block in blocks]


def test_lost_dashes_and_quotes_come_back(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Het \x18eigen\x19 stuk \x13 zei ze \x1cja\x1d.\n")
    assert read(path) == [Block("paragraph", "Het ‘eigen’ stuk – zei ze “ja”.", 1)]


def test_lost_bullet_at_the_start_of_a_line_is_an_item(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text('  " Vraag het de buren\n  • Of de gemeente\n2. En daarna\n', "utf-8")
    assert [(block.kind, block.text, block.line) for block in read(path)] == [
        ("bullet", "Vraag het de buren", 1),
        ("bullet", "Of de gemeente", 2),
        ("number", "En daarna", 3),
    ]


def test_names_of_pictures_buttons_and_bylines_are_left_out():
    blocks = [Block("paragraph", text) for text in ("actie.png", "Published", "of 12345 LinkedIn", "Een zin.")]
    assert [block.text for block in without_furniture(blocks)] == ["Een zin."]


def test_lead_that_the_next_paragraph_repeats_stands_once():
    lead = Block("paragraph", "Een discussie is zonde.")
    again = Block("paragraph", "Een discussie is zonde. Dat vindt de wethouder.")
    assert list(without_furniture([lead, again])) == [again]


def test_short_line_above_a_long_paragraph_is_a_heading():
    blocks = [Block("paragraph", "Nabeschouwing"), Block("paragraph", LONG)]
    assert kinds(with_headings(blocks)) == ["heading", "paragraph"]


def test_short_sentence_is_no_heading():
    blocks = [Block("paragraph", "Dat is jammer."), Block("paragraph", LONG)]
    assert kinds(with_headings(blocks)) == ["paragraph", "paragraph"]


def test_numbered_lines_that_stand_alone_are_headings_counted_on():
    blocks = [Block("number", "Vorm"), Block("paragraph", LONG), Block("number", "Inhoud"), Block("paragraph", LONG)]
    assert [block.text for block in with_headings(blocks) if block.kind == "heading"] == ["1. Vorm", "2. Inhoud"]


def test_numbered_lines_that_follow_each_other_stay_a_list():
    blocks = [Block("paragraph", LONG), Block("number", "Een"), Block("number", "Twee")]
    assert kinds(with_headings(blocks)) == ["paragraph", "number", "number"]


def test_motto_at_the_start_is_a_paragraph():
    assert kinds(with_headings([Block("bullet", "Het is het geld"), Block("paragraph", LONG)]))[0] == "paragraph"


def test_fingerprint_sees_words_not_layout():
    assert fingerprint("Gaan we  het\xa0redden?") == fingerprint("gaan we het redden")
    assert fingerprint("\x18Ja\x19 zei ze") == fingerprint("‘Ja’, zei ze.")
    assert fingerprint("gaan we het redden") != fingerprint("gaan we het niet redden")
