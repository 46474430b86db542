"""Victims, each once by the day of being identified. Nothing is asked of the child."""

from __future__ import annotations

from days import Window
from service import Member, Service


def count_victims(question: str, *out_of: str):
    """Victims of whom the answer is yes, out of those of whom every answer before it is."""

    def count(service: Service, window: Window, _: str) -> list[Member]:
        return [
            Member(int(row[question] == "yes"), recorded=row[question] is not None)
            for row in service.all_rows("victims")
            if window.has(row["identified_on"]) and all(row[earlier] == "yes" for earlier in out_of)
        ]

    return count


def count_route(route: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        rows = [row for row in service.all_rows("victims") if row["route"] == route and row["consented"] == "yes"]
        return [Member() for row in rows if window.has(row["identified_on"])]

    return count


def count_refused(service: Service, window: Window, _: str) -> list[Member]:
    rows = [row for row in service.all_rows("victims") if row["consented"] == "no"]
    return [Member() for row in rows if window.has(row["identified_on"])]


MEASURES = {
    "victims_without_consent": ("count", count_refused),
    "kpi10_consented": ("proportion", count_victims("consented")),
    "kpi10_restorative": ("proportion", count_victims("rj_engaged", "consented")),
    "kpi10_views": ("proportion", count_victims("views_sought", "consented")),
    "kpi10_services": ("proportion", count_victims("services_information", "consented")),
    "kpi10_progress_requested": ("proportion", count_victims("progress_requested", "consented")),
    "kpi10_progress": ("proportion", count_victims("progress_information", "progress_requested")),
    "kpi10_support_requested": ("proportion", count_victims("support_requested", "consented")),
    "kpi10_support": ("proportion", count_victims("support", "support_requested")),
    "victims_rj_offered": ("proportion", count_victims("rj_offered", "consented")),
    "victims_bureau": ("count", count_route("Bureau")),
    "victims_referral_order": ("count", count_route("Referral order")),
    "victims_pre_sentence_report": ("count", count_route("Pre-sentence report")),
    "victims_specific_report": ("count", count_route("Specific sentence report")),
}
