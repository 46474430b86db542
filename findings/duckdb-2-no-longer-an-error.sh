#!/bin/sh
# From DuckDB 1.5 to 2.0, a square root of a negative number stops being an error and a remainder by zero
# becomes one; not a number then counts as above every limit.
#
# Version: duckdb 1.5.5 and 2.0.1 (PyPI).
# Guess:   A new major version may refuse more than the last, as it does for a remainder by zero, but does not
#          answer where the last one refused; a comparison with "not a number" is false.
# Seen:    sqrt(-1), ln(0), acos(2) and gamma(0) are errors in 1.5.5; 2.0.1 answers nan, -inf, nan and inf. A
#          standard deviation over a value that is not a number is an error in 1.5.5 and nan in 2.0.1. The other
#          way round, 1 % 0 and 1 // 0 are null in 1.5.5 and errors in 2.0.1. 1 / 0 is inf in both. In 2.0.1
#          sqrt(-1) > 5 is true, and sqrt(-1) equals itself: nan is sorted above every number.
# Matters: A limit or a z score worked out in SQL from a variance that rounding took below zero stopped the run;
#          after the upgrade it is a point beyond its limit. Test the argument before taking the root.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
cat > seen.py <<'PY'
import math
import sys

import duckdb

assert duckdb.__version__ == sys.argv[1], duckdb.__version__
connection = duckdb.connect()


def evaluate(expression):
    try:
        return connection.execute(f"select {expression}").fetchone()[0]
    except duckdb.Error:
        return "error"


old = sys.argv[1] == "1.5.5"
assert evaluate("1 / 0") == math.inf
for expression in ["1 % 0", "1 // 0"]:
    assert evaluate(expression) == (None if old else "error"), expression
deviation = "stddev_samp(x) from (values (1.0::double), ('nan'::double)) t(x)"
for expression in ["sqrt(-1)", "acos(2)", deviation]:
    seen = evaluate(expression)
    assert seen == "error" if old else math.isnan(seen), (expression, seen)
for expression, answer in [("ln(0)", -math.inf), ("gamma(0)", math.inf)]:
    assert evaluate(expression) == ("error" if old else answer), expression
for expression in ["sqrt(-1) > 5", "sqrt(-1) = sqrt(-1)"]:
    assert evaluate(expression) == ("error" if old else True), expression
PY
for version in 1.5.5 2.0.1; do
  python3 -m venv "own-$version" && "own-$version/bin/pip" install --quiet "duckdb==$version"
  "own-$version/bin/python" seen.py "$version"
done
echo "As described: roots and logarithms answer in 2.0.1 where 1.5.5 refused; remainders the other way round."
