"""Remand and bail."""

from __future__ import annotations

from datetime import date, timedelta

from days import Window
from service import Member, Service, take_children
from tables import Row
from terms import BAIL, BAIL_SUPPORT, REMANDS


def list_remands(service: Service) -> list[Row]:
    return [row for row in service.own_rows("custody") if row["kind"] in REMANDS]


def count_remands(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(child=row["child_id"]) for row in list_remands(service) if window.has(row["start_date"])]


def count_remanded_children(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_remands(service)
    return take_children([(row["child_id"], row["start_date"]) for row in rows if window.has(row["start_date"])])


def list_nights(row: Row, window: Window) -> list[date]:
    """The night of the first day counts and that of the last does not."""
    first = max(row["start_date"], window.first)
    after = window.last + timedelta(days=1)
    end = after if row["end_date"] is None else min(row["end_date"], after)
    return [first + timedelta(days=passed) for passed in range((end - first).days)]


def count_nights(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(child=row["child_id"], on=night)
        for row in list_remands(service)
        for night in list_nights(row, window)
    ]


def count_children_on_remand(service: Service, window: Window, breakdown: str) -> list[Member]:
    return take_children([(member.child, member.on) for member in count_nights(service, window, breakdown)])


def count_children_decided(decisions: set[str]):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = [row for row in service.own_rows("remand_decisions") if row["decision"] in decisions]
        return take_children([(row["child_id"], row["decided_on"]) for row in rows if window.has(row["decided_on"])])

    return count


MEASURES = {
    "remands": ("count", count_remands),
    "remand_children": ("count", count_remanded_children),
    "remand_nights": ("count", count_nights),
    "children_on_remand": ("count", count_children_on_remand),
    "bail_support_children": ("count", count_children_decided(BAIL_SUPPORT)),
    "bailed_children": ("count", count_children_decided(BAIL)),
}
