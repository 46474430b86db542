"""Children worked with: interventions open on a day of the window, or ended in it."""

from __future__ import annotations

from days import Window
from service import Member, Service, take_children
from tables import Row
from terms import COURT_ORDERS


def is_completed(row: Row) -> bool:
    """A reason for ending that begins with "Complet"."""
    return str(row["end_reason"] or "").casefold().startswith("complet")


def list_open(rows: list[Row], window: Window) -> list[Row]:
    return [row for row in rows if window.overlaps(row["start_date"], row["end_date"])]


def count_worked_with(service: Service, window: Window, _: str) -> list[Member]:
    """Each child once, aged as on the last day of the window."""
    children = {row["child_id"] for row in list_open(service.own_rows("interventions"), window)}
    return [Member(child=child, on=window.last) for child in children]


def count_on_programmes(programmes: set[str]):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = list_open(service.own_rows("interventions"), window)
        children = {row["child_id"] for row in rows if row["programme"] in programmes}
        return [Member(child=child, on=window.last) for child in children]

    return count


def count_worked_with_detail(service: Service, window: Window, breakdown: str) -> list[Member]:
    """The same children by single years of age, and by their ethnicity as it is recorded."""
    members = count_worked_with(service, window, breakdown)
    return [
        Member(
            child=member.child,
            groups={
                "age": name_year(service.find_age(member.child, window.last)),
                "recorded_ethnicity": service.people[member.child]["ethnicity"] or "not recorded",
            },
        )
        for member in members
    ]


def name_year(age: int | None) -> str:
    if age is None or age < 0:
        return "not known"
    return "under 10" if age < 10 else "18 and over" if age > 17 else str(age)


def count_started(programme: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = [row for row in service.own_rows("interventions") if row["programme"] == programme]
        began = [row for row in rows if window.has(row["start_date"])]
        kept = [row for row in began if row["end_date"] is None or row["end_date"] >= row["start_date"]]
        return take_children([(row["child_id"], row["start_date"]) for row in kept])

    return count


def count_looked_after_share(service: Service, window: Window, breakdown: str) -> list[Member]:
    return [
        Member(int(looked_after == "yes"), 1, member.child, member.on, recorded=looked_after is not None)
        for member in count_worked_with(service, window, breakdown)
        for looked_after in [service.people[member.child]["looked_after"]]
    ]


def count_placed_here(service: Service, window: Window, _: str) -> list[Member]:
    """Looked-after children whom another authority answers for."""
    rows = list_open(service.all_rows("interventions"), window)
    children = {row["child_id"] for row in rows} & set(service.people) - service.ours
    return [Member(child=child) for child in children if service.people[child]["looked_after"] == "yes"]


def count_ended_children(service: Service, window: Window, _: str) -> list[Member]:
    rows = service.own_rows("interventions")
    return take_children([(row["child_id"], row["end_date"]) for row in rows if window.has(row["end_date"])])


def count_completed(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(numerator=int(is_completed(row)), recorded=row["end_reason"] is not None)
        for row in service.own_rows("interventions")
        if window.has(row["end_date"])
    ]


MEASURES = {
    "children_worked_with_detail": ("count", count_worked_with_detail),
    "children_started_prevention": ("count", count_started("Prevention")),
    "children_started_turnaround": ("count", count_started("Turnaround")),
    "children_started_diversion": ("count", count_started("Diversion")),
    "children_worked_with": ("count", count_worked_with),
    "children_on_prevention": ("count", count_on_programmes({"Prevention"})),
    "children_on_turnaround": ("count", count_on_programmes({"Turnaround"})),
    "children_on_diversion": ("count", count_on_programmes({"Diversion"})),
    "children_on_court_orders": ("count", count_on_programmes(COURT_ORDERS)),
    "children_interventions_ended": ("count", count_ended_children),
    "interventions_completed": ("proportion", count_completed),
    "looked_after_share": ("proportion", count_looked_after_share),
    "placed_here_children": ("count", count_placed_here),
}
