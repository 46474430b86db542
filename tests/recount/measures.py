"""Every measure that is counted again here, and those that are not, each with the reason."""

from __future__ import annotations

from counts import (
    board,
    decisions,
    indicators,
    interventions,
    needs,
    offences,
    outcomes,
    practice,
    quality,
    referrals,
    remand,
    reoffending,
    victims,
)

AREAS = [
    interventions,
    outcomes,
    offences,
    remand,
    reoffending,
    decisions,
    needs,
    referrals,
    indicators,
    victims,
    board,
    practice,
    quality,
]

# Measure id to what kind of figure it is and how its members are found.
MEASURES = {measure: counted for area in AREAS for measure, counted in area.MEASURES.items()}

# Partners' records are of people. Most carry no number of our child, so counting them needs record linkage, which is an
# estimate and no counting rule; a second linkage would agree or differ for reasons of its own.
NEED_LINKAGE = {
    "arrested_children_known",
    "care_and_support_plan_children_wales",
    "child_in_need_plan_children_england",
    "child_protection_plan_children_england",
    "child_protection_register_children_wales",
    "children_arrested",
    "children_interviewed_voluntarily",
    "children_police_outcomes",
    "children_searched",
    "disproportionality_arrest",
    "eotas_children",
    "excluded_fixed_term_children_wales",
    "learning_plan_children_england",
    "learning_plan_children_wales",
    "looked_after_at_outcome",
    "looked_after_worked_with",
    "mental_health_seen",
    "mental_health_wait_days",
    "mental_health_wait_within_limit",
    "mental_health_waiting",
    "partner_waits",
    "permanently_excluded_children",
    "persistent_absence",
    "police_outcomes_told",
    "severe_absence",
    "suspended_children_england",
}
# The only measures with quarterly windows beside their yearly ones: a series of counts for the control charts.
QUARTERLY = {"children_cautioned_or_sentenced", "children_worked_with", "first_time_entrants"}
REFERENCE_GROUPS = {
    "ethnicity": "White",
    "ethnicity_girls": "White",
    "ethnicity_boys": "White",
    "sex": "Male",
    "looked_after": "no",
    "traveller": "no",
    "language": "English",
}
NEVER_COMPARED = {"all", "Not known", "not recorded"}


def list_lengths(measure: str) -> set[int]:
    """The lengths in months that a measure's windows may have."""
    if measure.startswith("disproportionality_"):
        return {12, 36, 60}
    return {3, 12} if measure in QUARTERLY else {12}
