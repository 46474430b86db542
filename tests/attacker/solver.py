"""Rows over unknowns -> the least and the greatest that a sum of them can be, by HiGHS's own Python package."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Hashable, Iterable

import highspy
import numpy

Form = dict[Hashable, int]


class Attack:
    """Unknowns are 0 or more. Those that share no row with another are solved apart."""

    def __init__(self, rows: Iterable[tuple[Form, int, int | None]], known: dict[Hashable, int]):
        self.known = known
        self.parent: dict[Hashable, Hashable] = {}
        self.rows = []
        for form, least, most in rows:
            settled = sum(times * known[each] for each, times in form.items() if each in known)
            rest = {each: times for each, times in form.items() if each not in known and times != 0}
            if not rest:
                continue
            self.rows.append((rest, least - settled, None if most is None else most - settled))
            self._join(rest)
        self.models: dict[Hashable, tuple[highspy.Highs, dict[Hashable, int]] | None] = {}
        self.by_root: dict[Hashable, list] = defaultdict(list)

    def _find(self, each: Hashable) -> Hashable:
        while self.parent.setdefault(each, each) != each:
            self.parent[each] = self.parent[self.parent[each]]
            each = self.parent[each]
        return each

    def _join(self, form: Iterable[Hashable]) -> None:
        first, *others = form
        for other in others:
            self.parent[self._find(other)] = self._find(first)
        self._find(first)

    def tie(self, forms: Iterable[Form]) -> None:
        """Puts the unknowns of each sum that will be asked for into one part."""
        for form in forms:
            rest = [each for each in form if each not in self.known]
            if rest:
                self._join(rest)
        for row in self.rows:
            self.by_root[self._find(next(iter(row[0])))].append(row)

    def bounds(self, form: Form) -> tuple[int, float] | None:
        """The least and the greatest whole number that a sum can be; None where the rows contradict each other."""
        settled = sum(times * self.known[each] for each, times in form.items() if each in self.known)
        rest = {each: times for each, times in form.items() if each not in self.known}
        if not rest:
            return settled, settled
        model = self._model(self._find(next(iter(rest))))
        if model is None:
            return None
        highs, places = model
        ends = []
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            costs = numpy.zeros(len(places))
            for each, times in rest.items():
                costs[places[each]] = times
            highs.changeColsCost(len(places), numpy.arange(len(places), dtype=numpy.int32), costs)
            highs.changeObjectiveSense(sense)
            highs.run()
            status = highs.getModelStatus()
            if status == highspy.HighsModelStatus.kInfeasible:
                return None
            optimal = status == highspy.HighsModelStatus.kOptimal
            ends.append(highs.getObjectiveValue() if optimal else (-math.inf if not ends else math.inf))
        low = ends[0] if math.isinf(ends[0]) else math.ceil(ends[0] - 1e-6)
        high = ends[1] if math.isinf(ends[1]) else math.floor(ends[1] + 1e-6)
        return settled + low, settled + high

    def _model(self, root: Hashable) -> tuple[highspy.Highs, dict[Hashable, int]] | None:
        if root not in self.models:
            names = [each for each in self.parent if self._find(each) == root]
            places = {each: at for at, each in enumerate(names)}
            highs = highspy.Highs()
            highs.setOptionValue("output_flag", False)
            highs.addVars(len(names), numpy.zeros(len(names)), numpy.full(len(names), highspy.kHighsInf))
            for form, least, most in self.by_root[root]:
                indices = numpy.array([places[each] for each in form], dtype=numpy.int32)
                values = numpy.array(list(form.values()), dtype=float)
                highs.addRow(least, highspy.kHighsInf if most is None else most, len(form), indices, values)
            self.models[root] = (highs, places)
        return self.models[root]
