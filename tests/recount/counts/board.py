"""The board's attendance, its money and its staff: records of no child."""

from __future__ import annotations

from collections.abc import Callable

from days import Window
from service import Member, Service
from tables import Row
from terms import CASE_HOLDING, STATUTORY_PARTNERS

# figures.csv prints the numerators of two averages in hundredths, so that the value is numerator over denominator.
HUNDREDTHS = 100


def count_partners(is_wanted: Callable[[str], bool], *questions: str):
    """Places of partners at meetings, those marked as not expected left out; each question answered with yes."""

    def count(service: Service, window: Window, _: str) -> list[Member]:
        return [
            Member(int(all(row[question] == "yes" for question in questions)), recorded=row[questions[-1]] is not None)
            for row in service.all_rows("board_attendance")
            if window.has(row["meeting_on"]) and row["expected"] != "no" and is_wanted(row["partner"])
        ]

    return count


def count_partner(partner: str):
    return count_partners(lambda name: name == partner, "attended")


def count_spent(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(row["spent"], row["budget"])
        for row in service.all_rows("finance")
        if window.has(row["year_ends"]) and row["budget"] is not None and row["spent"] is not None
    ]


def count_spent_by_source(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(row["spent"], row["budget"], groups={"finance_source": row["source"]})
        for row in service.all_rows("finance")
        if window.has(row["year_ends"]) and row["budget"] is not None and row["spent"] is not None
    ]


def list_last_counted(service: Service, window: Window) -> list[Row]:
    """Posts as on the last day in the window on which they were counted."""
    rows = [row for row in service.all_rows("staff") if window.has(row["as_at"])]
    last = max((row["as_at"] for row in rows), default=None)
    return [row for row in rows if row["as_at"] == last]


def is_filled(row: Row) -> bool:
    return row["vacant"] != "yes"


def count_case_managers(service: Service, window: Window, _: str) -> list[Member]:
    rows = [row for row in list_last_counted(service, window) if row["role"] == "Case manager" and is_filled(row)]
    total = sum(row["full_time_equivalent"] for row in rows)
    return [Member(total * HUNDREDTHS, HUNDREDTHS)] if rows else []


def count_caseload(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(row["caseload"])
        for row in list_last_counted(service, window)
        if row["role"] in CASE_HOLDING and is_filled(row) and row["caseload"] is not None
    ]


def count_vacant(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(int(not is_filled(row))) for row in list_last_counted(service, window)]


def count_vacant_by_role(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_last_counted(service, window)
    return [Member(int(not is_filled(row)), groups={"staff_role": row["role"]}) for row in rows]


def count_sickness(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(row["sickness_days"])
        for row in service.all_rows("staff")
        if window.has(row["as_at"]) and is_filled(row) and row["sickness_days"] is not None
    ]


def count_supervised(service: Service, window: Window, _: str) -> list[Member]:
    rows = [row for row in service.all_rows("supervision") if window.has(row["due_on"])]
    return [Member(int(row["held_on"] is not None)) for row in rows]


def is_statutory(partner: str) -> bool:
    return partner in STATUTORY_PARTNERS


MEASURES = {
    "kpi8_board_senior": ("proportion", count_partners(is_statutory, "attended", "senior")),
    "kpi8_board_came": ("proportion", count_partners(is_statutory, "attended")),
    "kpi8_board_figures": ("proportion", count_partners(is_statutory, "contributed_data")),
    "board_attendance_children_services": ("proportion", count_partner("Children’s services")),
    "board_attendance_education": ("proportion", count_partner("Education")),
    "board_attendance_health": ("proportion", count_partner("Health")),
    "board_attendance_police": ("proportion", count_partner("Police")),
    "board_attendance_probation": ("proportion", count_partner("Probation")),
    "board_attendance_others": ("proportion", count_partners(lambda name: not is_statutory(name), "attended")),
    "budget_spent": ("mean of 100", count_spent),
    "spend_by_source": ("mean of 100", count_spent_by_source),
    "case_manager_posts": ("mean", count_case_managers),
    "caseload_per_worker": ("mean", count_caseload),
    "posts_vacant": ("proportion", count_vacant),
    "posts_vacant_by_role": ("proportion", count_vacant_by_role),
    "sickness_days": ("mean", count_sickness),
    "staff_supervision_held": ("proportion", count_supervised),
}
