"""Blank forms at the back of the workbook, to copy as often as a group needs."""

from __future__ import annotations

from html import escape

BOX = '<span class="selftest-box"></span>'
POSITIONS = ("1 helemaal oneens", "2 oneens", "3 neutraal", "4 eens", "5 helemaal eens", "zeker", "twijfel")
TWO = (
    ("Wat spreken we af?", "Eén zin die iedereen aan tafel kan herhalen.", 3),
    ("Wie doet wat?", "Namen, geen functies.", 3),
    ("Tot wanneer geldt het?", "Een datum waarop we opnieuw kijken.", 2),
    ("Waaraan zien we dat het werkt?", "En waaraan dat we moeten stoppen.", 3),
    ("Wat laten we open?", "Waarover we het niet eens zijn, en dat mag.", 3),
)
FACT_CHECK = (
    ("De bewering, woord voor woord", 2),
    ("Wie zegt het, wanneer, en met welk doel?", 2),
    ("Wat zeggen anderen? Twee bronnen, met jaar", 4),
    ("Waar komt het vandaan: gemeten, geraamd of geëist?", 2),
    ("Zo klopt de zin wel", 3),
    ("Wij veranderen van mening als …", 2),
)
AGREEMENT = (
    ("Dit ga ik anders doen", 6),
    ("De eerste keer, met dag en plaats", 3),
    ("Wie merkt er iets van, en wat?", 5),
    ("Wie vraagt mij er over zes weken naar?", 2),
)
FEEDBACK = (
    ("Deze zin overtuigt mij, omdat …", 5),
    ("Dit woord beweert meer dan de cijfers dragen", 4),
    ("Deze stem ontbreekt nog", 4),
    ("Eén vraag aan de schrijver", 3),
)


def forms() -> list[tuple[str, str, str]]:
    """Return (id, title, HTML) of each form."""
    return [
        ("formulier-two", "Tijdelijke werkbare overeenkomst (TWO)", _two()),
        ("formulier-stemmen", "Stemformulier", _vote()),
        ("formulier-begroting", "Begrotingsblad", _budget()),
        ("formulier-feitencheck", "Oordeelkaart bij een feitencheck", _fact_check()),
        ("formulier-leescommentaar", "Leescommentaar", _asked(FEEDBACK, "Van", "Voor")),
        ("formulier-afspraak", "Afspraak met jezelf", _asked(AGREEMENT, "Naam", "Datum")),
    ]


def _two() -> str:
    rows = "".join(_question(f"{number}. {question}", lines, hint) for number, (question, hint, lines) in _numbered())
    signed = "".join(f"<p>{_line(f'Naam {number}')}</p>" for number in range(1, 5))
    return f'{rows}<p class="formulier-vraag">Afgesproken door</p><div class="formulier-namen">{signed}</div>'


def _numbered():
    return enumerate(TWO, start=1)


def _vote() -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in POSITIONS)
    rows = "".join(
        f'<tr><th scope="row">Stelling {number}, ronde {turn}</th>{f"<td>{BOX}</td>" * len(POSITIONS)}</tr>'
        for number in range(1, 9)
        for turn in (1, 2)
    )
    table = f'<table class="stemblad"><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    moved = _question("Bij welke stelling verschoof je, en door welk argument?", 3)
    return f"<p>Stem in stilte, voor en na het gesprek. Kruis ook aan of je zeker bent of twijfelt.</p>{table}{moved}"


def _budget() -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Post", "Nu (€)", "Voorstel (€)", "Wie merkt het?"))
    empty = "<tr><td></td><td></td><td></td><td></td></tr>" * 16
    total = '<tr><th scope="row">Samen</th><td></td><td></td><td></td></tr>'
    table = f'<table class="invullen"><thead><tr>{heads}</tr></thead><tbody>{empty}{total}</tbody></table>'
    return f"<p>{_line('Van')} {_line('Jaar')}</p>{table}{_question('Wat verzwijgt deze som?', 3)}"


def _fact_check() -> str:
    verdicts = " ".join(
        f"<span>{BOX} {name}</span>" for name in ("klopt", "deels", "klopt niet", "niet te controleren")
    )
    sure = " ".join(f"<span>{BOX} {name}</span>" for name in ("zeker", "twijfel"))
    verdict = f'<p class="formulier-vraag">Ons oordeel</p><p class="formulier-keuze">{verdicts}</p>'
    asked = [_question(question, lines) for question, lines in FACT_CHECK]
    return f'{"".join(asked[:4])}{verdict}<p class="formulier-keuze">{sure}</p>{"".join(asked[4:])}'


def _asked(questions: tuple[tuple[str, int], ...], *names: str) -> str:
    head = " ".join(_line(name) for name in names)
    return f"<p>{head}</p>" + "".join(_question(question, lines) for question, lines in questions)


def _question(question: str, lines: int, hint: str = "") -> str:
    told = f' <span class="formulier-hint">{escape(hint)}</span>' if hint else ""
    return (
        f'<div class="formulier-deel"><p class="formulier-vraag">{escape(question)}{told}</p>'
        f'<div class="writing-room">{"<div></div>" * lines}</div></div>'
    )


def _line(name: str) -> str:
    return f'<span class="formulier-lijn">{escape(name)} <span class="selftest-line"></span></span>'
