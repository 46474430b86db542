"""Ratios of two shares, the tests of both kinds of ratio, and the verdicts of a family, from their published definitions."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, log, sqrt

from intervals import bisect

Z = 1.959963984540054
SIGNIFICANT_BELOW = 0.05
# Of a group, seen and expected: with fewer, a difference that is not found says nothing.
FEWEST_EVENTS = 5


def bound_share_ratio(events: int, base: int, reference: int, reference_base: int) -> tuple[float, float]:
    """Miettinen and Nurminen's (1985) score interval of a ratio of shares, within what is possible.

    A share is at most 1, so no ratio is above 1 ÷ the reference group's share.
    """
    most = reference_base / reference
    share = events / base / (reference / reference_base)

    def score(ratio: float) -> float:
        return _score(ratio, events, base, reference, reference_base)

    lower = 0.0 if events == 0 else bisect(lambda ratio: Z - score(ratio), 0.0, share)
    if score(most) > -Z:
        return lower, most
    return lower, bisect(lambda ratio: -Z - score(ratio), share, most)


def _score(ratio: float, events: int, base: int, reference: int, reference_base: int) -> float:
    """Their statistic for one ratio: the restricted maximum likelihood shares, and the factor N ÷ (N - 1)."""
    if ratio == 0:
        return float("inf") if events else 0.0
    whole = base + reference_base
    a = whole * ratio
    b = base * ratio + events + reference_base + reference * ratio
    c = events + reference
    of_reference = (b - sqrt(max(b * b - 4 * a * c, 0.0))) / (2 * a)
    of_group = min(ratio * of_reference, 1.0)
    spread = of_group * (1 - of_group) / base + ratio * ratio * of_reference * (1 - of_reference) / reference_base
    distance = events / base - ratio * reference / reference_base
    if spread <= 0:
        return 0.0 if distance == 0 else float("inf") * (1 if distance > 0 else -1)
    return distance / sqrt(spread * whole / (whole - 1))


def test_shares(events: int, base: int, reference: int, reference_base: int) -> float:
    """Fisher's exact test, two-sided: every table no likelier than the one seen."""
    both, whole = events + reference, base + reference_base
    tables = range(max(0, both - reference_base), min(both, base) + 1)
    chances = [exp(_log_ways(base, k) + _log_ways(reference_base, both - k) - _log_ways(whole, both)) for k in tables]
    seen = chances[events - tables.start]
    return min(1.0, sum(chance for chance in chances if chance <= seen * (1 + 1e-7)))


def test_rates(events: int, base: int, reference: int, reference_base: int) -> float:
    """The exact conditional test of two Poisson counts, two-sided by twice the smaller tail."""
    both = events + reference
    chance = base / (base + reference_base)
    chances = [exp(_log_ways(both, k) + k * log(chance) + (both - k) * log(1 - chance)) for k in range(both + 1)]
    return min(1.0, 2 * min(sum(chances[: events + 1]), sum(chances[events:])))


def adjust(ps: Sequence[float]) -> list[float]:
    """Holm's (1979) adjustment: the smallest times their number, the next times one fewer, never falling."""
    order = sorted(range(len(ps)), key=lambda at: ps[at])
    adjusted = [0.0] * len(ps)
    largest = 0.0
    for rank, at in enumerate(order):
        largest = max(largest, min(1.0, ps[at] * (len(ps) - rank)))
        adjusted[at] = largest
    return adjusted


def _log_ways(whole: int, chosen: int) -> float:
    return lgamma(whole + 1) - lgamma(chosen + 1) - lgamma(whole - chosen + 1)
