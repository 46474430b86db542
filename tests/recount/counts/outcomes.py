"""Outcomes and the children given them, by the day of the outcome."""

from __future__ import annotations

from days import Window
from service import Member, Service, take_children
from tables import Row
from terms import name_outcome


def list_formal(service: Service, window: Window, tiers: set[str] | None = None) -> list[Row]:
    return [
        row
        for row in service.list_outcomes()
        if row["tier"] and window.has(row["outcome_date"]) and (tiers is None or row["tier"] in tiers)
    ]


def count_children_in_tiers(tiers: set[str] | None = None):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        return take_children([(row["child_id"], row["outcome_date"]) for row in list_formal(service, window, tiers)])

    return count


def count_children_with_type(outcome_type: str):
    def count(service: Service, window: Window, _: str) -> list[Member]:
        given = [row for row in service.list_outcomes() if row["outcome_type"] == outcome_type]
        rows = [row for row in given if window.has(row["outcome_date"])]
        return take_children([(row["child_id"], row["outcome_date"]) for row in rows])

    return count


def count_custodial_sentences(service: Service, window: Window, _: str) -> list[Member]:
    return [Member(child=row["child_id"], on=row["outcome_date"]) for row in list_formal(service, window, {"Custody"})]


def count_first_time_entrants(service: Service, window: Window, _: str) -> list[Member]:
    """By the first formal outcome in all the history there is, of a child aged 10 to 17 that day."""
    firsts = take_children([(row["child_id"], row["outcome_date"]) for row in service.list_outcomes() if row["tier"]])
    return [
        member
        for member in firsts
        if window.has(member.on)
        and service.find_age(member.child, member.on) in range(10, 18)
        and service.people[member.child]["prior_formal_outcome_elsewhere"] != "yes"
    ]


def count_given(service: Service, window: Window, _: str) -> list[Member]:
    """Outcomes themselves: a child given two is two."""
    rows = [row for row in service.list_outcomes() if window.has(row["outcome_date"])]
    names = [name_outcome(row["outcome_type"], row["outcome_date"]) for row in rows]
    return [Member(groups={"outcome_type": name}) for name in names]


MEASURES = {
    "outcomes_given": ("count", count_given),
    "children_cautioned_or_sentenced": ("per 10,000", count_children_in_tiers()),
    "offending_population_by_ethnicity": ("relative to population", count_children_in_tiers()),
    "first_time_entrants": ("per 100,000", count_first_time_entrants),
    "children_cautioned": ("count", count_children_in_tiers({"Pre-court"})),
    "children_first_tier": ("count", count_children_in_tiers({"First tier"})),
    "children_community_sentence": ("count", count_children_in_tiers({"Community"})),
    "children_sentenced_to_custody": ("per 1,000", count_children_in_tiers({"Custody"})),
    "custodial_sentences": ("per 1,000", count_custodial_sentences),
    "community_resolution_children": ("count", count_children_with_type("Community Resolution")),
    "outcome_22_children": ("count", count_children_with_type("Outcome 22")),
}
