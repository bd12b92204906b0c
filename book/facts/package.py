"""The Frictionless data package in `book/data/`: typed rows with their line, and the hashes.

A light reader for daily use: `frictionless` itself takes a second to import and is used in the tests.
Both read the same `datapackage.json`.
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from book.facts.errors import RegisterError

DATA = Path(__file__).resolve().parent.parent / "data"
DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True)
class Row:
    """One row: typed values by column, the text as it stands in the file, and the line in the file."""

    values: dict[str, Any]
    raw: dict[str, str]
    line: int


def descriptor(folder: Path = DATA) -> dict[str, Any]:
    """The content of datapackage.json."""
    path = folder / DESCRIPTOR
    try:
        return json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise RegisterError("the data package is missing; restore it from version control", path) from error
    except json.JSONDecodeError as error:
        raise RegisterError(f"not valid JSON: {error.msg}", path, error.lineno) from error


def resource(package: dict[str, Any], name: str) -> dict[str, Any]:
    """The description of one file of the package."""
    return next(item for item in package["resources"] if item["name"] == name)


def fingerprint(path: Path) -> tuple[str, int]:
    """('sha256:…', number of bytes) of a file."""
    content = path.read_bytes()
    return "sha256:" + hashlib.sha256(content).hexdigest(), len(content)


def check_hashes(folder: Path = DATA) -> None:
    """Raise RegisterError when a file is not the one that datapackage.json describes."""
    for item in descriptor(folder)["resources"]:
        path = folder / item["path"]
        if not path.exists():
            raise RegisterError("this file of the data package is missing; restore it", path)
        if fingerprint(path) != (item["hash"], item["bytes"]):
            raise RegisterError(
                f"changed since {DESCRIPTOR} was written; if you meant to, run `python3 -m book data hash`", path
            )


def rehash(folder: Path = DATA) -> list[str]:
    """Write the hash and size of every file into datapackage.json; returns the names that changed."""
    package, changed = descriptor(folder), []
    for item in package["resources"]:
        found = fingerprint(folder / item["path"])
        if found != (item.get("hash"), item.get("bytes")):
            item["hash"], item["bytes"] = found
            changed.append(item["path"])
    if changed:
        text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
        (folder / DESCRIPTOR).write_text(text, "utf-8")
    return changed


def _typed(text: str, field: dict[str, Any], where: tuple[Path, int]) -> Any:
    """One cell as the type its field asks; None (False for a boolean) when it is empty."""
    kind, limits, name = field["type"], field.get("constraints", {}), field["name"]
    if text == "":
        if limits.get("required"):
            raise RegisterError(f"column '{name}' must not be empty", *where)
        return {"boolean": False, "string": ""}.get(kind)
    if "enum" in limits and text not in limits["enum"]:
        raise RegisterError(f"'{text}' is not allowed in column '{name}'; use one of {limits['enum']}", *where)
    if "pattern" in limits and not re.fullmatch(limits["pattern"], text):
        raise RegisterError(f"'{text}' in column '{name}' does not match {limits['pattern']}", *where)
    if kind == "boolean":
        if text not in field["trueValues"] + field["falseValues"]:
            raise RegisterError(f"'{text}' in column '{name}' must be one of {field['trueValues']} or empty", *where)
        return text in field["trueValues"]
    if kind == "number":
        if not re.fullmatch(r"-?\d+(\.\d+)?", text):
            raise RegisterError(f"'{text}' in column '{name}' is not a number such as 1314 or 8.5", *where)
        return float(text)
    return text


def rows(name: str, folder: Path = DATA) -> Iterator[Row]:
    """The rows of one CSV, typed by its schema.

    Raises RegisterError with file and line: other columns than the schema, a bad type, an empty cell that is
    required, a value outside its list, a key that occurs twice.
    """
    item = resource(descriptor(folder), name)
    path, schema = folder / item["path"], item["schema"]
    fields = schema["fields"]
    expected = [field["name"] for field in fields]
    key = schema.get("primaryKey", [])
    key = [key] if isinstance(key, str) else key
    seen: dict[tuple[str, ...], int] = {}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        line = 1
        try:
            header = next(reader, [])
            if header != expected:
                raise RegisterError(f"the columns must be: {', '.join(expected)}", path, 1)
            line = reader.line_num + 1
            for cells in reader:
                if len(cells) != len(expected):
                    raise RegisterError(
                        f"{len(cells)} cells where {len(expected)} are needed; check the quotes", path, line
                    )
                raw = dict(zip(expected, cells, strict=True))
                values = {field["name"]: _typed(raw[field["name"]], field, (path, line)) for field in fields}
                identity = tuple(raw[column] for column in key)
                if key and identity in seen:
                    raise RegisterError(
                        f"'{' '.join(identity)}' occurs twice, first on line {seen[identity]}; remove one", path, line
                    )
                seen[identity] = line
                yield Row(values, raw, line)
                line = reader.line_num + 1
        except csv.Error as error:
            raise RegisterError(f"cannot be read as CSV: {error}", path, line) from error
