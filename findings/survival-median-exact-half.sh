#!/bin/sh
# A survival curve that falls to exactly one half has a median or none, by the last bit of a product.
#
# Version: lifelines 0.30.3, statsmodels 0.15.0 (Python 3.11 or later).
# Guess:   Of 2n people n have the event, on two days, and the rest leave later: the curve is one half
#          from the second day, which is the median, in every library and for every n.
# Seen:    Of the 190 such cohorts up to 40 people, lifelines gives no median (infinity) for 28, where
#          its product of floats stays a hair above one half; statsmodels' quantile(0.5) gives none (nan)
#          for 105. Whether one is given depends on how the events fall over the two days.
# Matters: "Fewer than half had reoffended" is printed of a cohort in which exactly half had.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
python3 -m venv own && own/bin/pip install --quiet lifelines==0.30.3 statsmodels==0.15.0
cat > seen.py <<'PY'
import warnings

warnings.simplefilter("ignore")
from lifelines import KaplanMeierFitter
from statsmodels.duration.survfunc import SurvfuncRight

cohorts = missed_by_lifelines = missed_by_statsmodels = 0
for people in range(2, 41, 2):
    half = people // 2
    for first in range(1, half):
        days = [10] * first + [20] * (half - first) + [30] * half
        seen = [1] * half + [0] * half
        cohorts += 1
        missed_by_lifelines += KaplanMeierFitter().fit(days, seen).median_survival_time_ != 20
        missed_by_statsmodels += SurvfuncRight(days, seen).quantile(0.5) != 20
found = (cohorts, missed_by_lifelines, missed_by_statsmodels)
assert found == (190, 28, 105), found
print("as described: of 190 cohorts lifelines misses 28, statsmodels 105")
PY
own/bin/python seen.py
