#!/bin/sh
# Splink holds a postcode written without its space to be nearer to another district than to itself.
#
# Version: splink 4.0.6, duckdb 1.5.5 (PyPI).
# Guess:   The comparison made for postcodes ignores the space, or treats a postcode without one as not usable;
#          the same postcode never scores below another one.
# Seen:    "M1 1AA" against "M11AA", the same place, agree on the area (M) alone. "M11AA" against "M11 1AA",
#          another district of Manchester, agree on the district. "CF10 1AA" against "CF101AA" agree on the
#          district, and against small letters on nothing. Two of "ZZ99 3VZ", which the NHS writes for no fixed
#          abode, agree on the whole postcode.
# Matters: Police and health extracts write postcodes without a space, case systems with one. Homeless children
#          share a code. Write all postcodes in one form, and empty those that stand for no place, before linking.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
python3 -m venv own && own/bin/pip install --quiet splink==4.0.6 duckdb==1.5.5
cat > seen.py <<'PY'
import duckdb
import splink.comparison_library as comparisons

levels = comparisons.PostcodeComparison("postcode").get_comparison("duckdb").as_dict()["comparison_levels"]
branches = " ".join(
    f"when {level['sql_condition']} then '{level['label_for_charts']}'" for level in levels[:-1]
)
query = f"select case {branches} else 'none' end from (select ? as postcode_l, ? as postcode_r)"
connection = duckdb.connect()


def agreement(left, right):
    return connection.execute(query, [left, right]).fetchone()[0]


assert levels[-1]["sql_condition"] == "ELSE"
assert agreement("M1 1AA", "M1 1AA") == "Exact match on full postcode"
assert agreement("M1 1AA", "M11AA") == "Exact match on area"
assert agreement("M11AA", "M11 1AA") == "Exact match on district"
assert agreement("CF10 1AA", "CF101AA") == "Exact match on district"
assert agreement("CF10 1AA", "cf10 1aa") == "none"
assert agreement("ZZ99 3VZ", "ZZ99 3VZ") == "Exact match on full postcode"
print("As described: without the space, the same postcode agrees on less than another district's does.")
PY
own/bin/python seen.py
