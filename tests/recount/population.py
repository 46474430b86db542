"""The population a rate is out of, of 30 June: the youngest not after the end of its window, else the oldest there is."""

from __future__ import annotations

from datetime import date

from tables import Row

AGES = {"10–14": (10, 14), "15–17": (15, 17)}
ALL_AGES = (10, 17)
ETHNIC_GROUPS = ["Asian", "Black", "Mixed", "Other", "White"]


class Population:
    def __init__(self, rows: list[Row], areas: list[str]) -> None:
        self._rows = [row for row in rows if row["area_code"] in areas]
        self._areas = areas

    def count(self, breakdown: str, group: str, last: date) -> int | None:
        """People aged 10 to 17 of a group, or of an age band; None where no population is published of it."""
        wanted = _describe(breakdown, group)
        if wanted is None:
            return None
        siblings = [_describe(breakdown, other) for other in _list_siblings(breakdown)] or [wanted]
        vintages = sorted({(row["year"], row["source"]) for row in self._rows})
        usable = [vintage for vintage in vintages if all(self._sum(vintage, cell) is not None for cell in siblings)]
        if not usable:
            return None
        not_after = [vintage for vintage in usable if date(vintage[0], 6, 30) <= last]
        return self._sum(not_after[-1] if not_after else usable[0], wanted)

    def _sum(self, vintage: tuple[int, str], cell: tuple[tuple[int, int], str, str]) -> int | None:
        ages, sex, ethnic_group = cell
        found = [
            row["population"]
            for row in self._rows
            if (row["year"], row["source"]) == vintage
            and (row["age_from"], row["age_to"]) == ages
            and (row["sex"], row["ethnic_group"]) == (sex, ethnic_group)
        ]
        return sum(found) if len(found) == len(self._areas) else None


def _describe(breakdown: str, group: str) -> tuple[tuple[int, int], str, str] | None:
    if breakdown == "total":
        return ALL_AGES, "All", "All"
    if breakdown == "age_band":
        return (AGES[group], "All", "All") if group in AGES else None
    if breakdown == "sex":
        return (ALL_AGES, group, "All") if group in ("Female", "Male") else None
    if group not in ETHNIC_GROUPS:
        return None
    sex = {"ethnicity": "All", "ethnicity_girls": "Female", "ethnicity_boys": "Male"}.get(breakdown)
    return None if sex is None else (ALL_AGES, sex, group)


def _list_siblings(breakdown: str) -> list[str]:
    """The groups whose population must be of the same year and source."""
    if breakdown == "age_band":
        return list(AGES)
    if breakdown == "sex":
        return ["Female", "Male"]
    return ETHNIC_GROUPS if breakdown.startswith("ethnicity") else []
