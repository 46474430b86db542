"""figures.csv of several packs, oldest first -> what a reader holds: each count that is printed or hidden, by its place."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

# What these count is partner organisations and money: nobody is found by them.
OF_NOBODY = ("board_attendance", "kpi8_board", "budget_spent")
POPULATION_UNITS = ("per 1,000", "per 10,000", "per 100,000")
# Relative rates whose denominators are published populations too, by their definitions; others compare shares of our own.
RELATIVE_TO_POPULATION = ("disproportionality_arrest", "disproportionality_population", "offending_population_by_ethnicity")


@dataclass(frozen=True, order=True)
class Place:
    """One count: `n` is a numerator and `d` a denominator, of one measure, window and group."""

    measure: str
    side: str
    starts: str
    ends: str
    breakdown: str
    group: str

    @property
    def series(self) -> str:
        return f"{self.measure}.{self.side}"

    def moved(self, **parts: str) -> "Place":
        return Place(**{**self.__dict__, **parts})


@dataclass
class Pack:
    """The counts that a pack prints, those that it hides, and the unit of each measure."""

    printed: dict[Place, int]
    hidden: set[Place]
    units: dict[str, str]


def read_pack(path: Path) -> Pack:
    pack = Pack({}, set(), {})
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["area_kind"] != "service" or row["measure"].startswith(OF_NOBODY):
                continue
            pack.units[row["measure"]] = row["unit"]
            for place, text in counts_of(row):
                if row["status"] == "hidden":
                    pack.hidden.add(place)
                # A row without a value ("no data") prints the counts behind it all the same, and they add up with the others.
                elif text != "":
                    pack.printed[place] = int(text)
    has_denominator = {place.measure for place in pack.printed if place.side == "d"}
    has_denominator |= {measure for measure, unit in pack.units.items() if unit in ("proportion", "mean")}
    pack.hidden = {place for place in pack.hidden if place.side == "n" or place.measure in has_denominator}
    return pack


def counts_of(row: dict[str, str]) -> Iterator[tuple[Place, str]]:
    window = (row["window_start"], row["window_end"])
    group = (row["breakdown"], row["group"])
    yield Place(row["measure"], "n", *window, *group), row["numerator"]
    # A rate is of a published population: everybody has it, and populations of two sources do not add up.
    if row["unit"] not in POPULATION_UNITS and row["measure"] not in RELATIVE_TO_POPULATION:
        yield Place(row["measure"], "d", *window, *group), row["denominator"]


def by_series(places: dict[Place, int]) -> dict[str, dict[tuple[str, str, str, str], int]]:
    """By measure and side, what is printed in each window and group."""
    found: dict[str, dict[tuple[str, str, str, str], int]] = defaultdict(dict)
    for place, count in places.items():
        found[place.series][(place.starts, place.ends, place.breakdown, place.group)] = count
    return found
