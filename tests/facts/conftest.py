"""A small register of its own for each test."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from book.facts import DATA, Register, package

FACT = {
    "theme": "Wmo", "label": "Een cijfer", "unit": "dingen", "period": "2015", "definition": "Dingen.",
    "source": "wmo2015", "locator": "blz.", "status": "bevestigd",
}  # fmt: skip
SERIES = {
    "theme": "Wmo", "title": "Een reeks", "unit": "dingen", "definition": "Dingen.", "source": "wmo2015",
    "locator": "blz.", "licence": "vrij",
}  # fmt: skip


class Book:
    """A data folder that a test fills and then opens."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir()
        for name in ("datapackage.json", "references.bib"):
            shutil.copy(DATA / name, folder)
        for item in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]:
            if item["format"] == "csv":
                self.write(item["name"], [])

    def columns(self, name):
        described = json.loads((self.folder / "datapackage.json").read_text("utf-8"))
        return [field["name"] for field in package.resource(described, name)["schema"]["fields"]]

    def write(self, name, rows, columns=None):
        with (self.folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns or self.columns(name), restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def facts(self, *rows):
        self.write("figures", [FACT | row for row in rows])
        return self

    def series(self, name, points, breaks=(), **about):
        self.write("series", [SERIES | {"id": name} | about])
        rows = [{"series": name, "status": "bevestigd" if point.get("value") else ""} | point for point in points]
        self.write("observations", rows)
        self.write("breaks", [{"series": name, "before": before, "note": "anders"} for before in breaks])
        return self

    def open(self) -> Register:
        package.rehash(self.folder)
        return Register(self.folder)


@pytest.fixture
def book(tmp_path) -> Book:
    return Book(tmp_path / "data")
