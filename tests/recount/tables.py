"""Extracts read into rows of canonical columns: days as dates, numbers as numbers, codes under their canonical label.

Headings, column types and code labels are the published ones: `queries/contracts/*.yaml` (of which only the columns'
one-line entries are read) and `queries/codes/*.csv`. What a code means for a count is not read from there: `terms.py`.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from days import read_day
from workbook import read_workbook

Row = dict[str, object]
COLUMN = re.compile(r"^  (\w+): \{(.*)\}\s*$")
YES_NO = {"yes": "yes", "y": "yes", "true": "yes", "1": "yes", "no": "no", "n": "no", "false": "no", "0": "no"}


@dataclass(frozen=True)
class Column:
    name: str
    kind: str
    codes: str
    headings: tuple[str, ...]


class Unreadable(Exception):
    """A file, heading or label that the published contracts do not know."""


def fold(text: str) -> str:
    return " ".join(text.replace("&", " and ").split()).casefold()


def fold_heading(text: str) -> str:
    """A canonical column may be headed with spaces for its underscores."""
    return fold(text.replace("_", " "))


def read_contract(path: Path) -> list[Column]:
    columns = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = COLUMN.match(line)
        if entry is None:
            continue
        name, body = entry.groups()
        kind = re.search(r"type: (\w+)", body)
        codes = re.search(r"codes: (\w+)", body)
        headings = re.search(r"headings: \[(.*?)\]", body)
        listed = [part.strip().strip("'\"") for part in headings.group(1).split(",")] if headings else []
        columns.append(
            Column(name, kind.group(1) if kind else "text", codes.group(1) if codes else "", (name, *listed))
        )
    return columns


# The scheme of the short codes in the demonstration, as its settings say.
SCHEME = "police_self_defined"


def read_labels(folder: Path, codes: str) -> dict[str, str]:
    """Every way a code may be written, folded, to its canonical label."""
    labels = {}
    with (folder / f"{codes}.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for written in (row["label"], *row["also"].split("|")):
                if written:
                    labels.setdefault(fold(written), row["label"])
    schemes = folder.parent / "schemes" / f"{codes}.csv"
    if schemes.exists():
        with schemes.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["scheme"] == SCHEME:
                    labels.setdefault(fold(row["code"]), row["label"])
    return labels


def read_sheet(path: Path) -> list[list[str]]:
    if path.suffix == ".xlsx":
        return read_workbook(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


class Tables:
    """The extracts of one folder, each read when it is first asked for. An extract that did not come has no rows."""

    def __init__(self, project: Path, folders: list[Path]) -> None:
        self._contracts = project / "queries" / "contracts"
        self._codes = project / "queries" / "codes"
        self._names = sorted((path.stem for path in self._contracts.glob("*.yaml")), key=len, reverse=True)
        self._files: dict[str, Path] = {}
        for path in (path for folder in folders for path in sorted(folder.iterdir())):
            name = self._name(path)
            if name in self._files:
                raise Unreadable(f"{path.name} is a second file of the extract {name}")
            if name:
                self._files[name] = path
        self._read: dict[str, list[Row]] = {}

    def _name(self, path: Path) -> str | None:
        if path.suffix not in (".csv", ".xlsx"):
            return None
        return next((name for name in self._names if re.fullmatch(rf"{name}([^a-z].*)?", path.stem)), None)

    def rows(self, name: str) -> list[Row]:
        if name not in self._read:
            self._read[name] = self._read_extract(name) if name in self._files else []
        return self._read[name]

    def _read_extract(self, name: str) -> list[Row]:
        columns = read_contract(self._contracts / f"{name}.yaml")
        labels = {column.codes: read_labels(self._codes, column.codes) for column in columns if column.codes}
        sheet = read_sheet(self._files[name])
        places = _place_columns(columns, sheet[0], name)
        return [
            {column.name: _read_value(column, line, places, labels) for column in columns}
            for line in sheet[1:]
            if any(cell.strip() for cell in line)
        ]


def _place_columns(columns: list[Column], heading: list[str], name: str) -> dict[str, int]:
    """Where each column stands. A canonical heading is taken before the other headings a contract lists."""
    written = {fold_heading(text): place for place, text in enumerate(heading)}
    places: dict[str, int] = {}
    for column in columns:
        found = [written[fold_heading(text)] for text in column.headings if fold_heading(text) in written]
        if found:
            places[column.name] = found[0]
    unread = set(range(len(heading))) - set(places.values())
    if unread:
        raise Unreadable(f"{name}: no column for the heading {heading[min(unread)]!r}")
    return places


def _read_value(column: Column, line: list[str], places: dict[str, int], labels: dict[str, dict[str, str]]) -> object:
    place = places.get(column.name)
    text = line[place].strip() if place is not None and place < len(line) else ""
    try:
        return _read_text(column, text, labels)
    except (ValueError, KeyError, ArithmeticError) as fault:
        raise Unreadable(f"{column.name}: {text!r} is no {column.codes or column.kind}") from fault


def _read_text(column: Column, text: str, labels: dict[str, dict[str, str]]) -> object:
    if column.kind == "date" or column.name == "date_of_birth":
        return read_day(text)
    if text == "":
        return None
    if column.kind == "whole":
        return int(Decimal(text))
    if column.kind == "number":
        return Fraction(text)
    if column.kind == "yes_no":
        return YES_NO[fold(text)]
    if column.codes:
        return labels[column.codes][fold(text)]
    return text
