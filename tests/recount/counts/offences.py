"""Offences, each once however many outcomes it has, and the children they belong to."""

from __future__ import annotations

from collections.abc import Callable

from days import Window
from service import Member, Service, take_children
from tables import Row
from terms import SERIOUS_CATEGORIES, SERIOUS_GRAVITY

Test = Callable[[Service, Row], bool]


def is_serious(_: Service, row: Row) -> bool:
    return row["category"] in SERIOUS_CATEGORIES and row["gravity"] >= SERIOUS_GRAVITY


def is_weapon(_: Service, row: Row) -> bool:
    return row["offensive_weapon"] == "yes" and row["gravity"] < SERIOUS_GRAVITY


def is_of_looked_after(service: Service, row: Row) -> bool:
    return service.people[row["child_id"]]["looked_after"] == "yes"


def list_proven(service: Service, window: Window, test: Test) -> list[Member]:
    """Offences whose first formal outcome fell in the window."""
    formal = service.list_formal_days()
    return [
        Member(child=row["child_id"], on=formal[row["offence_id"]][0])
        for row in service.own_rows("offences")
        if row["offence_id"] in formal and window.has(formal[row["offence_id"]][0]) and test(service, row)
    ]


def count_offences(test: Test):
    return lambda service, window, _: list_proven(service, window, test)


def count_children(test: Test):
    return lambda service, window, _: take_children([(m.child, m.on) for m in list_proven(service, window, test)])


def count_offences_per_child(service: Service, window: Window, _: str) -> list[Member]:
    """Offences dealt with by any outcome, diversion among them, over the children they belong to."""
    dealt_with = {
        offence["offence_id"]: offence["child_id"]
        for outcome in service.list_outcomes()
        if window.has(outcome["outcome_date"])
        for offence in outcome["offences"]
    }
    offences = [Member(denominator=0, child=child) for child in dealt_with.values()]
    return offences + [Member(numerator=0, child=child) for child in set(dealt_with.values())]


def list_dealt_with(service: Service, window: Window) -> list[Row]:
    """Offences with any outcome in the window, diversion among them, each once."""
    found = {
        offence["offence_id"]: offence
        for outcome in service.list_outcomes()
        if window.has(outcome["outcome_date"])
        for offence in outcome["offences"]
    }
    return list(found.values())


def is_grave(_: Service, row: Row) -> bool:
    return row["gravity"] >= SERIOUS_GRAVITY


def count_dealt_with(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_dealt_with(service, window)
    return [Member(groups={"offence_category": row["category"], "gravity": str(row["gravity"])}) for row in rows]


def count_grave(service: Service, window: Window, _: str) -> list[Member]:
    rows = [row for row in list_dealt_with(service, window) if is_grave(service, row)]
    return [Member(groups={"offence_category": row["category"]}) for row in rows]


def count_share(test: Test):
    return lambda service, window, _: [Member(int(test(service, row))) for row in list_dealt_with(service, window)]


MEASURES = {
    "offences_dealt_with": ("count", count_dealt_with),
    "serious_offences": ("count", count_grave),
    "serious_offence_share": ("proportion", count_share(is_grave)),
    "serious_violence_share": ("proportion", count_share(is_serious)),
    "offences_per_child": ("mean", count_offences_per_child),
    "serious_violence_offences": ("per 10,000", count_offences(is_serious)),
    "serious_violence_children": ("count", count_children(is_serious)),
    "kpi9_serious_violence": ("per 10,000", count_children(is_serious)),
    "weapon_offences": ("per 10,000", count_offences(is_weapon)),
    "weapon_children": ("count", count_children(is_weapon)),
    "looked_after_offences": ("count", count_offences(is_of_looked_after)),
    "looked_after_offending_children": ("count", count_children(is_of_looked_after)),
}
