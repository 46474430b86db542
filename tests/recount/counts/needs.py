"""What children need, by the latest assessment of each in the window, and what came of it."""

from __future__ import annotations

from collections import defaultdict

from days import Window
from service import Member, Service
from tables import Row
from terms import SERVICE_FOR_NEED

NEEDS = [
    "Known to social services before referral",
    "Time in care",
    "Emotional or mental health",
    "Physical health",
    "Self-harm or suicide risk",
    "Alcohol use",
    "Drug use",
    "Unsuitable accommodation",
    "Additional learning needs",
    "Exclusion",
    "Behaviour at school",
    "Attendance",
]


def list_latest_answers(service: Service, window: Window) -> dict[object, dict[str, str]]:
    """Of each child assessed in the window, what the latest assessment says of each need."""
    latest: dict[object, Row] = {}
    for row in service.own_rows("assessments"):
        if window.has(row["assessed_on"]):
            held = latest.get(row["child_id"])
            if held is None or _rank(row) > _rank(held):
                latest[row["child_id"]] = row
    answers: dict[object, dict[str, str]] = defaultdict(dict)
    for row in service.all_rows("needs"):
        answers[row["assessment_id"]][row["need"]] = row["present"]
    return {child: answers[row["assessment_id"]] for child, row in latest.items()}


def _rank(row: Row) -> tuple[object, int, object]:
    """By the day; of two on one day, by the record's number, read as a number."""
    return row["assessed_on"], len(str(row["assessment_id"])), row["assessment_id"]


def list_found(answers: dict[str, str]) -> list[str]:
    return [need for need in NEEDS if answers.get(need) == "yes"]


def count_profile(service: Service, window: Window, breakdown: str) -> list[Member]:
    """Of the children assessed, those found to have each need; the headline is those found to have any."""
    latest = list_latest_answers(service, window)
    if breakdown == "total":
        return count_with_at_least(1)(service, window, breakdown)
    wanted = {"need": "yes", "need_not_recorded": "not recorded"}[breakdown]
    return [
        Member(int(answers.get(need, "not recorded") == wanted), 1, child, groups={breakdown: need})
        for child, answers in latest.items()
        for need in NEEDS
    ]


def count_with_at_least(least: int):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        latest = list_latest_answers(service, window)
        return [Member(int(len(list_found(answers)) >= least), 1, child) for child, answers in latest.items()]

    return count


def count_with_need(need: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        latest = list_latest_answers(service, window)
        return [
            Member(int(answers.get(need) == "yes"), 1, child, recorded=answers.get(need) in ("yes", "no"))
            for child, answers in latest.items()
        ]

    return count


def count_needs_found(service: Service, window: Window, _: str) -> list[Member]:
    latest = list_latest_answers(service, window)
    return [Member(len(list_found(answers)), 1, child) for child, answers in latest.items()]


def count_came_to_service(service: Service, window: Window, _: str) -> list[Member]:
    """Of children with a need that a service answers, those who came to it by the last day, however offered."""
    referrals = defaultdict(list)
    for row in service.own_rows("referrals"):
        if window.overlaps(row["referred_on"], row["ended_on"]):
            referrals[row["child_id"]].append(row)
    members = []
    for child, answers in list_latest_answers(service, window).items():
        services = {SERVICE_FOR_NEED[need] for need in list_found(answers) if need in SERVICE_FOR_NEED}
        if services:
            came = any(row["referred_to"] in services and _has_come(row, window) for row in referrals[child])
            members.append(Member(int(came), 1, child))
    return members


def _has_come(row: Row, window: Window) -> bool:
    return row["started_on"] is not None and row["started_on"] <= window.last


MEASURES = {
    "needs_profile": ("proportion", count_profile),
    "needs_per_child": ("mean", count_needs_found),
    "children_with_many_needs": ("proportion", count_with_at_least(5)),
    "needs_together": ("proportion", count_with_at_least(2)),
    "need_to_outcome": ("proportion", count_came_to_service),
    "social_exclusion": ("proportion", count_with_need("Exclusion")),
    "social_attendance": ("proportion", count_with_need("Attendance")),
    "social_housing": ("proportion", count_with_need("Unsuitable accommodation")),
    "social_known_to_services": ("proportion", count_with_need("Known to social services before referral")),
    "social_time_in_care": ("proportion", count_with_need("Time in care")),
}
