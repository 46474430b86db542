"""One service's records, and the groups that its children are in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from days import age_on
from tables import Row, Tables, fold
from terms import find_ethnic_group, find_tier, is_traveller


@dataclass(frozen=True)
class Member:
    """One thing counted: what it adds to a figure's numerator and denominator, and whose it is."""

    numerator: int | Fraction = 1
    denominator: int | Fraction = 1
    child: str | None = None
    on: date | None = None  # the day on which the child's age is taken
    groups: dict[str, str] = field(default_factory=dict)  # of breakdowns that are not the child's own
    recorded: bool = True


class Service:
    """Records of children whose responsible authority is one of the service's own areas, and of no other child."""

    def __init__(self, tables: Tables, areas: list[str]) -> None:
        own = {fold(area) for area in areas}
        self._tables = tables
        self.areas = areas
        self.people = {row["child_id"]: row for row in tables.rows("children")}
        self.ours = {child for child, row in self.people.items() if fold(str(row["responsible_authority"])) in own}
        self._interventions = {row["intervention_id"]: row for row in tables.rows("interventions")}

    def all_rows(self, extract: str) -> list[Row]:
        return self._tables.rows(extract)

    def own_rows(self, extract: str) -> list[Row]:
        """Rows of our children, found by the child's number or by that of the intervention."""
        return [row for row in self._tables.rows(extract) if self.find_child(row) in self.ours]

    def find_child(self, row: Row) -> object:
        if "child_id" in row:
            return row["child_id"]
        intervention = self._interventions.get(row.get("intervention_id"))
        return None if intervention is None else intervention["child_id"]

    def list_outcomes(self) -> list[Row]:
        """Outcomes of our children, each with its tier (None for diversion) and its offences."""
        if not hasattr(self, "_outcomes"):
            offences = {row["offence_id"]: row for row in self.own_rows("offences")}
            linked = defaultdict(list)
            for row in self.all_rows("outcome_offences"):
                if row["offence_id"] in offences:
                    linked[row["outcome_id"]].append(offences[row["offence_id"]])
            self._outcomes = [
                {**row, "tier": tier, "offences": linked[row["outcome_id"]]}
                for row in self.own_rows("outcomes")
                for tier in [find_tier(row["outcome_type"], row["outcome_date"])]
            ]
        return self._outcomes

    def list_formal_days(self) -> dict[object, list[date]]:
        """The days of the formal outcomes of each offence, earliest first."""
        if not hasattr(self, "_formal_days"):
            days = defaultdict(list)
            for outcome in self.list_outcomes():
                if outcome["tier"]:
                    for offence in outcome["offences"]:
                        days[offence["offence_id"]].append(outcome["outcome_date"])
            self._formal_days = {offence: sorted(given) for offence, given in days.items()}
        return self._formal_days

    def find_age(self, child: object, day: date) -> int | None:
        born = self.people[child]["date_of_birth"]
        return None if born is None else age_on(born, day)

    def find_group(self, member: Member, breakdown: str) -> str | None:
        """The group that a member is in; None where the breakdown leaves the member out."""
        if breakdown in member.groups:
            return member.groups[breakdown]
        if breakdown in ("total", "not_recorded"):
            return "all"
        if breakdown == "age_band":
            return self._find_age_band(member)
        child = self.people[member.child]
        if breakdown in ("ethnicity_girls", "ethnicity_boys"):
            wanted = "Female" if breakdown == "ethnicity_girls" else "Male"
            return find_ethnic_group(child["ethnicity"]) if child["sex"] == wanted else None
        return {
            "ethnicity": find_ethnic_group(child["ethnicity"]),
            "sex": child["sex"] or "Not known",
            "looked_after": child["looked_after"] or "not recorded",
            "traveller": is_traveller(child["ethnicity"]),
            "language": child["preferred_language"] or "not recorded",
        }.get(breakdown)

    def _find_age_band(self, member: Member) -> str:
        age = self.find_age(member.child, member.on)
        if age is None:
            return "not known"
        if age < 10:
            return "under 10"
        return "10–14" if age < 15 else "15–17" if age < 18 else "18 and over"


def take_children(events: list[tuple[object, date]]) -> list[Member]:
    """Each child once, aged as on the first of the child's events."""
    first: dict[object, date] = {}
    for child, day in events:
        first[child] = min(day, first.get(child, day))
    return [Member(child=child, on=day) for child, day in first.items()]
