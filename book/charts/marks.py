"""How a chart shows what a figure is: provisional, derived, or only a claim. Never by colour alone."""

from dataclasses import dataclass
from typing import Any

HOLLOW = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Mark:
    """The mark of a status: the symbol of a point, the fill of a bar or area, and what the legend says."""

    symbol: str
    pattern: str
    words: str


MARKS = {
    "bevestigd": Mark("circle", "", "bevestigd"),
    "voorlopig": Mark("circle-open", "hollow", "open: voorlopig cijfer of verwachting"),
    "afgeleid": Mark("diamond-open", "/", "gearceerd: door ons berekend uit andere cijfers"),
    "bewering": Mark("square-open", ".", "gestippeld: alleen beweerd, geen tweede bron"),
}


def point_marks(statuses: list[str], colour: str, size: int = 10) -> dict[str, Any]:
    """The `marker` of a scatter trace whose points have these statuses."""
    return {
        "symbol": [MARKS[status].symbol for status in statuses],
        "color": colour, "size": size, "line": {"color": colour, "width": 2},
    }


def bar_marks(statuses: list[str], colour: str) -> dict[str, Any]:
    """The `marker` of a bar trace whose bars have these statuses: full, hollow, hatched or dotted."""
    patterns = [MARKS[status].pattern for status in statuses]
    return {
        "color": [HOLLOW if pattern == "hollow" else colour for pattern in patterns],
        "line": {"color": colour, "width": 1.5},
        "pattern": {
            "shape": ["" if pattern == "hollow" else pattern for pattern in patterns],
            "fillmode": "replace", "fgcolor": colour, "bgcolor": HOLLOW, "size": 6, "solidity": 0.35,
        },
    }


def marked(trace: dict[str, Any]) -> set[str]:
    """The statuses that the points of a trace have and show. A point's `customdata` is [read-out, status]."""
    return {
        status
        for index, (_, status) in enumerate(trace.get("customdata", []))
        if _shows(trace, index, status)
    }


def _shows(trace: dict[str, Any], index: int, status: str) -> bool:
    marker, mark = trace.get("marker", {}), MARKS[status]
    if trace.get("type") == "bar":
        if mark.pattern == "hollow":
            return _at(marker.get("color"), index) == HOLLOW
        return _at(marker.get("pattern", {}).get("shape", ""), index) == mark.pattern
    if "fill" in trace:
        return trace.get("fillpattern", {}).get("shape", "") == mark.pattern
    return _at(marker.get("symbol", "circle"), index) == mark.symbol


def _at(values: Any, index: int) -> Any:
    return values[index] if isinstance(values, list) else values
