#!/bin/sh
# Two functions of one database disagree on the age of a child born on 29 February.
#
# Version: @duckdb/node-api 1.5.5-r.5 (DuckDB 1.5.5).
# Guess:   date_sub('year', …) counts full years, so it agrees with the years of age(…) on every day.
# Seen:    On 28 February of a year that is not a leap year date_sub says 18 and age says 17 years, 11
#          months and 28 days. They agree again on 1 March.
# Matters: In English law the birthday of such a child falls on 1 March in other years, so date_sub makes
#          an adult of a child for one day: out of a count of children, or into another age group.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.5-r.5
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'

const connection = await (await DuckDBInstance.create()).connect()
const ages = async (day) => {
  const query = `select date_sub('year', born, day), extract(year from age(day, born))
    from (select date '2008-02-29' as born, date '${day}' as day)`
  return (await connection.runAndReadAll(query)).getRowsJson()[0].map(Number)
}

assert.deepEqual(await ages('2026-02-27'), [17, 17])
assert.deepEqual(await ages('2026-02-28'), [18, 17])
assert.deepEqual(await ages('2026-03-01'), [18, 18])
console.log('as described: on 28 February 2026 date_sub says 18, age says 17')
JS
node seen.mjs
