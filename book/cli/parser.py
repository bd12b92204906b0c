"""The command line, in Dutch. Standard library only: `--help` works before the environment stands."""

import argparse
import gettext
import sys
from pathlib import Path

from book.cli.environment import ROOT

DUTCH = {
    "usage: ": "gebruik: ",
    "options": "opties",
    "positional arguments": "opdrachten",
    "show this help message and exit": "toon deze hulp",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fout: %(message)s\n",
    "unrecognized arguments: %s": "onbekend: %s",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r bestaat niet (kies uit %(choices)s)",
    "expected one argument": "hier hoort één waarde bij",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "%(value)r is geen geldige waarde",
}

EDITIONS = ("lezer", "docent")
GROUNDS = ("toestemming", "licentie", "eigen tekst")
ON_PAPER = (*EDITIONS, "werkboek")


def parse(argv: list[str]) -> argparse.Namespace:
    """Return the options; `options.needs` names the parts of the environment the command uses."""
    _speak_dutch()
    top = argparse.ArgumentParser(
        prog="python3 -m book",
        description="Bouwt het leerboek Dichterbij? De eerste keer wordt de omgeving gemaakt (enkele minuten).",
        epilog="Elke opdracht heeft eigen hulp: python3 -m book build --help",
    )
    commands = top.add_subparsers(dest="command", metavar="opdracht", required=True)
    _build(commands)
    _serve(commands)
    _lab(commands)
    _check(commands)
    _test(commands)
    _bench(commands)
    _data(commands)
    _essays(commands)
    if argv in ([], ["help"]):
        top.print_help()
        sys.exit(0)
    return top.parse_args(argv)


def _speak_dutch() -> None:
    original = gettext.gettext
    argparse._ = lambda text: DUTCH.get(text, original(text))


def _add(commands, name: str, help: str, needs: tuple[str, ...], **more) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help, description=more.pop("description", help), **more)
    command.set_defaults(needs=needs)
    return command


def _build(commands) -> None:
    build = _add(
        commands,
        "build",
        "bouw de site, de pdf's en het e-boek",
        ("book", "assets", "system"),
        description="Bouwt alles: de site in _build/html, de pdf's in _build/pdf en het e-boek in _build/epub.",
    )
    parts = build.add_subparsers(dest="part", metavar="deel")
    build.set_defaults(part="alles", edition="lezer")
    html = _add(parts, "html", "bouw alleen de site (_build/html)", ("book", "assets", "system"))
    html.add_argument(
        "--editie",
        dest="edition",
        choices=EDITIONS,
        default="lezer",
        help="lezer (zonder antwoorden) of docent (met begeleiding; in _build/docent)",
    )
    html.add_argument("--opnieuw", dest="fresh", action="store_true", help="gooi eerst alles weg wat gebouwd was")
    pdf = _add(parts, "pdf", "bouw de pdf's (_build/pdf)", ("book", "assets", "system"))
    pdf.add_argument(
        "edition",
        nargs="?",
        metavar="editie",
        choices=ON_PAPER,
        default=None,
        help="lezer, docent of werkboek; zonder keuze alle drie",
    )
    pdf.add_argument(
        "--hoofdstuk",
        dest="chapter",
        type=_chapter,
        metavar="nummer",
        help="alleen dit hoofdstuk met zijn opgaven, bijvoorbeeld 07 (zonder editie: lezer)",
    )
    pdf.add_argument("--formaat", dest="paper", choices=("a4", "a5"), default="a4", help="a4 (standaard) of a5")
    _add(parts, "epub", "bouw het leesboek voor een e-reader (_build/epub)", ("book", "assets", "system"))


def _chapter(text: str) -> str:
    if not text.isdigit() or not list((ROOT / "chapters").glob(f"{int(text):02}-*.md")):
        raise argparse.ArgumentTypeError(f"hoofdstuk {text} bestaat niet")
    return f"{int(text):02}"


def _serve(commands) -> None:
    serve = _add(commands, "serve", "toon de site en bouw opnieuw bij elke wijziging", ("book", "assets", "system"))
    serve.add_argument("--poort", dest="port", type=int, default=8000, help="poort op deze computer (standaard 8000)")


def _lab(commands) -> None:
    _add(commands, "lab", "open de hoofdstukken als notebook in Jupyter Lab", ("book",))


def _check(commands) -> None:
    _add(commands, "check", "controleer cijfers, bronnen, verwijzingen en opgaven", ("book", "assets"))


def _test(commands) -> None:
    test = _add(commands, "test", "draai alle tests", ("book", "assets", "dev-assets", "tests", "system"))
    test.add_argument("pytest", nargs="*", metavar="...", help="gaat door naar pytest (na --)")


def _bench(commands) -> None:
    _add(commands, "bench", "meet bouwtijd, gewicht en snelheid", ("book", "assets", "dev-assets", "tests", "system"))


def _data(commands) -> None:
    data = _add(commands, "data", "beheer de cijferbestanden", ("book",))
    actions = data.add_subparsers(dest="action", metavar="actie", required=True)
    _add(actions, "hash", "schrijf de controlegetallen van de CSV-bestanden in datapackage.json", ("book",))


def _essays(commands) -> None:
    essays = _add(commands, "essays", "eigen teksten van de bronessays naast de navertellingen zetten", ("book",))
    actions = essays.add_subparsers(dest="action", metavar="actie", required=True)
    bring = _add(
        actions,
        "import",
        "zoek de essays in tekstbestanden en bewaar ze in essays-own/ (buiten git)",
        ("book",),
        description="Zoekt de 25 essays in de tekstbestanden (.txt) van een map, aan de eerste en de laatste alinea. "
        "De volgende bouw toont elke tekst met een grondslag naast de navertelling, en een overzicht van de rechten.",
    )
    bring.add_argument("folder", metavar="map", type=Path, help="map met tekstbestanden")
    bring.add_argument(
        "--grondslag",
        dest="ground",
        choices=GROUNDS,
        default=None,
        help="grondslag voor teksten die er nog geen hebben; zonder deze keuze vraagt de opdracht ernaar",
    )
