#!/bin/sh
# A join on a pair of columns matches records whose value is missing.
#
# Version: @duckdb/node-api 1.5.5-r.5 (DuckDB 1.5.5).
# Guess:   (null, 1) = (null, 1) is null, as in PostgreSQL, so that a join on (surname, born) leaves out
#          people without a surname, whichever way the condition is written.
# Seen:    A pair in brackets is a struct, and structs compare with null equal to null. The same join
#          written as `a.x = b.x and a.y = b.y`, or as `using (x, y)`, finds nobody; written as
#          `(a.x, a.y) = (b.x, b.y)` it finds the two people of whom nothing is known.
# Matters: Record linkage. Two children without a surname who share a birthday become one.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.5-r.5
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'

const connection = await (await DuckDBInstance.create()).connect()
const value = async (query) => String((await connection.runAndReadAll(query)).getRowsJson()[0][0])
const people = "(values (null::varchar, date '2008-05-01')) "
const join = (condition) =>
  value(`select count(*) from ${people} a(surname, born) join ${people} b(surname, born) ${condition}`)

assert.equal(await value('select null = null'), 'null')
assert.equal(await value('select (null, 1) = (null, 1)'), 'true')
assert.equal(await join('on a.surname = b.surname and a.born = b.born'), '0')
assert.equal(await join('using (surname, born)'), '0')
assert.equal(await join('on (a.surname, a.born) = (b.surname, b.born)'), '1')
console.log('as described: the join on a pair matches missing surnames, the other two forms do not')
JS
node seen.mjs
