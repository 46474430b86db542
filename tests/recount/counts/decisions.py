"""Relative rates at each decision, among the children who came to it."""

from __future__ import annotations

from collections.abc import Callable

from counts.outcomes import count_children_in_tiers
from counts.remand import list_remands
from days import Window
from service import Member, Service
from tables import Row


def count_decision(came_to_it: Callable[[Row], bool], went_further: Callable[[Row], bool]):
    """Each child with an outcome of the first sort in the window, and whether any was of the second."""

    def count(service: Service, window: Window, _: str) -> list[Member]:
        further: dict[object, bool] = {}
        for row in service.list_outcomes():
            if window.has(row["outcome_date"]) and came_to_it(row):
                further[row["child_id"]] = further.get(row["child_id"], False) or went_further(row)
        return [Member(int(went), 1, child) for child, went in further.items()]

    return count


def is_at_court(row: Row) -> bool:
    return row["tier"] in ("First tier", "Community", "Custody")


def count_youth_detention(service: Service, window: Window, _: str) -> list[Member]:
    detained: dict[object, bool] = {}
    for row in list_remands(service):
        if window.has(row["start_date"]):
            youth_detention = row["kind"] == "Remand to youth detention accommodation"
            detained[row["child_id"]] = detained.get(row["child_id"], False) or youth_detention
    return [Member(int(went), 1, child) for child, went in detained.items()]


MEASURES = {
    "disproportionality_population": ("relative to population", count_children_in_tiers()),
    "disproportionality_formal": (
        "relative to children",
        count_decision(lambda row: True, lambda row: row["tier"] is not None),
    ),
    "disproportionality_tier": (
        "relative to children",
        count_decision(is_at_court, lambda row: row["tier"] in ("Community", "Custody")),
    ),
    "disproportionality_custody": (
        "relative to children",
        count_decision(is_at_court, lambda row: row["tier"] == "Custody"),
    ),
    "disproportionality_remand": ("relative to children", count_youth_detention),
}
