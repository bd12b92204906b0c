"""Tables of charts that draw series: a row for each period, a column for each series."""

from book.charts.model import GAP, Cell, Column, Row, Table, status_of
from book.facts import Series, dutch

RANK = ("bevestigd", "afgeleid", "voorlopig", "bewering")


def by_period(head: str, *columns: tuple[str, str, Series], factor: float = 1, decimals: int | None = None) -> Table:
    """One row for each period in any of the series (label, unit, series); the least certain status counts."""
    periods = sorted({point.period for _, _, one in columns for point in one.points})
    return Table(
        head,
        tuple(Column(label, unit) for label, unit, _ in columns),
        tuple(_row(period, [one for _, _, one in columns], factor, decimals) for period in periods),
    )


def _row(period: str, every: list[Series], factor: float, decimals: int | None) -> Row:
    found = [next((point for point in one.points if point.period == period), None) for one in every]
    known = [point for point in found if point is not None and point.value is not None]
    status = max((status_of(point) for point in known), key=RANK.index, default=GAP)
    notes = [point.note for point in found if point is not None and point.note]
    notes += [f"breuk: {one.note}" for series in every for one in series.breaks if one.before == period]
    return Row(
        dutch.period(period),
        tuple("" if point is None else Cell.of(point, factor, decimals) for point in found),
        status,
        "; ".join(dict.fromkeys(note.rstrip(".") for note in notes)),
        any(point.indirect for point in known),
    )
