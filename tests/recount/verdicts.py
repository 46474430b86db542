"""The verdicts of relative rates, worked out from the counts printed beside them, by the rules of docs/figures.md."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from compare import Printed
from intervals import bound_relative_rate
from measures import NEVER_COMPARED, REFERENCE_GROUPS
from ratios import FEWEST_EVENTS, SIGNIFICANT_BELOW, adjust, bound_share_ratio, test_rates, test_shares

# The two whose groups are set against populations, and not against children of ours.
OF_POPULATIONS = {"disproportionality_population", "disproportionality_arrest"}


@dataclass
class VerdictReport:
    """What came of the verdicts."""

    compared: int = 0
    disagreements: list[str] = field(default_factory=list)


@dataclass
class Comparison:
    """One group beside its reference group, as printed."""

    row: Printed
    counts: tuple[int, int, int, int]
    of_population: bool

    def test(self) -> float:
        return (test_rates if self.of_population else test_shares)(*self.counts)

    def bound(self) -> tuple[float, float]:
        return (bound_relative_rate if self.of_population else bound_share_ratio)(*self.counts)

    def excludes_parity(self) -> bool:
        lower, upper = self.bound()
        return lower > 1 or upper < 1

    def is_too_few(self) -> bool:
        """Few events seen or expected, or figures that fit a halving as well as a doubling."""
        events, base, reference, reference_base = self.counts
        lower, upper = self.bound()
        return min(events, base * reference / reference_base) < FEWEST_EVENTS or (lower <= 1 / 2 and upper >= 2)


def compare_verdicts(measures: dict[str, list[Printed]]) -> VerdictReport:
    """Every comparison of a page in windows of one length; ethnicity, sex and the rest are families of their own."""
    families: dict[tuple[int, str], list[Comparison]] = defaultdict(list)
    for measure, rows in measures.items():
        if measure.startswith("disproportionality_"):
            for comparison in _list_comparisons(measure, rows):
                families[_find_family(comparison.row)].append(comparison)
    report = VerdictReport()
    for family in families.values():
        adjusted = adjust([comparison.test() for comparison in family])
        for comparison, p in zip(family, adjusted):
            _compare(report, comparison, p)
    return report


def _list_comparisons(measure: str, rows: list[Printed]) -> list[Comparison]:
    found = {(row["window_start"], row["window_end"], row["breakdown"], row["group"]): row for row in rows}
    comparisons = []
    for row in rows:
        reference_group = REFERENCE_GROUPS.get(row["breakdown"])
        if reference_group is None or not row["value"] or row["group"] in NEVER_COMPARED | {reference_group}:
            continue
        reference = found[row["window_start"], row["window_end"], row["breakdown"], reference_group]
        counts = (row["numerator"], row["denominator"], reference["numerator"], reference["denominator"])
        events, base, of_events, of_base = (int(count) for count in counts)
        comparisons.append(Comparison(row, (events, base, of_events, of_base), measure in OF_POPULATIONS))
    return comparisons


def _find_family(row: Printed) -> tuple[int, str]:
    days = (date.fromisoformat(row["window_end"]) - date.fromisoformat(row["window_start"])).days
    years = round(days / 365.25)
    breakdown = row["breakdown"]
    return years, breakdown if breakdown in ("ethnicity", "sex") else "rest"


def _compare(report: VerdictReport, comparison: Comparison, p: float) -> None:
    events, base, reference, reference_base = comparison.counts
    if p < SIGNIFICANT_BELOW:
        ours = "higher" if events * reference_base > reference * base else "lower"
    elif comparison.excludes_parity():
        ours = "possible"
    else:
        ours = "too few to tell" if comparison.is_too_few() else "no clear change"
    report.compared += 1
    row = comparison.row
    if row["verdict"] != ours:
        where = f"{row['measure']} {row['window_start']}..{row['window_end']} {row['breakdown']} {row['group']}"
        report.disagreements.append(f"{where}: verdict {row['verdict'] or 'empty'}, worked out {ours} (p {p:.6f})")
