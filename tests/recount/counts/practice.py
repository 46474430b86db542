"""Sessions, parents, feedback, soft outcomes, audits, scrutiny, escalations and incidents."""

from __future__ import annotations

from collections import defaultdict

from days import Window
from service import Member, Service, take_children
from tables import Row


def list_dated(rows: list[Row], window: Window, day: str) -> list[Row]:
    return [row for row in rows if window.has(row[day])]


def count_session_children(kind: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = [row for row in list_dated(service.own_rows("sessions"), window, "offered_on") if row["kind"] == kind]
        return take_children([(row["child_id"], row["offered_on"]) for row in rows])

    return count


def count_sessions_attended(kind: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = [row for row in list_dated(service.own_rows("sessions"), window, "offered_on") if row["kind"] == kind]
        return [Member(int(row["attended"] == "yes"), recorded=row["attended"] is not None) for row in rows]

    return count


def count_parents(day: str):
    return lambda service, window, _: [Member() for _ in list_dated(service.own_rows("parenting_support"), window, day)]


def count_parents_consented(service: Service, window: Window, _: str) -> list[Member]:
    rows = list_dated(service.own_rows("parenting_support"), window, "supported_on")
    return [
        Member(int(row["assessment_consented"] == "yes"), recorded=row["assessment_consented"] is not None)
        for row in rows
    ]


def list_replies(service: Service, window: Window) -> list[Row]:
    """Replies of our children, and those without a name."""
    rows = list_dated(service.all_rows("feedback"), window, "replied_on")
    return [row for row in rows if row["intervention_id"] is None or service.find_child(row) in service.ours]


def count_questionnaires(service: Service, window: Window, _: str) -> list[Member]:
    return [Member() for _ in {row["reply_id"] for row in list_replies(service, window)}]


def count_agreeing(question: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = [row for row in list_replies(service, window) if row["question"] == question]
        return [Member(int(row["score"] >= 4)) for row in rows if row["score"] is not None]

    return count


def list_scored(service: Service, window: Window) -> list[Row]:
    """Areas of life scored at both ends, the end in the window."""
    rows = list_dated(service.own_rows("soft_outcomes"), window, "end_on")
    return [row for row in rows if row["start_score"] is not None and row["end_score"] is not None]


def count_scored_children(service: Service, window: Window, _: str) -> list[Member]:
    return take_children([(row["child_id"], row["end_on"]) for row in list_scored(service, window)])


def count_scores(score: str):
    return lambda service, window, _: [Member(row[score]) for row in list_scored(service, window)]


def count_improved(service: Service, window: Window, _: str) -> list[Member]:
    change: dict[object, int] = defaultdict(int)
    for row in list_scored(service, window):
        change[row["child_id"]] += row["end_score"] - row["start_score"]
    return [Member(int(rise > 0), 1, child) for child, rise in change.items()]


def count_improved_by_area(service: Service, window: Window, breakdown: str) -> list[Member]:
    """All together as above; by area of life, the scores of each area alone."""
    if breakdown != "life_domain":
        return count_improved(service, window, breakdown)
    change: dict[tuple[object, object], int] = defaultdict(int)
    for row in list_scored(service, window):
        change[row["child_id"], row["domain"]] += row["end_score"] - row["start_score"]
    return [Member(int(rise > 0), 1, child, groups={"life_domain": area}) for (child, area), rise in change.items()]


MEASURES = {
    "attendance_centre_session_children": ("count", count_session_children("Attendance centre")),
    "intervention_session_children": ("count", count_session_children("Intervention")),
    "supervised_children": ("count", count_session_children("Supervision")),
    "reparation_children": ("count", count_session_children("Reparation")),
    "attendance_centre_attended": ("proportion", count_sessions_attended("Attendance centre")),
    "intervention_sessions_attended": ("proportion", count_sessions_attended("Intervention")),
    "supervision_attended": ("proportion", count_sessions_attended("Supervision")),
    "reparation_attended": ("proportion", count_sessions_attended("Reparation")),
    "parents_supported": ("count", count_parents("supported_on")),
    "parents_started": ("count", count_parents("started_on")),
    "parents_completed": ("count", count_parents("completed_on")),
    "parents_consented": ("proportion", count_parents_consented),
    "feedback_replies": ("count", count_questionnaires),
    "feedback_listened": ("proportion", count_agreeing("I was listened to")),
    "feedback_fair": ("proportion", count_agreeing("I was treated fairly")),
    "feedback_say": ("proportion", count_agreeing("I had a say in my plan")),
    "feedback_helped": ("proportion", count_agreeing("The work helped me")),
    "feedback_knows_help": ("proportion", count_agreeing("I know where to go for help")),
    "soft_outcome_children": ("count", count_scored_children),
    "soft_outcome_start": ("mean", count_scores("start_score")),
    "soft_outcome_end": ("mean", count_scores("end_score")),
    "soft_outcomes_improved": ("proportion", count_improved),
    "soft_outcomes_by_area": ("proportion", count_improved_by_area),
}
