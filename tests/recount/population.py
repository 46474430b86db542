"""The population a rate is out of, of 30 June.

All rows of a table have one source and one year: of the sources that have most of what the table needs, the youngest year
not after the end of the window, else the oldest there is. A rate's headline is a table of its own.
"""

from __future__ import annotations

from datetime import date

from tables import Row

AGES = {"10–14": (10, 14), "15–17": (15, 17)}
ALL_AGES = (10, 17)
ETHNIC_GROUPS = ["Asian", "Black", "Mixed", "Other", "White"]
# The breakdowns of each table, the one needed most first.
RATE_GROUPS = ["ethnicity", "sex", "age_band"]
ETHNICITY = ["ethnicity", "total"]
DECISIONS = ["ethnicity", "sex", "ethnicity_girls", "ethnicity_boys", "total"]
RELATIVE_TABLES = {"offending_population_by_ethnicity": ETHNICITY, "disproportionality_population": DECISIONS}
Vintage = tuple[int, str]


def list_table(measure: str, breakdown: str) -> list[str]:
    """The breakdowns that stand in one table with this one."""
    return RELATIVE_TABLES.get(measure) or (["total"] if breakdown == "total" else RATE_GROUPS)


class Population:
    def __init__(self, rows: list[Row], areas: list[str]) -> None:
        self._rows = [row for row in rows if row["area_code"] in areas]
        self._areas = areas
        self._vintages = sorted({(row["year"], row["source"]) for row in self._rows})

    def count(self, measure: str, breakdown: str, group: str, last: date) -> int | None:
        """People aged 10 to 17 of a group, or of an age band; None where the table's source has no population of it."""
        wanted = _describe(breakdown, group)
        if wanted is None:
            return None
        table = list_table(measure, breakdown)
        whole = {vintage: [place for place, name in enumerate(table) if self._has(vintage, name)] for vintage in self._vintages}
        most = max((len(places) for places in whole.values()), default=0)
        if most == 0:
            return None
        needed = min(min(places) for places in whole.values() if len(places) == most)
        usable = [vintage for vintage, places in whole.items() if len(places) == most and min(places) == needed]
        not_after = [vintage for vintage in usable if date(vintage[0], 6, 30) <= last]
        return self._sum(not_after[-1] if not_after else usable[0], wanted)

    def _has(self, vintage: Vintage, breakdown: str) -> bool:
        cells = [_describe(breakdown, group) for group in _list_groups(breakdown)]
        return all(cell is not None and self._sum(vintage, cell) is not None for cell in cells)

    def _sum(self, vintage: Vintage, cell: tuple[tuple[int, int], str, str]) -> int | None:
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


def _list_groups(breakdown: str) -> list[str]:
    """Every group of a breakdown that a population can have."""
    groups = {"total": ["all"], "age_band": list(AGES), "sex": ["Female", "Male"]}
    return groups.get(breakdown, ETHNIC_GROUPS)
