"""What labels mean for a count, copied by hand from the domain reference (4.3 to 4.6) and the measures' rules."""

from __future__ import annotations

from datetime import date

# From this day a Reprimand or a Final Warning is diversion sent under an old code.
CAUTIONS_REPLACED = date(2013, 4, 8)
# A Drug Treatment and Testing Order was a court order until it closed; a later one is a Youth Diversion Order.
TREATMENT_ORDERS_CLOSED = date(2009, 11, 30)

# Schema 12 ends both old codes.
OLD_CODES_END = date(2027, 4, 1)

PRE_COURT = {"Youth Caution", "Youth Conditional Caution"}
OLD_CAUTIONS = {"Reprimand", "Final Warning"}
FIRST_TIER = {
    "Absolute Discharge",
    "Bind Over",
    "Compensation Order",
    "Conditional Discharge",
    "Fine",
    "Referral Order",
    "Reparation Order",
    "Sentence Deferred",
}
COMMUNITY = {"Youth Rehabilitation Order", "Youth Rehabilitation Order with ISS"}
CUSTODY = {
    "Detention and Training Order",
    "Section 250 Detention",
    "Section 254 Detention",
    "Section 259 Detention",
    "Young Offender Institution",
}
TIERS = ["Pre-court", "First tier", "Community", "Custody"]  # least severe first

DIVERTING_DECISIONS = {
    "Community Resolution",
    "Outcome 20",
    "Outcome 21",
    "Outcome 22",
    "Outcome 23",
    "No Further Action",
}
UNDECIDED = {"Adjourned"}

SERIOUS_CATEGORIES = {"Drugs", "Robbery", "Violence Against The Person"}
SERIOUS_GRAVITY = 5

COURT_ORDERS = {"Referral Order", "Youth Rehabilitation Order", "Custody and resettlement"}
OUT_OF_COURT = {"Diversion", "Youth Caution", "Youth Conditional Caution"}

REMANDS = {"Remand to youth detention accommodation", "Remand to local authority accommodation"}
BAIL = {"Unconditional bail", "Conditional bail"}
BAIL_SUPPORT = {"Bail supervision and support", "ISS bail", "Remand to local authority accommodation"}

STATUTORY_PARTNERS = {"Children’s services", "Education", "Police", "Probation", "Health"}
CASE_HOLDING = {"Case manager", "Prevention worker"}

ETHNIC_GROUPS = {
    "White": {
        "White British",
        "White Irish",
        "Gypsy or Irish Traveller",
        "Roma",
        "Gypsy or Roma",
        "Irish Traveller",
        "Any other White background",
        "White",
        "White European",
        "White Eastern European",
        "Other White British",
        "Gypsy / Roma / Traveller",
    },
    "Mixed": {
        "White and Black Caribbean",
        "White and Black African",
        "White and Asian",
        "Any other Mixed background",
        "Mixed",
    },
    "Asian": {"Indian", "Pakistani", "Bangladeshi", "Chinese", "Any other Asian background", "Asian"},
    "Black": {"Black African", "Black Caribbean", "Any other Black background", "Black"},
    "Other": {"Arab", "Any other ethnic group", "Other"},
}
TRAVELLERS = {"Gypsy or Irish Traveller", "Roma", "Gypsy or Roma", "Irish Traveller", "Gypsy / Roma / Traveller"}
# Of a child recorded by one of the five groups alone, nothing more is known.
GROUPS_ALONE = {"White", "Mixed", "Asian", "Black", "Other"}

# Which service answers which need, as the list of needs declares it.
SERVICE_FOR_NEED = {
    "Emotional or mental health": "Mental health service",
    "Self-harm or suicide risk": "Mental health service",
    "Alcohol use": "Substance misuse service",
    "Drug use": "Substance misuse service",
    "Unsuitable accommodation": "Housing pathway",
    "Additional learning needs": "Education panel",
    "Exclusion": "Education panel",
    "Attendance": "Education panel",
}


def find_tier(outcome_type: str, given: date) -> str | None:
    """The tier of a formal outcome; None for diversion."""
    if outcome_type in PRE_COURT or (outcome_type in OLD_CAUTIONS and given < CAUTIONS_REPLACED):
        return "Pre-court"
    if outcome_type in FIRST_TIER:
        return "First tier"
    if outcome_type in COMMUNITY:
        return "Community"
    if outcome_type == "Drug Treatment and Testing Order" and given < TREATMENT_ORDERS_CLOSED:
        return "Community"
    return "Custody" if outcome_type in CUSTODY else None


def name_outcome(outcome_type: str, given: date) -> str:
    """What an outcome is, where an old code stands for a newer one."""
    if outcome_type == "Reprimand" and CAUTIONS_REPLACED <= given < OLD_CODES_END:
        return "Outcome 23"
    if outcome_type == "Drug Treatment and Testing Order" and TREATMENT_ORDERS_CLOSED < given < OLD_CODES_END:
        return "Youth Diversion Order"
    return outcome_type


def find_ethnic_group(ethnicity: str | None) -> str:
    return next((group for group, labels in ETHNIC_GROUPS.items() if ethnicity in labels), "Not known")


def is_traveller(ethnicity: str | None) -> str:
    if ethnicity is None or ethnicity in GROUPS_ALONE or find_ethnic_group(ethnicity) == "Not known":
        return "not recorded"
    return "yes" if ethnicity in TRAVELLERS else "no"
