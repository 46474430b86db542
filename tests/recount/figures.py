"""A figure worked out from the members counted: numerator, denominator, value and interval."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from days import Window
from intervals import bound_count, bound_relative_rate, bound_share
from measures import MEASURES, NEVER_COMPARED, REFERENCE_GROUPS
from population import Population
from ratios import bound_share_ratio
from service import Member, Service

Number = int | Fraction | None

# A rate, or a relative rate against populations, stands on no fewer people.
LEAST_POPULATION = 100


@dataclass(frozen=True)
class Figure:
    numerator: Number
    denominator: Number
    value: Number
    interval: tuple[float, float] | None
    unit: str


class FigureCounter:
    """Counts a service's figures, keeping the members of each measure, window and breakdown."""

    def __init__(self, service: Service, population: Population) -> None:
        self._service = service
        self._population = population
        self._members: dict[tuple[str, Window, str], list[Member]] = {}

    def list_members(self, measure: str, window: Window, breakdown: str) -> list[Member]:
        key = (measure, window, breakdown)
        if key not in self._members:
            self._members[key] = MEASURES[measure][1](self._service, window, breakdown)
        return self._members[key]

    def list_unprinted(self, measure: str, window: Window, breakdown: str, printed: set[str]) -> set[str]:
        """Groups that somebody counted is in and that are not among those printed."""
        counted = [m for m in self.list_members(measure, window, breakdown) if m.numerator or m.denominator]
        groups = {self._service.find_group(member, breakdown) for member in counted}
        return {group for group in groups if group is not None} - printed

    def count(self, measure: str, window: Window, breakdown: str, group: str) -> Figure:
        kind = find_kind(measure, window)
        numerator, denominator = self._sum(measure, window, breakdown, group)
        if kind == "count":
            return Figure(numerator, None, numerator, bound_count(numerator), kind)
        if kind == "mean":
            return Figure(numerator, denominator, _divide(numerator, denominator), None, kind)
        if kind.startswith("mean of "):
            value = _divide(numerator * int(kind.removeprefix("mean of ")), denominator)
            return Figure(numerator, denominator, value, None, "mean")
        if kind == "proportion":
            interval = bound_share(numerator, denominator) if denominator else None
            return Figure(numerator, denominator, _divide(numerator, denominator), interval, kind)
        if kind.startswith("per "):
            return self._rate(numerator, self._population.count(measure, breakdown, group, window.last), kind)
        return self._relate(measure, window, breakdown, group)

    def _sum(self, measure: str, window: Window, breakdown: str, group: str) -> tuple[int, int]:
        """Numerator and denominator. An answer not recorded is counted as such in the breakdown of that name."""
        members = self.list_members(measure, window, breakdown)
        chosen = [member for member in members if self._service.find_group(member, breakdown) == group]
        denominator = sum(member.denominator for member in chosen)
        if breakdown == "not_recorded":
            return sum(member.denominator for member in chosen if not member.recorded), denominator
        return sum(member.numerator for member in chosen), denominator

    def _rate(self, numerator: int, population: int | None, kind: str) -> Figure:
        if population is None or population < LEAST_POPULATION:
            return Figure(numerator, population, None, None, kind)
        scale = Fraction(int(kind.removeprefix("per ").replace(",", "")), population)
        lower, upper = bound_count(numerator)
        return Figure(numerator, population, numerator * scale, (lower * scale, upper * scale), kind)

    def _base(self, measure: str, window: Window, breakdown: str, group: str) -> tuple[int, int | None]:
        numerator, denominator = self._sum(measure, window, breakdown, group)
        if find_kind(measure, window) == "relative to population":
            return numerator, self._population.count(measure, breakdown, group, window.last)
        return numerator, denominator

    def _relate(self, measure: str, window: Window, breakdown: str, group: str) -> Figure:
        events, base = self._base(measure, window, breakdown, group)
        reference = REFERENCE_GROUPS.get(breakdown)
        unit = "relative rate"
        of_events, of_base = self._base(measure, window, breakdown, reference) if reference else (0, 0)
        of_population = find_kind(measure, window) == "relative to population"
        too_few = of_population and (not base or not of_base or min(base, of_base) < LEAST_POPULATION)
        if group in NEVER_COMPARED or not base or not of_base or not of_events or too_few:
            return Figure(events, base, None, None, unit)
        if group == reference:
            return Figure(events, base, 1, None, unit)
        ratio = Fraction(events, base) / Fraction(of_events, of_base)
        if not of_population:
            return Figure(events, base, ratio, bound_share_ratio(events, base, of_events, of_base), unit)
        return Figure(events, base, ratio, bound_relative_rate(events, base, of_events, of_base), unit)


def find_kind(measure: str, window: Window) -> str:
    """What a figure is. The quarterly series of a rate is a series of counts."""
    kind = MEASURES[measure][0]
    months = (window.last.year - window.first.year) * 12 + window.last.month - window.first.month + 1
    return "count" if kind.startswith("per ") and months == 3 else kind


def _divide(numerator: int | Fraction, denominator: int | Fraction) -> Fraction | None:
    return Fraction(numerator) / Fraction(denominator) if denominator else None
