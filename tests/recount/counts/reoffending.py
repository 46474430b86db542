"""Proven reoffending of quarterly cohorts, and the live tracker beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from days import Window, add_months, list_quarters
from service import Member, Service
from tables import Row
from terms import TIERS

FOLLOW_UP = 12
FOLLOW_UP_AND_WAIT = 18
CUSTODY = "Custody"


@dataclass(frozen=True)
class Entry:
    """A child's entry into a cohort, by an index event, and the offences that followed it."""

    child: object
    on: date
    tier: str
    reoffences: list[Row] = field(default_factory=list)


def is_breach(offence: Row) -> bool:
    return str(offence["category"]).startswith("Breach")


def list_index_events(service: Service) -> list[Entry]:
    """Cautions, non-custodial court outcomes and ends of custodial sentences, those for breach alone left out."""
    events = [
        Entry(row["child_id"], row["outcome_date"], row["tier"])
        for row in service.list_outcomes()
        if row["tier"] and row["tier"] != CUSTODY
        and not (row["offences"] and all(is_breach(offence) for offence in row["offences"]))
    ]
    return events + [
        Entry(row["child_id"], row["end_date"], CUSTODY)
        for row in service.own_rows("custody")
        if row["kind"] == "Custodial sentence" and row["end_date"] is not None
    ]


def list_cohort(service: Service, window: Window) -> list[Entry]:
    """Each child once, by the first index event of the window, if aged 10 to 17 then.

    Of several events on one day the most severe stands.
    """
    first: dict[object, Entry] = {}
    for event in list_index_events(service):
        if window.has(event.on):
            held = first.get(event.child)
            if held is None or _rank(event) < _rank(held):
                first[event.child] = event
    return [
        Entry(entry.child, entry.on, entry.tier, list_reoffences(service, entry))
        for entry in first.values()
        if service.find_age(entry.child, entry.on) in range(10, 18)
    ]


def _rank(event: Entry) -> tuple[date, int]:
    return event.on, -TIERS.index(event.tier)


def list_reoffences(service: Service, entry: Entry) -> list[Row]:
    formal = service.list_formal_days()
    until = add_months(entry.on, FOLLOW_UP)
    proven_by = add_months(entry.on, FOLLOW_UP_AND_WAIT)
    return [
        row
        for row in service.own_rows("offences")
        if row["child_id"] == entry.child
        and entry.on < row["offence_date"] <= until
        and not is_breach(row)
        and any(day <= proven_by for day in formal.get(row["offence_id"], []))
    ]


def list_entries(service: Service, window: Window) -> list[Entry]:
    return [entry for quarter in list_quarters(window) for entry in list_cohort(service, quarter)]


def count_reoffending(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(int(bool(entry.reoffences)), 1, entry.child, entry.on, {"outcome_tier": entry.tier})
        for entry in list_entries(service, window)
    ]


def count_reoffences_per_child(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(len(entry.reoffences), 1, entry.child, entry.on) for entry in list_entries(service, window)]


def count_reoffences_per_reoffender(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(len(e.reoffences), 1, e.child, e.on) for e in list_entries(service, window) if e.reoffences]


def count_reoffending_once(service: Service, window: Window, _: str) -> list[Member]:
    """Each child once in the whole window, by the first index event in it."""
    return [Member(int(bool(e.reoffences)), 1, e.child, e.on) for e in list_cohort(service, window)]


def count_reoffending_children(service: Service, window: Window, _: str) -> list[Member]:
    """Each child of the quarterly cohorts once, by their first entry of the window, in the groups of that entry."""
    first: dict[object, Entry] = {}
    for entry in sorted(list_entries(service, window), key=lambda entry: entry.on):
        first.setdefault(entry.child, entry)
    return [
        Member(int(bool(entry.reoffences)), 1, entry.child, entry.on, {"outcome_tier": entry.tier})
        for entry in first.values()
    ]


def _track(service: Service, window: Window, months: int | None) -> list[Member]:
    """Each child once, from the first intervention of the window; with `months`, followed for so many and no more."""
    starts: dict[object, date] = {}
    for row in service.own_rows("interventions"):
        if window.has(row["start_date"]):
            starts[row["child_id"]] = min(row["start_date"], starts.get(row["child_id"], row["start_date"]))
    members = []
    for child, start in starts.items():
        until = window.last if months is None else add_months(start, months)
        if until <= window.last:
            offended = any(
                row["child_id"] == child and start < row["offence_date"] <= until and not is_breach(row)
                for row in service.own_rows("offences")
            )
            members.append(Member(int(offended), 1, child, start))
    return members


def count_tracked(service: Service, window: Window, _: str) -> list[Member]:
    return _track(service, window, None)


def count_tracked_six_months(service: Service, window: Window, _: str) -> list[Member]:
    return _track(service, window, 6)


MEASURES = {
    "reoffending_binary": ("proportion", count_reoffending),
    "reoffending_children": ("proportion", count_reoffending_children),
    "reoffences_per_child": ("mean", count_reoffences_per_child),
    "reoffences_per_reoffender": ("mean", count_reoffences_per_reoffender),
    "disproportionality_reoffending": ("relative to children", count_reoffending_once),
    "live_tracker": ("proportion", count_tracked),
    "live_tracker_six_months": ("proportion", count_tracked_six_months),
}
