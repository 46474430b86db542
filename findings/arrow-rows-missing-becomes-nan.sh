#!/bin/sh
# Rows turned into an Arrow table: a field that is absent, or holds a mark, becomes NaN without an error.
#
# Version: apache-arrow 21.2.0 (JavaScript).
# Guess:   A row without a field reads back as null, as a row with null does; text in a column of numbers
#          is refused.
# Seen:    null stays null. An absent field is NaN, and is not counted as null. The mark "[c]" for a
#          suppressed figure in a column that began with a number is NaN too, and nothing is raised.
# Matters: Statistics files carry marks such as [c] and x among numbers. "Suppressed" and "absent" become
#          the same value, which is a number to whatever reads the table.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm install --silent --no-audit --no-fund apache-arrow@21.2.0
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { tableFromIPC, tableFromJSON, tableToIPC } from 'apache-arrow'

const column = (rows) => {
  const read = tableFromIPC(tableToIPC(tableFromJSON(rows))).getChild('count')
  return { nulls: read.nullCount, last: read.get(rows.length - 1) }
}
assert.deepEqual(column([{ area: 1, count: 12 }, { area: 2, count: null }]), { nulls: 1, last: null })
assert.deepEqual(column([{ area: 1, count: 12 }, { area: 2 }]), { nulls: 0, last: NaN })
assert.deepEqual(column([{ area: 1, count: 12 }, { area: 2, count: '[c]' }]), { nulls: 0, last: NaN })
console.log('as described: absent and [c] are NaN, not null')
JS
node seen.mjs
