"""Every figure of a figures.csv beside the same figure counted again."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import isclose
from pathlib import Path

from days import Window, is_quarter_end, start_window
from figures import Figure, FigureCounter
from measures import MEASURES, NEED_LINKAGE, list_lengths

VALUE_TOLERANCE = 1e-12  # of a quotient printed as a double
INTERVAL_TOLERANCE = 1e-9  # of a bound found by bisection

Printed = dict[str, str]


@dataclass
class Report:
    """What came of one measure."""

    figures: int = 0
    values: int = 0
    agreed: int = 0
    intervals: int = 0
    not_shown: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)


def read_figures(path: Path) -> dict[str, list[Printed]]:
    """The service's own rows, by measure. Published figures of other areas are quoted, not counted."""
    measures: dict[str, list[Printed]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["area_kind"] == "service":
                measures[row["measure"]].append(row)
    return measures


def compare_measure(counter: FigureCounter, measure: str, rows: list[Printed]) -> Report:
    report = Report()
    printed: dict[tuple[Window, str], set[str]] = defaultdict(set)
    for row in rows:
        window = Window(date.fromisoformat(row["window_start"]), date.fromisoformat(row["window_end"]))
        report.figures += 1
        if row["status"] != "shown":
            report.not_shown[row["status"]] += 1
            _note(report, row, _check_not_shown(row))
        if row["numerator"] == "":
            continue
        printed[window, row["breakdown"]].add(row["group"])
        _note(report, row, _check_window(measure, window))
        _compare(report, row, counter.count(measure, window, row["breakdown"], row["group"]))
    for (window, breakdown), groups in printed.items():
        for group in sorted(counter.list_unprinted(measure, window, breakdown, groups)):
            where = f"{window.first}..{window.last} {breakdown}"
            report.disagreements.append(f"{where}: somebody counted is in {group!r}, which is not printed")
    return report


def _check_not_shown(row: Printed) -> list[str]:
    """Counts from which no value follows are given, with a note that says why. Nothing else is."""
    withheld = ["value", "lower", "upper"]
    if row["status"] != "no data" or not row["note"]:
        withheld += ["numerator", "denominator"]
    return [f"{cell} is given though {row['status']}" for cell in withheld if row[cell]]


def _check_window(measure: str, window: Window) -> list[str]:
    if measure == "needs_profile":
        whole_year = window == Window(date(window.last.year, 1, 1), date(window.last.year, 12, 31))
        return [] if whole_year else ["not a calendar year"]
    starts = {start_window(window.last, months) for months in list_lengths(measure)}
    return [] if is_quarter_end(window.last) and window.first in starts else ["not a window of this measure"]


def _compare(report: Report, row: Printed, ours: Figure) -> None:
    counted = [("numerator", ours.numerator), ("denominator", ours.denominator), ("value", ours.value)]
    cells = [(name, mine) for name, mine in counted if row[name] or mine is not None]
    wrong = [
        f"{name} {row[name] or 'empty'}, counted {_print(mine)}" for name, mine in cells if not _agrees(row[name], mine)
    ]
    report.values += len(cells)
    report.agreed += len(cells) - len(wrong)
    if row["unit"] != ours.unit:
        wrong.append(f"unit {row['unit']}, expected {ours.unit}")
    if row["lower"] or row["upper"]:
        wrong += _compare_interval(row, ours)
        report.intervals += 1
    _note(report, row, wrong)


def _compare_interval(row: Printed, ours: Figure) -> list[str]:
    if ours.interval is None:
        return ["an interval where none applies"]
    return [
        f"{name} {row[name] or 'empty'}, worked out {bound!r}"
        for name, bound in zip(("lower", "upper"), ours.interval)
        if not row[name] or not isclose(float(row[name]), bound, rel_tol=INTERVAL_TOLERANCE, abs_tol=INTERVAL_TOLERANCE)
    ]


def _agrees(printed: str, ours: int | Fraction | None) -> bool:
    if printed == "" or ours is None:
        return printed == "" and ours is None
    return isclose(float(printed), float(ours), rel_tol=VALUE_TOLERANCE, abs_tol=0)


def _print(number: int | Fraction | None) -> str:
    return "none" if number is None else f"{float(number):.10g}"


def _note(report: Report, row: Printed, wrong: list[str]) -> None:
    where = f"{row['window_start']}..{row['window_end']} {row['breakdown']} {row['group']}"
    report.disagreements += [f"{where}: {what}" for what in wrong]


def list_uncovered(measures: dict[str, list[Printed]]) -> tuple[list[str], list[str]]:
    """Measures left out for a stated reason, and those nobody has given a reason for."""
    uncovered = sorted(set(measures) - set(MEASURES))
    left_out = [measure for measure in uncovered if measure in NEED_LINKAGE]
    return left_out, [measure for measure in uncovered if measure not in NEED_LINKAGE]
