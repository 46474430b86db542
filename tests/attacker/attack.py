"""Attacks the public files of several packs, and says how many small counts it finds.

    python3 tests/attacker/attack.py --public FILE... --truth FILE...
    python3 tests/attacker/attack.py --services NUMBER [--first NUMBER]

The second has invented services built, three packs of each, and attacks those of each together. It reads the figures.csv of one edition in every pack, oldest first, and nothing of the product: neither its code nor its
declarations. What it supposes is in guesses.py and knowledge.csv. The figures.csv of the edition that hides nothing are
read to say which of what it found is true, and which figures were revised or stay as released: the reader is told that
much, who would otherwise suppose it and be wrong. It exits with 1 if it found any small count, or one that it could not
solve: what contradicts itself, or excludes the truth, proves nothing safe.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Iterator

sys.dont_write_bytecode = True

from figures import Pack, Place, read_pack  # noqa: E402
from guesses import UNRECORDED, guess_equal_series, guess_rows  # noqa: E402
from services import NOT_BUILT, attack_services  # noqa: E402
from solver import Attack, Form  # noqa: E402

THRESHOLD = 5
# How many different numbers must agree for two series to be held to be of the same children. Fewer agree by chance more
# often: where that makes a contradiction, or excludes the truth, the next is tried, and last none are held to be.
LEAST_NUMBERS = (4, 8, 1_000_000)
UNSOLVED = ("contradiction", "mistaken")


class Unknowns:
    """Places of all packs, each with the others that a reader takes for the same count; no two that print different ones."""

    def __init__(self, packs: list[Pack], truths: list[dict[Place, int]]):
        self.parent: dict[tuple[int, Place], tuple[int, Place]] = {}
        self.known: dict[tuple[int, Place], int] = {}
        for at, pack in enumerate(packs):
            for place in (*pack.printed, *pack.hidden):
                self.parent[(at, place)] = (at, place)
            for place, count in pack.printed.items():
                # A figure that stays as released says what it was, and the release that printed it says that too.
                if truths[at].get(place, count) == count:
                    self.known[(at, place)] = count

    def find(self, each: tuple[int, Place]) -> tuple[int, Place]:
        while self.parent[each] != each:
            self.parent[each] = self.parent[self.parent[each]]
            each = self.parent[each]
        return each

    def join(self, one: tuple[int, Place], other: tuple[int, Place]) -> None:
        if one not in self.parent or other not in self.parent:
            return
        one, other = self.find(one), self.find(other)
        if one == other or self.known.get(one, self.known.get(other)) != self.known.get(other, self.known.get(one)):
            return
        self.parent[one] = other
        if one in self.known:
            self.known[other] = self.known[one]

    def form(self, at: int, form: dict[Place, int]) -> Form:
        joined: Counter = Counter()
        for place, times in form.items():
            joined[self.find((at, place))] += times
        return {each: times for each, times in joined.items() if times != 0}


def join_all(packs: list[Pack], truths: list[dict[Place, int]], least_numbers: int) -> Unknowns:
    unknowns = Unknowns(packs, truths)
    places = sorted({place for pack in packs for place in (*pack.printed, *pack.hidden)})
    for place in places:
        for earlier, later in combinations(range(len(packs)), 2):
            if truths[earlier].get(place) == truths[later].get(place):
                unknowns.join((earlier, place), (later, place))
    for one, other in guess_equal_series(packs, least_numbers):
        measure, side = other.split(".")
        for place in places:
            if place.series == one and place.breakdown not in UNRECORDED:
                for at in range(len(packs)):
                    unknowns.join((at, place), (at, place.moved(measure=measure, side=side)))
    return unknowns


def list_targets(truths: list[dict[Place, int]], rows: list[list]) -> Iterator[tuple[str, list[tuple[int, Place, int]], int]]:
    """Every small count there is: of a place, of what a whole has beside its part, and of a change between two packs."""
    for at, truth in enumerate(truths):
        for place, count in truth.items():
            yield "count", [(at, place, 1)], count
            for later in range(at + 1, len(truths)):
                if place in truths[later]:
                    change = truths[later][place] - count
                    sign = 1 if change > 0 else -1
                    yield "change", [(later, place, sign), (at, place, -sign)], abs(change)
        for _kind, form, _least, most in rows[at]:
            if most is None and all(place in truth for place in form):
                yield "remainder", [(at, place, times) for place, times in form.items()], sum(times * truth[place] for place, times in form.items())


Target = tuple[str, list[tuple[int, Place, int]], int]


def attack(packs: list[Pack], truths: list[dict[Place, int]]) -> dict[str, Counter]:
    rows = [guess_rows(pack) for pack in packs]
    held = {(at, place) for at, pack in enumerate(packs) for place in (*pack.printed, *pack.hidden)}
    left = [
        (kind, terms, count)
        for kind, terms, count in list_targets(truths, rows)
        if 1 <= count < THRESHOLD and all((at, place) in held for at, place, _times in terms)
    ]
    found: dict[str, Counter] = {kind: Counter() for kind in ("count", "remainder", "change")}
    for least_numbers in LEAST_NUMBERS:
        unsolved = []
        for target, bounds in solve(packs, truths, rows, left, least_numbers):
            kind, terms, count = target
            outcome = judge(bounds, count)
            if outcome in UNSOLVED and least_numbers != LEAST_NUMBERS[-1]:
                unsolved.append(target)
                continue
            found[kind][outcome] += 1
            if outcome != "safe":
                print(f"{outcome}: {kind} of {count}, {bounds and f'{bounds[0]} to {bounds[1]}'}: {describe(terms)}")
        left = unsolved
    return found


def solve(
    packs: list[Pack], truths: list[dict[Place, int]], rows: list[list], targets: list[Target], least_numbers: int
) -> Iterator[tuple[Target, tuple[float, float] | None]]:
    """Each target once, however many packs have it, and its bounds."""
    unknowns = join_all(packs, truths, least_numbers)
    known = {each: count for each, count in unknowns.known.items() if unknowns.find(each) == each}
    joined = {}
    for at, own in enumerate(rows):
        for _kind, form, least, most in own:
            mapped = unknowns.form(at, form)
            joined[(frozenset(mapped.items()), least, most)] = (mapped, least, most)
    forms = {}
    for target in targets:
        form: Counter = Counter()
        for at, place, times in target[1]:
            form[unknowns.find((at, place))] += times
        mapped = {each: times for each, times in form.items() if times != 0}
        if mapped:
            forms.setdefault(frozenset(mapped.items()), (target, mapped))
    solver = Attack(joined.values(), known)
    solver.tie(form for _target, form in forms.values())
    for target, form in forms.values():
        yield target, solver.bounds(form)


def judge(bounds: tuple[float, float] | None, count: int) -> str:
    if bounds is None:
        return "contradiction"
    least, most = bounds
    if not least <= count <= most:
        return "mistaken"
    if least == most:
        return "exact"
    return "narrowed" if most < THRESHOLD or most - least < 2 else "safe"


def describe(terms: list[tuple[int, Place, int]]) -> str:
    return " ".join(
        f"{'+' if times > 0 else '-'} {place.series} {place.breakdown} {place.group} {place.starts}/{place.ends} (pack {at + 1})"
        for at, place, times in terms[:4]
    )


def attack_files(public: list[Path], truth: list[Path]) -> dict[str, Counter]:
    return attack([read_pack(path) for path in public], [read_pack(path).printed for path in truth])


def main() -> int:
    parser = argparse.ArgumentParser(description="Attack the public figures of several packs, oldest first.")
    parser.add_argument("--public", type=Path, nargs="+", help="figures.csv of the edition that hides")
    parser.add_argument("--truth", type=Path, nargs="+", help="figures.csv of the edition that hides nothing")
    parser.add_argument("--services", type=int, help="how many invented services to build and attack instead")
    parser.add_argument("--first", type=int, default=0, help="the number of the first of them")
    arguments = parser.parse_args()
    if arguments.services is not None:
        found = attack_services(arguments.first, arguments.services, attack_files)
    elif arguments.public and arguments.truth:
        found = attack_files(arguments.public, arguments.truth)
    else:
        parser.error("give --public and --truth, or --services")
    for kind, outcomes in found.items():
        print(f"{kind}s: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
    attacked = sum(sum(outcomes.values()) for outcomes in found.values())
    total = sum(outcomes["exact"] + outcomes["narrowed"] for outcomes in found.values())
    unsolved = sum(outcomes[each] for outcomes in found.values() for each in (*UNSOLVED, NOT_BUILT))
    print(f"{attacked} small counts attacked: {total} found, {unsolved} not solved")
    return 1 if total + unsolved > 0 else 0


if __name__ == "__main__":
    sys.exit(main())
