"""The register: everything in `book/data/`, read once, checked while it is read.

Raises RegisterError (file, line, remedy) for: an unknown source, a derived figure without its sum or with a
sum that does not come out, a change of method inside a series that breaks.csv does not declare, a break that
names a period the series lacks, and what `book.facts.package`, `timeline` and `stances` refuse.
"""

import difflib
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from book.facts import derive, dutch, package, sources, stances, timeline
from book.facts.errors import RegisterError
from book.facts.model import Break, Essay, Fact, Point, Series, Source


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _precision(raw: dict[str, str]) -> int:
    return max(_decimals(raw["value"]), _decimals(raw["value_high"]))


def nearest(wanted: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` or an empty string."""
    close = difflib.get_close_matches(wanted, list(known), 1, 0.6)
    return f"; did you mean '{close[0]}'?" if close else ""


class Register:
    """Figures, series, sources and essays of one data folder."""

    def __init__(self, folder: Path = package.DATA) -> None:
        self.folder = folder
        package.check_hashes(folder)
        self.bibliography = folder / "references.bib"
        self._keys = sources.keys(self.bibliography)
        self.lines: dict[str, tuple[Path, int]] = {}
        self.facts = self._facts()
        self.series = self._series()
        self.essays = self._essays()
        self.timeline = timeline.read(folder, self._check_source, self.essays)
        self.stances = stances.read(folder, self.essays)
        self._check_sums()

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by key. Read when first asked for: it needs the BibTeX parser."""
        return sources.load(self.bibliography)

    def fact(self, identifier: str) -> Fact:
        """One figure by id. Raises RegisterError that names the nearest id."""
        try:
            return self.facts[identifier]
        except KeyError:
            raise RegisterError(
                f"there is no figure '{identifier}'{nearest(identifier, self.facts)}",
                self.folder / "figures.csv",
            ) from None

    def one_series(self, identifier: str) -> Series:
        """One series by id. Raises RegisterError that names the nearest id."""
        try:
            return self.series[identifier]
        except KeyError:
            raise RegisterError(
                f"there is no series '{identifier}'{nearest(identifier, self.series)}",
                self.folder / "series.csv",
            ) from None

    def point(self, identifier: str) -> tuple[Series, Point]:
        """The point `series@period`. Raises RegisterError when either part is unknown."""
        name, _, period = identifier.partition("@")
        series = self.one_series(name)
        try:
            return series, series.point(period)
        except KeyError:
            known = ", ".join(point.period for point in series.points)
            raise RegisterError(
                f"series '{name}' has no period '{period}'; it has {known}", self.folder / "observations.csv"
            ) from None

    def value(self, identifier: str) -> float:
        """The value of a figure or of a point `series@period`, in its own unit."""
        found = self.point(identifier)[1] if "@" in identifier else self.fact(identifier)
        if found.value is None:
            raise RegisterError(f"'{identifier}' has no value to calculate with")
        return found.value

    def sum_text(self, expression: str) -> str:
        """A sum with the values in place of the ids, in Dutch: `145.000 / 393`."""

        def text(match: re.Match[str]) -> str:
            found = match.group()
            if not derive.ID.fullmatch(found):
                return dutch.number(float(found), _decimals(found))
            item = self.point(found)[1] if "@" in found else self.fact(found)
            return dutch.number(item.value, item.decimals)

        return re.sub(rf"{derive.ID.pattern}|\d+(\.\d+)?", text, expression)

    def source(self, key: str) -> Source:
        """One source by its key. Raises RegisterError that names the nearest key."""
        if key not in self._keys:
            raise RegisterError(f"there is no source '{key}'{nearest(key, self._keys)}", self.bibliography)
        return self.sources[key]

    def _check_source(self, key: str, where: tuple[Path, int]) -> None:
        if key not in self._keys:
            raise RegisterError(
                f"source '{key}' is not in references.bib{nearest(key, self._keys)}; add it there", *where
            )

    def _facts(self) -> dict[str, Fact]:
        path, found = self.folder / "figures.csv", {}
        for row in package.rows("figures", self.folder):
            where, values = (path, row.line), dict(row.values)
            self._check_source(values["source"], where)
            values["written"] = values.pop("text")
            if values["value"] is None and not values["written"]:
                raise RegisterError("a figure needs a value or a text", *where)
            fact = Fact(decimals=_precision(row.raw), **values)
            found[fact.id] = fact
            self.lines[fact.id] = where
        return found

    def _series(self) -> dict[str, Series]:
        described = {row.values["id"]: row for row in package.rows("series", self.folder)}
        for row in described.values():
            self._check_source(row.values["source"], (self.folder / "series.csv", row.line))
        points = self._points(described)
        breaks = self._breaks(points)
        found = {}
        for name, row in described.items():
            ordered = tuple(sorted(points[name], key=lambda point: point.period))
            self._check_breaks(name, ordered, breaks[name])
            found[name] = Series(points=ordered, breaks=tuple(breaks[name]), **row.values)
            self.lines.setdefault(name, (self.folder / "series.csv", row.line))
        return found

    def _points(self, described: dict[str, package.Row]) -> dict[str, list[Point]]:
        path = self.folder / "observations.csv"
        points: dict[str, list[Point]] = {name: [] for name in described}
        for row in package.rows("observations", self.folder):
            where, values = (path, row.line), dict(row.values)
            name = values.pop("series")
            if name not in described:
                raise RegisterError(f"series '{name}' is not in series.csv{nearest(name, described)}", *where)
            if (values["value"] is None) != (values["status"] == ""):
                raise RegisterError("a point has both a value and a status, a gap has neither", *where)
            values["source"] = values["source"] or described[name].values["source"]
            self._check_source(values["source"], where)
            unit = described[name].values["unit"]
            point = Point(decimals=_precision(row.raw), unit=unit, **values)
            points[name].append(point)
            self.lines[f"{name}@{point.period}"] = where
        for name, row in described.items():
            if not points[name]:
                raise RegisterError(f"series '{name}' has no observations", self.folder / "series.csv", row.line)
        return points

    def _breaks(self, points: dict[str, list[Point]]) -> dict[str, list[Break]]:
        path = self.folder / "breaks.csv"
        breaks: dict[str, list[Break]] = {name: [] for name in points}
        for row in package.rows("breaks", self.folder):
            name, before, note = (row.values[column] for column in ("series", "before", "note"))
            if before not in [point.period for point in points.get(name, [])]:
                raise RegisterError(f"series '{name}' has no period '{before}' to break before", path, row.line)
            breaks[name].append(Break(before, note))
        return breaks

    def _check_breaks(self, name: str, points: tuple[Point, ...], breaks: list[Break]) -> None:
        known = [point for point in points if point.value is not None]
        for earlier, later in pairwise(known):
            declared = any(earlier.period < item.before <= later.period for item in breaks)
            if earlier.method != later.method and not declared:
                raise RegisterError(
                    f"the method changes from '{earlier.method}' to '{later.method}'; declare it in breaks.csv",
                    *self.lines[f"{name}@{later.period}"],
                )

    def _essays(self) -> dict[str, Essay]:
        found = {}
        for row in package.rows("essays", self.folder):
            self._check_source(row.values["source"], (self.folder / "essays.csv", row.line))
            found[row.values["id"]] = Essay(**row.values)
        return found

    def _check_sums(self) -> None:
        items: list[tuple[str, Fact | Point]] = list(self.facts.items())
        items += [(f"{s.id}@{point.period}", point) for s in self.series.values() for point in s.points]
        for name, item in items:
            if item.status == "afgeleid" and not item.derivation:
                raise RegisterError(f"'{name}' is derived: write the sum in column 'derivation'", *self.lines[name])
            if item.derivation:
                self._check_sum(name, item, self.value)

    def _check_sum(self, name: str, item: Fact | Point, value_of: Callable[[str], float]) -> None:
        try:
            outcome = derive.evaluate(item.derivation, value_of)
        except (ValueError, RegisterError, ZeroDivisionError) as error:
            message = error.message if isinstance(error, RegisterError) else str(error)
            raise RegisterError(f"the sum of '{name}' fails: {message}", *self.lines[name]) from error
        if item.value is None or dutch.rounded(outcome, item.decimals) != dutch.rounded(item.value, item.decimals):
            raise RegisterError(
                f"the sum of '{name}' gives {outcome:.6g}, not {item.value}; correct the value or the sum",
                *self.lines[name],
            )
