"""Counts a service's figures again from its extracts and compares them with a figures.csv.

    python3 tests/recount/recount.py --extracts DIR --areas CODE... --nation Wales --figures FILE

It reads no SQL of the product. It exits with 1 if a figure disagrees or a measure is neither counted nor left out for a
reason given in measures.py, with 2 if an extract cannot be read, and with 0 if all agree.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from compare import Report, compare_measure, list_uncovered, read_figures  # noqa: E402
from figures import FigureCounter  # noqa: E402
from measures import MEASURES  # noqa: E402
from population import Population  # noqa: E402
from service import Service  # noqa: E402
from tables import Tables, Unreadable  # noqa: E402
from verdicts import VerdictReport, compare_verdicts  # noqa: E402

PROJECT = Path(__file__).resolve().parents[2]
OTHER_NATION = {"Wales": "england", "England": "wales"}


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count a service's figures again and compare them with a figures.csv.")
    parser.add_argument("--extracts", type=Path, required=True, help="folder of the extracts")
    parser.add_argument("--reference", type=Path, help="folder of the reference data (default: EXTRACTS/reference)")
    parser.add_argument("--areas", nargs="+", required=True, help="the service's area codes")
    parser.add_argument("--nation", choices=sorted(OTHER_NATION), required=True)
    parser.add_argument("--figures", type=Path, required=True, help="the figures.csv of an edition that hides nothing")
    parser.add_argument("--every", action="store_true", help="print every disagreement, not the first of each measure")
    return parser.parse_args()


def print_report(measure: str, report: Report, every: bool) -> None:
    not_shown = "".join(f", {count} {status}" for status, count in sorted(report.not_shown.items()))
    print(
        f"{measure}: {report.figures} figures{not_shown}; {report.values} values compared, {report.agreed} agreed,"
        f" {report.values - report.agreed} disagreed; {report.intervals} intervals"
    )
    for disagreement in report.disagreements if every else report.disagreements[:1]:
        print(f"    {disagreement}")


def main() -> int:
    chosen = read_arguments()
    tables = Tables(PROJECT, [chosen.extracts, chosen.reference or chosen.extracts / "reference"])
    counter = FigureCounter(Service(tables, chosen.areas), Population(tables.rows("population"), chosen.areas))
    measures = read_figures(chosen.figures)
    reports = {}
    for measure in sorted(set(measures) & set(MEASURES)):
        reports[measure] = compare_measure(counter, measure, measures[measure])
        if measure.endswith(f"_{OTHER_NATION[chosen.nation]}"):
            reports[measure].disagreements.append("a measure of the other nation")
        print_report(measure, reports[measure], chosen.every)
    verdicts = compare_verdicts(measures)
    print_verdicts(verdicts, chosen.every)
    left_out, unexplained = list_uncovered(measures)
    print_totals(reports, left_out, unexplained)
    wrong = verdicts.disagreements or any(report.disagreements for report in reports.values())
    return 1 if unexplained or wrong else 0


def print_verdicts(report: VerdictReport, every: bool) -> None:
    agreed = report.compared - len(report.disagreements)
    print(f"verdicts of relative rates: {report.compared} worked out, {agreed} agreed")
    for disagreement in report.disagreements if every else report.disagreements[:1]:
        print(f"    {disagreement}")


def print_totals(reports: dict[str, Report], left_out: list[str], unexplained: list[str]) -> None:
    compared = [report for report in reports.values() if report.values]
    values, agreed = (sum(getattr(report, name) for report in compared) for name in ("values", "agreed"))
    print(f"\n{len(compared)} measures counted again; {len(reports) - len(compared)} more show no figure to compare")
    print(f"{values} values compared, {agreed} agreed, {values - agreed} disagreed")
    print(f"{sum(report.intervals for report in compared)} intervals worked out")
    print(f"{sum(len(report.disagreements) for report in reports.values())} disagreements in all")
    print(f"{len(left_out)} measures left out, which need record linkage: {', '.join(left_out)}")
    if unexplained:
        print(f"{len(unexplained)} measures not counted, for no reason given: {', '.join(unexplained)}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Unreadable, OSError) as unreadable:
        print(unreadable, file=sys.stderr)
        sys.exit(2)
