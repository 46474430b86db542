"""Referrals to the Bureau and to services, and reports to courts and panels."""

from __future__ import annotations

from days import Window
from service import Member, Service, take_children
from tables import Row
from terms import DIVERTING_DECISIONS, UNDECIDED


def list_referred(service: Service, window: Window, referred_to: str) -> list[Row]:
    rows = service.own_rows("referrals")
    return [row for row in rows if row["referred_to"] == referred_to and window.has(row["referred_on"])]


def count_referred_children(referred_to: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = list_referred(service, window, referred_to)
        return take_children([(row["child_id"], row["referred_on"]) for row in rows])

    return count


def count_attendance_centre(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(child=row["child_id"]) for row in list_referred(service, window, "Attendance centre")]


def list_decided(service: Service, window: Window) -> list[Row]:
    return [
        row
        for row in service.own_rows("referrals")
        if row["referred_to"] == "Bureau"
        and row["decision"] is not None
        and row["decision"] not in UNDECIDED
        and window.has(row["decided_on"])
    ]


def count_diverted(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(int(row["decision"] in DIVERTING_DECISIONS)) for row in list_decided(service, window)]


def count_days_to_decision(service: Service, window: Window, _: str) -> list[Member]:
    return [Member((row["decided_on"] - row["referred_on"]).days) for row in list_decided(service, window)]


def list_due(service: Service, window: Window) -> list[Row]:
    return [row for row in service.own_rows("court_reports") if window.has(row["due_on"])]


def count_report_children(service: Service, window: Window, _: str) -> list[Member]:
    return take_children([(row["child_id"], row["due_on"]) for row in list_due(service, window)])


def count_followed(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(int(row["followed"] == "Followed"))
        for row in list_due(service, window)
        if row["kind"] in ("Pre-sentence report", "Specific sentence report") and row["followed"] is not None
    ]


def count_by_sentence(service: Service, window: Window, _: str) -> list[Member]:
    rows = [row for row in list_due(service, window) if row["followed"] is not None]
    kinds = ("Pre-sentence report", "Specific sentence report")
    return [Member(groups={"report_followed": row["followed"]}) for row in rows if row["kind"] in kinds]


def count_on_time(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(int(row["delivered_on"] is not None and row["delivered_on"] <= row["due_on"]))
        for row in list_due(service, window)
    ]


MEASURES = {
    "bureau_children": ("count", count_referred_children("Bureau")),
    "prevention_referrals": ("count", count_referred_children("Prevention")),
    "turnaround_referrals": ("count", count_referred_children("Turnaround")),
    "attendance_centre_referrals": ("count", count_attendance_centre),
    "bureau_diverted": ("proportion", count_diverted),
    "bureau_days": ("mean", count_days_to_decision),
    "report_children": ("count", count_report_children),
    "reports_followed": ("proportion", count_followed),
    "reports_by_sentence": ("count", count_by_sentence),
    "reports_on_time": ("proportion", count_on_time),
}
