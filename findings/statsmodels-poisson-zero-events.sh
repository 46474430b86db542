#!/bin/sh
# The mid-p interval of a rate with no event has no width, and does not hold the rate.
#
# Version: statsmodels 0.15.0 on scipy 1.17.1 and numpy (Python 3.11 or later).
# Guess:   With no event the mid-p interval runs from 0 to 2.996 (minus the logarithm of one twentieth),
#          since the exact one runs from 0 to 3.689.
# Seen:    confint_poisson(0, 1, method='midp-c') gives 2.9957 for both ends: the lower end is above the
#          rate that was seen. The square-root form gives 0.9604 twice. For one event and more mid-p is as
#          expected.
# Matters: Small services have no event in most cells. The interval drawn there would say "certainly
#          about three".
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
python3 -m venv own && own/bin/pip install --quiet statsmodels==0.15.0 scipy==1.17.1
cat > seen.py <<'PY'
from statsmodels.stats.rates import confint_poisson

def ends(count, method):
    return tuple(round(float(end), 4) for end in confint_poisson(count, 1, method=method))

assert ends(0, "exact-c") == (0.0, 3.6889), ends(0, "exact-c")
assert ends(0, "midp-c") == (2.9957, 2.9957), ends(0, "midp-c")
assert ends(0, "sqrt") == (0.9604, 0.9604), ends(0, "sqrt")
assert ends(1, "midp-c") == (0.05, 4.9319), ends(1, "midp-c")
print("as described: no event, mid-p from 2.9957 to 2.9957")
PY
own/bin/python seen.py
