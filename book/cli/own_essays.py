"""`essays import`: puts a reader's own copies of the source essays beside their retellings."""

import sys
from pathlib import Path

from book.cli.errors import UserError
from book.essays import importing, own, rights
from book.facts import register
from book.sphinxext.essays import title

WARNING = """\
Een heel weblogstuk overnemen is meer dan een korte overname in het onderwijs (hoogstens 50 pagina's en 25% van een
werk). Voor elk stuk is daarom een grondslag nodig: toestemming van de rechthebbende, een licentie, of eigen tekst.
Zonder grondslag toont het boek alleen de navertelling. De regeling voor korte overname geldt bovendien niet voor
trainingsdagen buiten het onderwijs. Leg het bij twijfel voor aan het auteursrechteninformatiepunt."""


def bring(folder: Path, ground: str | None) -> int:
    """Import from `folder`; `ground` is the ground of every text that has none yet, None asks for it."""
    essays = register().essays
    try:
        report = importing.search(folder)
    except NotADirectoryError:
        raise UserError(f"de map {folder} bestaat niet; geef de map met de tekstbestanden (.txt).") from None
    except FileNotFoundError:
        raise UserError(f"in {folder} staan geen tekstbestanden (.txt).") from None
    try:
        kept = importing.save(report)
        for line in importing.told(report, {one.id: title(one) for one in essays.values()}):
            print(line)
        print(f"\n{WARNING}\n")
        _settle(report, kept, ground)
        taken = rights.overview()
    except own.OwnError as error:
        raise UserError(str(error)) from None
    path = rights.write_csv(taken)
    shown = sum(bool(one.right.ground) for one in taken)
    print(f"{shown} van de {len(taken)} teksten hebben een grondslag en komen in het boek bij de volgende bouw.")
    print(f"De grondslagen staan in {own.FOLDER.name}/{own.RIGHTS}, het overzicht in {own.FOLDER.name}/{path.name}.")
    if shown < len(taken):
        print(f"Vul de rest in, of geef --grondslag ({', '.join(own.GROUNDS)}) mee bij het importeren.")
    return 0 if report.found else 1


def _settle(report: importing.Report, kept: list[own.Right], ground: str | None) -> None:
    """Give every text without a ground the one of the command line, or ask for it per rightholder."""
    open_ = [right.id for right in kept if not right.ground and right.id in report.found]
    asks = ground is None and sys.stdin.isatty()
    grounds = _asked(open_) if asks else dict.fromkeys(open_, ground or "")
    own.write_rights(
        own.Right(right.id, grounds.get(right.id, right.ground), right.date, right.proof, right.remark)
        for right in kept
    )


def _asked(numbers: list[str]) -> dict[str, str]:
    holders: dict[str, list[str]] = {}
    for number in numbers:
        holders.setdefault(register().essays[number].author, []).append(number)
    grounds = {}
    for holder, theirs in holders.items():
        choices = ", ".join(f"{place} {name}" for place, name in enumerate(own.GROUNDS, 1))
        answer = input(f"{holder} ({', '.join(theirs)}): grondslag? [{choices}, Enter: nog geen] ").strip()
        chosen = own.GROUNDS[int(answer) - 1] if answer in ("1", "2", "3") else ""
        grounds |= dict.fromkeys(theirs, chosen)
    return grounds
