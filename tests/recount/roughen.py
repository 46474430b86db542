"""Makes a rough copy of the demonstration's extracts, for the product and the recount to count alike.

    python3 tests/recount/roughen.py --extracts DIR --to DIR [--seed N]

The samples hold few of the cases on which two readings of a definition part: events of one child on one day, outcomes
without offences, record numbers of unequal length, overlapping and open remands, answers left blank, children of
another authority. The copy holds many of each, and breaks no contract. A seed always makes the same copy.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

Row = dict[str, str]
NUMBERED = re.compile(r"([A-Z]+)0+([1-9]\d*)")
BLANKED = {
    "children": (0.05, ["sex", "ethnicity", "preferred_language", "looked_after", "prior_formal_outcome_elsewhere"]),
    "interventions": (0.05, ["end_reason"]),
    "kpi_snapshots": (
        0.06,
        [
            "accommodation_suitable",
            "ete_suitable",
            "ete_hours_attended",
            "school_age",
            "additional_need",
            "formal_plan",
            "mental_health_offered",
            "child_protection",
        ],
    ),
    "referrals": (0.05, ["decision", "decided_on", "offered_on", "ended_on"]),
    "court_reports": (0.1, ["delivered_on", "followed"]),
    "victims": (
        0.1,
        [
            "consented",
            "views_sought",
            "rj_offered",
            "rj_engaged",
            "progress_requested",
            "progress_information",
            "support",
        ],
    ),
    "sessions": (0.1, ["attended"]),
    "feedback": (0.1, ["intervention_id", "score"]),
    "soft_outcomes": (0.1, ["end_on", "end_score"]),
    "parenting_support": (0.1, ["assessment_consented", "supported_on"]),
    "exploitation": (0.2, ["nrm_referred", "panel_referred"]),
    "missing_episodes": (0.2, ["return_interview_offered"]),
    "board_attendance": (0.2, ["expected", "attended", "senior", "contributed_data"]),
    "staff": (0.1, ["vacant", "caseload", "sickness_days"]),
    "finance": (0.1, ["budget", "spent"]),
    "audits": (0.2, ["rating"]),
    "scrutiny": (0.2, ["finding"]),
    "escalations": (0.2, ["outcome", "resolved_on"]),
    "incidents": (0.2, ["learning_review"]),
    "supervision": (0.1, ["held_on"]),
    "custody": (0.2, ["end_date"]),
}
CHOSEN = {
    "children": ("responsible_authority", 0.06, ["W06000006"]),
    "offences": ("category", 0.08, ["Breach of Statutory Order", "Robbery", "Drugs"]),
    "outcomes": (
        "outcome_type",
        0.15,
        ["Reprimand", "Final Warning", "Sentence Deferred", "Young Offender Institution", "Youth Diversion Order"],
    ),
    "referrals": ("decision", 0.05, ["Adjourned"]),
    "needs": ("present", 0.08, ["not recorded", "yes"]),
    "board_attendance": ("expected", 0.1, ["no"]),
    "staff": ("vacant", 0.15, ["yes"]),
    "sessions": ("kind", 0.05, ["Reparation"]),
}
# An event is moved to the day of another of the same owner's.
MOVED = {
    "outcomes": ("child_id", "outcome_date"),
    "assessments": ("child_id", "assessed_on"),
    "audits": ("stage", "audited_on"),
    "exploitation": ("child_id", "raised_on"),
    "missing_episodes": ("child_id", "missing_from"),
    "remand_decisions": ("child_id", "decided_on"),
    "referrals": ("child_id", "referred_on"),
}


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def roughen(name: str, rows: list[Row], chance: random.Random) -> list[Row]:
    share, columns = BLANKED.get(name, (0.0, []))
    for row in rows:
        for column in columns:
            if row[column] and chance.random() < share:
                row[column] = ""
    if name in CHOSEN:
        column, share, labels = CHOSEN[name]
        for row in rows:
            row[column] = chance.choice(labels) if chance.random() < share else row[column]
    if name in MOVED:
        _move(rows, *MOVED[name], chance)
    if name == "children":
        _age(rows, chance)
    if name == "interventions":
        _end_together(rows, chance)
    if name == "custody":
        rows += _overlap(rows, chance)
    if name in ("outcome_offences", "kpi_snapshots", "needs"):
        return [row for row in rows if chance.random() > 0.08]
    return rows


def _move(rows: list[Row], owner: str, day: str, chance: random.Random) -> None:
    days = defaultdict(list)
    for row in rows:
        days[row[owner]].append(row[day])
    for row in rows:
        if chance.random() < 0.2:
            row[day] = chance.choice(days[row[owner]])


def _age(rows: list[Row], chance: random.Random) -> None:
    """Some children are up to three years older or younger than they were."""
    for row in rows:
        if chance.random() < 0.15:
            day, month, year = row["date_of_birth"].split("/")
            born = int(year) + chance.randint(-3, 3)
            row["date_of_birth"] = f"{'28' if day == '29' else day}/{month}/{born}"


def _end_together(rows: list[Row], chance: random.Random) -> None:
    """Some interventions of one child end on the day that another does."""
    ends = defaultdict(list)
    for row in rows:
        if row["end_date"]:
            ends[row["child_id"]].append(row["end_date"])
    for row in rows:
        later = [end for end in ends[row["child_id"]] if _read(end) >= _read(row["start_date"])]
        if later and chance.random() < 0.3:
            row["end_date"] = chance.choice(later)


def _overlap(rows: list[Row], chance: random.Random) -> Iterable[Row]:
    """A second remand that begins while the first lasts, or that ends on the day it begins."""
    for row in list(rows):
        if row["kind"].startswith("Remand") and chance.random() < 0.4:
            begins = _read(row["start_date"]) + timedelta(days=chance.randint(1, 9))
            ends = begins + timedelta(days=chance.choice([0, 5, 40]))
            yield {
                **row,
                "episode_id": row["episode_id"] + "B",
                "start_date": begins.strftime("%d/%m/%Y"),
                "end_date": ends.strftime("%d/%m/%Y"),
            }


def _read(day: str) -> datetime:
    return datetime.strptime(day, "%d/%m/%Y")


def shorten_numbers(rows: list[Row]) -> None:
    """Record numbers without their leading zeros, so that as text 9 comes after 10."""
    for row in rows:
        for column in row:
            if column.endswith("_id"):
                found = NUMBERED.fullmatch(row[column])
                row[column] = found.group(1) + found.group(2) if found else row[column]


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a rough copy of the demonstration's extracts.")
    parser.add_argument("--extracts", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    shutil.copytree(chosen.extracts, chosen.to)
    for path in sorted(chosen.to.glob("*.csv")):
        rows = roughen(path.stem, read_rows(path), random.Random(f"{chosen.seed} {path.stem}"))
        shorten_numbers(rows)
        write_rows(path, rows)


if __name__ == "__main__":
    main()
