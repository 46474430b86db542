"""Audits, scrutiny, escalations, incidents, exploitation and missing episodes."""

from __future__ import annotations

from datetime import date

from days import Window
from service import Member, Service, take_children
from tables import Row

SENIOR_LEVELS = ("Service manager", "Board chair")


def list_audits(service: Service, window: Window) -> list[Row]:
    return [row for row in service.own_rows("audits") if window.has(row["audited_on"])]


def count_audited(service: Service, window: Window, _: str) -> list[Member]:
    """Each case once, at the stage of its last audit in the window."""
    last: dict[object, Row] = {}
    for row in list_audits(service, window):
        held = last.get(row["intervention_id"])
        if held is None or _rank(row) > _rank(held):
            last[row["intervention_id"]] = row
    return [Member(groups={"audit_stage": row["stage"]}) for row in last.values()]


def _rank(row: Row) -> tuple[date, int, str]:
    return row["audited_on"], len(row["audit_id"]), row["audit_id"]


def count_good(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(int(row["rating"] in ("Good", "Outstanding")), groups={"audit_stage": row["stage"]})
        for row in list_audits(service, window)
        if row["rating"] is not None
    ]


def count_rated(rating: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = [row for row in list_audits(service, window) if row["rating"] == rating]
        return [Member(groups={"audit_stage": row["stage"]}) for row in rows]

    return count


def list_scrutinised(service: Service, window: Window) -> list[Row]:
    return [row for row in service.all_rows("scrutiny") if window.has(row["panel_date"])]


def count_scrutinised(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_scrutinised(service, window)
    return [Member(groups={"scrutiny_finding": row["finding"] or "not recorded"}) for row in rows]


def count_appropriate(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_scrutinised(service, window)
    return [Member(int(row["finding"] == "Appropriate"), recorded=row["finding"] is not None) for row in rows]


def list_escalations(service: Service, window: Window, day: str) -> list[Row]:
    return [row for row in service.all_rows("escalations") if window.has(row[day])]


def count_raised(service: Service, window: Window, _: str) -> list[Member]:
    return [Member() for _ in list_escalations(service, window, "raised_on")]


def count_senior(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(int(row["level"] in SENIOR_LEVELS)) for row in list_escalations(service, window, "raised_on")]


def count_changed(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_escalations(service, window, "resolved_on")
    return [Member(int(row["outcome"] == "Decision changed"), recorded=row["outcome"] is not None) for row in rows]


def count_days_to_resolve(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_escalations(service, window, "resolved_on")
    return [Member((row["resolved_on"] - row["raised_on"]).days) for row in rows]


def count_escalated(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_escalations(service, window, "raised_on")
    return [
        Member(groups={"board_partner": row["partner"] or "not recorded", "escalation_level": row["level"]}) for row in rows
    ]


def list_incidents(service: Service, window: Window) -> list[Row]:
    return [row for row in service.all_rows("incidents") if window.has(row["incident_on"])]


def count_incidents(service: Service, window: Window, _: str) -> list[Member]:
    return [Member() for _ in list_incidents(service, window)]


def count_reviewed(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_incidents(service, window)
    return [Member(int(row["learning_review"] == "yes"), recorded=row["learning_review"] is not None) for row in rows]


def count_exploitation(*referrals: str):
    """Children with a concern raised in the window; with names of referrals, those of whom any was made."""

    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = [row for row in service.own_rows("exploitation") if window.has(row["raised_on"])]
        wanted = [row for row in rows if not referrals or any(row[referral] == "yes" for referral in referrals)]
        return take_children([(row["child_id"], row["raised_on"]) for row in wanted])

    return count


def list_missing(service: Service, window: Window) -> list[Row]:
    return [row for row in service.own_rows("missing_episodes") if window.has(row["missing_from"])]


def count_missing(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(child=row["child_id"]) for row in list_missing(service, window)]


def count_missing_children(service: Service, window: Window, _: str) -> list[Member]:
    return take_children([(row["child_id"], row["missing_from"]) for row in list_missing(service, window)])


def count_interviews_offered(service: Service, window: Window, _: str) -> list[Member]:
    return [
        Member(int(row["return_interview_offered"] == "yes"), recorded=row["return_interview_offered"] is not None)
        for row in list_missing(service, window)
    ]


MEASURES = {
    "cases_audited": ("count", count_audited),
    "audits_good": ("proportion", count_good),
    "audits_outstanding": ("count", count_rated("Outstanding")),
    "audits_rated_good": ("count", count_rated("Good")),
    "audits_requires_improvement": ("count", count_rated("Requires improvement")),
    "audits_inadequate": ("count", count_rated("Inadequate")),
    "scrutiny_cases": ("count", count_scrutinised),
    "scrutiny_appropriate": ("proportion", count_appropriate),
    "escalations_raised": ("count", count_raised),
    "escalations_by_partner": ("count", count_escalated),
    "escalations_to_senior": ("proportion", count_senior),
    "escalations_changed": ("proportion", count_changed),
    "escalation_days": ("mean", count_days_to_resolve),
    "incidents": ("count", count_incidents),
    "incidents_reviewed": ("proportion", count_reviewed),
    "exploitation_concern_children": ("count", count_exploitation()),
    "exploitation_children": ("count", count_exploitation("nrm_referred", "panel_referred")),
    "nrm_children": ("count", count_exploitation("nrm_referred")),
    "exploitation_panel_children": ("count", count_exploitation("panel_referred")),
    "missing_episodes": ("count", count_missing),
    "missing_children": ("count", count_missing_children),
    "return_interviews_offered": ("proportion", count_interviews_offered),
}
