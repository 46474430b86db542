"""Key performance indicators 1 to 7: children whose programme or order ended, by the answers at its start or end."""

from __future__ import annotations

from collections.abc import Callable

from counts.interventions import is_completed
from days import Window
from service import Member, Service
from tables import Row
from terms import OUT_OF_COURT

Answer = str | None  # yes, no, or not recorded
Ask = Callable[[Row], Answer]
HOURS_AT_SCHOOL_AGE = 25
HOURS_ABOVE_IT = 16
LINKS = {
    "england": ["early_help", "child_in_need", "child_protection", "looked_after"],
    "wales": ["care_and_support_plan", "child_protection", "looked_after"],
}


def ask(column: str) -> Ask:
    return lambda snapshot: snapshot.get(column)


def ask_hours(snapshot: Row) -> Answer:
    hours, school_age = snapshot.get("ete_hours_attended"), snapshot.get("school_age")
    if hours is None or school_age is None:
        return None
    return "yes" if hours >= (HOURS_AT_SCHOOL_AGE if school_age == "yes" else HOURS_ABOVE_IT) else "no"


def ask_any(columns: list[str]) -> Ask:
    """One yes is enough; a no needs a no to each."""

    def answer(snapshot: Row) -> Answer:
        answers = [snapshot.get(column) for column in columns]
        return "yes" if "yes" in answers else None if None in answers else "no"

    return answer


def list_ended(service: Service, window: Window, by_order_type: bool, programmes: set[str] | None = None) -> list[Row]:
    """Each child's latest intervention to end in the window, or the latest of each order type."""
    latest: dict[object, Row] = {}
    for row in service.own_rows("interventions"):
        if window.has(row["end_date"]) and (programmes is None or row["programme"] in programmes):
            key = (row["child_id"], row["programme"] if by_order_type else None)
            if key not in latest or _rank(row) > _rank(latest[key]):
                latest[key] = row
    return list(latest.values())


def _rank(row: Row) -> tuple[object, int, object]:
    """By the day it ended; of two on one day, by the record's number, read as a number."""
    return row["end_date"], len(str(row["intervention_id"])), row["intervention_id"]


def count_answers(point: str, question: Ask, *out_of: Ask):
    """Children who answer yes, out of those who answered yes to every question before it."""

    def count(service: Service, window: Window, breakdown: str) -> list[Member]:
        snapshots = {row["intervention_id"]: row for row in service.all_rows("kpi_snapshots") if row["point"] == point}
        members = []
        for row in list_ended(service, window, breakdown == "order_type"):
            snapshot = snapshots.get(row["intervention_id"], {})
            if all(earlier(snapshot) == "yes" for earlier in out_of):
                members.append(make_member(row, question(snapshot)))
        return members

    return count


def make_member(row: Row, answer: Answer) -> Member:
    order_type = {"order_type": row["programme"]}
    return Member(int(answer == "yes"), 1, row["child_id"], row["end_date"], order_type, answer is not None)


def count_out_of_court(service: Service, window: Window, breakdown: str) -> list[Member]:
    """A reason for ending that was not recorded is an answer not recorded."""
    return [
        make_member(row, None if row["end_reason"] is None else "yes" if is_completed(row) else "no")
        for row in list_ended(service, window, breakdown == "order_type", OUT_OF_COURT)
    ]


def _list_links() -> dict[str, tuple[str, object]]:
    measures: dict[str, tuple[str, object]] = {}
    for nation, columns in LINKS.items():
        linked = ask_any(columns)
        measures[f"kpi7_wider_services_{nation}"] = ("proportion", count_answers("End", linked))
        measures[f"kpi7_wider_services_start_{nation}"] = ("proportion", count_answers("Start", linked))
        for column in columns:
            name = "care_and_support" if column == "care_and_support_plan" else column
            measures[f"kpi7_{name}_{nation}"] = ("proportion", count_answers("End", ask(column), linked))
    return measures


def _list_learning() -> dict[str, tuple[str, object]]:
    need, plan = ask("additional_need"), ask("formal_plan")
    measures: dict[str, tuple[str, object]] = {}
    for nation in LINKS:
        measures |= {
            f"kpi3_need_{nation}": ("proportion", count_answers("End", need)),
            f"kpi3_need_start_{nation}": ("proportion", count_answers("Start", need)),
            f"kpi3_plan_{nation}": ("proportion", count_answers("End", plan, need)),
            f"kpi3_plan_start_{nation}": ("proportion", count_answers("Start", plan, need)),
            f"kpi3_plan_ete_{nation}": ("proportion", count_answers("End", ask("ete_suitable"), need, plan)),
        }
    return measures


def _list_support(measure: str, column: str) -> dict[str, tuple[str, object]]:
    need, offered, attended = (ask(f"{column}_{step}") for step in ("need", "offered", "attended"))
    return {
        measure: ("proportion", count_answers("End", need)),
        f"{measure}_start": ("proportion", count_answers("Start", need)),
        f"{measure}_offered": ("proportion", count_answers("End", offered, need)),
        f"{measure}_attended": ("proportion", count_answers("End", attended, need, offered)),
    }


MEASURES = {
    "kpi1_accommodation": ("proportion", count_answers("End", ask("accommodation_suitable"))),
    "kpi1_accommodation_start": ("proportion", count_answers("Start", ask("accommodation_suitable"))),
    "kpi2_ete": ("proportion", count_answers("End", ask("ete_suitable"))),
    "kpi2_ete_start": ("proportion", count_answers("Start", ask("ete_suitable"))),
    "kpi2_ete_hours": ("proportion", count_answers("End", ask_hours)),
    **_list_learning(),
    **_list_support("kpi4_mental_health", "mental_health"),
    **_list_support("kpi5_substance", "substance"),
    "kpi6_out_of_court": ("proportion", count_out_of_court),
    **_list_links(),
}
