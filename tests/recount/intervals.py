"""95% intervals from their textbook definitions, by bisection where there is no closed form."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, lgamma, log, sqrt

Z = 1.959963984540054
TAIL = 0.025
EXACT_BELOW = 10


def bound_count(events: int) -> tuple[float, float]:
    """Of a Poisson count: exact under ten events, Byar's from ten."""
    if events >= EXACT_BELOW:
        lower = events * (1 - 1 / (9 * events) - Z / (3 * sqrt(events))) ** 3
        more = events + 1
        return lower, more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3
    ceiling = 4.0 * (events + 5)
    lower = 0.0 if events == 0 else bisect(lambda mean: _poisson_at_least(events, mean) - TAIL, 0.0, ceiling)
    upper = bisect(lambda mean: _poisson_at_least(events + 1, mean) - (1 - TAIL), 0.0, ceiling)
    return lower, upper


def bound_share(events: int, of: int) -> tuple[float, float]:
    """Wilson's score interval of a proportion."""
    share = events / of
    middle = share + Z * Z / (2 * of)
    reach = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    width = 1 + Z * Z / of
    return (middle - reach) / width, (middle + reach) / width


def bound_relative_rate(events: int, base: int, reference: int, reference_base: int) -> tuple[float, float]:
    """The exact conditional interval of the ratio of two rates."""
    both = events + reference
    low = 0.0 if events == 0 else bisect(lambda p: _binomial_at_least(events, both, p) - TAIL, 0.0, 1.0)
    high = bisect(lambda p: _binomial_at_least(events + 1, both, p) - (1 - TAIL), 0.0, 1.0)
    scale = reference_base / base
    return low / (1 - low) * scale, high / (1 - high) * scale


def _poisson_at_least(events: int, mean: float) -> float:
    if mean == 0:
        return 0.0
    return 1 - sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(events))


def _binomial_at_least(events: int, trials: int, chance: float) -> float:
    if chance in (0.0, 1.0):
        return chance
    return sum(exp(_log_binomial(k, trials, chance)) for k in range(events, trials + 1))


def _log_binomial(events: int, trials: int, chance: float) -> float:
    ways = lgamma(trials + 1) - lgamma(events + 1) - lgamma(trials - events + 1)
    return ways + events * log(chance) + (trials - events) * log(1 - chance)


def bisect(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function crosses zero."""
    for _ in range(200):
        middle = (low + high) / 2
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2
