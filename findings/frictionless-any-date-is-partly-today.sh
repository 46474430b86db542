#!/bin/sh
# A year alone is a valid date to Frictionless, and which day it is depends on the day the file is checked.
#
# Version: frictionless 5.21.0 (PyPI).
# Guess:   A date field of format "any" reads all of a column in one order of day and month, and refuses a text
#          that holds no day.
# Seen:    The file is valid. 02/01/2025 becomes 1 February and 13/01/2025 below it 13 January. "2025" becomes
#          2025 with today's month and day, "may" this year's May on today's day. In an integer field 1_000 is
#          valid and becomes 1000, while 1,000 is refused.
# Matters: A birthday given as a year makes a child another age each time the extract is checked, and a British
#          column changes order in the middle without a fault. Declare the format of each date, never "any".
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
python3 -m venv own && own/bin/pip install --quiet frictionless==5.21.0
cat > seen.py <<'PY'
import datetime

from frictionless import Resource, Schema, validate

today = datetime.date.today()
schema = Schema.from_descriptor({"fields": [{"name": "day", "type": "date", "format": "any"}]})
with open("days.csv", "w") as file:
    file.write("day\n02/01/2025\n13/01/2025\n")
    # On the last days of a month the text that has no day would be out of range: leave it out then.
    if today.day <= 28:
        file.write("2025\nmay\n")
assert validate(Resource(path="days.csv", schema=schema)).valid
days = [row["day"] for row in Resource(path="days.csv", schema=schema).read_rows()]
assert days[:2] == [datetime.date(2025, 2, 1), datetime.date(2025, 1, 13)], days
if today.day <= 28:
    assert days[2:] == [today.replace(year=2025), today.replace(month=5)], days

schema = Schema.from_descriptor({"fields": [{"name": "hours", "type": "integer"}, {"name": "x", "type": "string"}]})
for text, valid in [("1_000", True), ("1,000", False)]:
    with open("hours.csv", "w") as file:
        file.write(f'hours,x\n"{text}",a\n')
    assert validate(Resource(path="hours.csv", schema=schema)).valid == valid, text
print("As described: a year alone is a date with today's day and month, and valid.")
PY
own/bin/python seen.py
