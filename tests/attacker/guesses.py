"""What is printed -> what a careful reader would suppose of what is hidden, and drop where a printed figure contradicts it."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Callable, Iterable, Iterator

from figures import Pack, Place, by_series

ADDITIVE = ("ethnicity", "sex", "age_band", "looked_after", "traveller", "language", "outcome_tier", "audit_stage", "scrutiny_finding")
COVERING = ("order_type",)
LASTING = ("total", "ethnicity", "sex", "looked_after", "traveller", "language", "ethnicity_girls", "ethnicity_boys")
UNRECORDED = {"not_recorded": "total", "need_not_recorded": "need"}
CROSSED = {"ethnicity_girls": "Female", "ethnicity_boys": "Male"}
LEAST_MATCHES = 5

# A row is a sum of counts that lies between two ends; None is no end. Its kind is dropped whole if a pack contradicts it.
Row = tuple[str, dict[Place, int], int, int | None]


def guess_equal_series(packs: list[Pack], least_numbers: int) -> list[tuple[str, str]]:
    """Pairs of a measure's numerators or denominators that are equal wherever both are printed, with so many different numbers."""
    printed: dict[str, dict[tuple, int]] = defaultdict(dict)
    for at, pack in enumerate(packs):
        for series, counts in by_series(pack.printed).items():
            printed[series].update({(at, *key): count for key, count in counts.items() if key[2] not in UNRECORDED})
    pairs = []
    for one, other in combinations(sorted(printed), 2):
        shared = printed[one].keys() & printed[other].keys()
        if len(shared) < LEAST_MATCHES or any(printed[one][key] != printed[other][key] for key in shared):
            continue
        if len({printed[one][key] for key in shared} - {0}) >= least_numbers:
            pairs.append((one, other))
    return pairs


def guess_rows(pack: Pack) -> list[Row]:
    """Every row that a reader would suppose of one pack."""
    places = set(pack.printed) | pack.hidden
    tables: dict[tuple, list[Place]] = defaultdict(list)
    for place in sorted(places):
        tables[(place.measure, place.side, place.starts, place.ends, place.breakdown)].append(place)
    rows = [
        *guess_sums(tables, places),
        *guess_shares(places, pack),
        *guess_windows(places, pack),
        *guess_known(places),
    ]
    return drop_contradicted(rows, pack.printed)


def guess_sums(tables: dict[tuple, list[Place]], places: set[Place]) -> Iterator[Row]:
    for (measure, side, *_window, breakdown), groups in tables.items():
        whole = groups[0].moved(breakdown="total", group="all")
        kind = f"{measure}.{side} by {breakdown}"
        if breakdown in ADDITIVE and whole in places:
            yield f"{kind} adds up", {whole: 1, **{group: -1 for group in groups}}, 0, 0
            yield f"{kind} is part", {whole: 1, **{group: -1 for group in groups}}, 0, None
        if breakdown in COVERING and side == "d" and whole in places:
            yield f"{kind} covers", {whole: -1, **{group: 1 for group in groups}}, 0, None
            for group in groups:
                yield f"{kind} is in it", {whole: 1, group: -1}, 0, None
        sex = groups[0].moved(breakdown="sex", group=CROSSED.get(breakdown, ""))
        if breakdown in CROSSED and sex in places:
            yield f"{kind} adds up", {sex: 1, **{group: -1 for group in groups}}, 0, 0
        if breakdown == "ethnicity":
            for group in groups:
                parts = [each for each in (group.moved(breakdown=crossed) for crossed in CROSSED) if each in places]
                yield f"{kind} within a sex", {group: 1, **{part: -1 for part in parts}}, 0, None


def guess_shares(places: set[Place], pack: Pack) -> Iterator[Row]:
    for place in places:
        whole = place.moved(side="d")
        if place.side != "n" or whole not in places:
            continue
        if pack.units[place.measure] != "mean":
            yield f"{place.measure} is a share", {whole: 1, place: -1}, 0, None
        recorded = place.moved(breakdown=UNRECORDED.get(place.breakdown, ""))
        if place.breakdown in UNRECORDED and recorded in places:
            yield f"{place.measure} not recorded", {whole: 1, place: -1, recorded: -1}, 0, None
        total = place.moved(side="d", breakdown="total", group="all")
        if place.breakdown in ("need", *UNRECORDED) and total in places:
            yield f"{place.measure} of all", {total: 1, whole: -1}, 0, 0


def guess_windows(places: set[Place], pack: Pack) -> Iterator[Row]:
    """Whoever is counted in a window is counted in a longer one around it."""
    series: dict[tuple, list[Place]] = defaultdict(list)
    for place in sorted(places):
        if place.side == "n" and pack.units[place.measure] not in ("proportion", "mean") and place.breakdown in LASTING:
            series[(place.measure, place.breakdown, place.group)].append(place)
    for windows in series.values():
        for inner in windows:
            for outer in windows:
                if inner != outer and outer.starts <= inner.starts and inner.ends <= outer.ends:
                    yield f"{inner.measure} in a longer window", {outer: 1, inner: -1}, 0, None


def guess_known(places: set[Place]) -> Iterator[Row]:
    """What the names and definitions of measures say of each other, in knowledge.csv."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_name[place.series].append(place)
    with (Path(__file__).parent / "knowledge.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for less in by_name[row["less"]]:
                measure, side = row["more"].split(".")
                more = less.moved(measure=measure, side=side)
                if less.breakdown not in UNRECORDED and more in places:
                    yield f"{row['less']} <= {row['more']}", {more: 1, less: -1}, 0, None


def drop_contradicted(rows: Iterable[Row], printed: dict[Place, int]) -> list[Row]:
    held, wrong = list(rows), set()
    for kind, form, least, most in held:
        if all(place in printed for place in form):
            total = sum(times * printed[place] for place, times in form.items())
            if total < least or (most is not None and total > most):
                wrong.add(kind)
    return [row for row in held if row[0] not in wrong]


def find_gaps(rows: Iterable[Row], is_wanted: Callable[[str], bool]) -> list[dict[Place, int]]:
    """What is left of a whole beside its part."""
    return [form for kind, form, _least, most in rows if most is None and is_wanted(kind)]
