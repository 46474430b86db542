#!/bin/sh
# One half is rounded up, to even, or by the type it happens to have.
#
# Version: @duckdb/node-api 1.5.5-r.5 (DuckDB 1.5.5).
# Guess:   2.5 becomes 3 in round(), in a cast to integer and in format() alike.
# Seen:    round(2.5) is 3 for a double and for a decimal. The cast of the double 2.5 to integer is 2, of
#          the decimal 2.5 it is 3. format('{:.1f}', 0.25) and printf('%.1f', 0.25) are 0.2 where
#          round(0.25, 1) is 0.3.
# Matters: A rate printed by SQL and the same rate rounded for a chart differ in the last digit, and
#          adding a decimal place to a column's type changes which whole number its values become.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.5-r.5
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'

const connection = await (await DuckDBInstance.create()).connect()
const value = async (expression) =>
  String((await connection.runAndReadAll(`select (${expression})::varchar`)).getRowsJson()[0][0])

assert.equal(await value('round(2.5::double)'), '3.0')
assert.equal(await value('2.5::double::integer'), '2')
assert.equal(await value('2.5::decimal(2, 1)::integer'), '3')
assert.equal(await value('round(0.25::double, 1)'), '0.3')
assert.equal(await value("format('{:.1f}', 0.25::double)"), '0.2')
assert.equal(await value("printf('%.1f', 0.25::double)"), '0.2')
console.log('as described: 2.5 becomes 3, 2 and 3; 0.25 becomes 0.3, 0.2 and 0.2')
JS
node seen.mjs
