#!/bin/sh
# The power operator gives another last digit from Node 24 on.
#
# Version: node 22.21.1 and node 24.11.1, both from npm.
# Guess:   x ** y is the same double in every supported version of one engine on one machine.
# Seen:    Of 990 powers of hundredths 86 differ in the last digit between 22 and 24. Repeated multiplication
#          gives the same in both.
# Matters: Ends of intervals printed in full differ by the version a council happens to have, so two
#          computers cannot show that they made the same pack.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
mkdir before after
(cd before && npm install --silent --no-audit --no-fund node@22.21.1)
(cd after && npm install --silent --no-audit --no-fund node@24.11.1)
cat > powers.cjs <<'JS'
const powers = []
for (let tenth = 1; tenth <= 99; tenth++)
  for (let power = 2; power <= 11; power++) {
    const base = tenth / 100
    let product = 1
    for (let step = 0; step < power; step++) product *= base
    powers.push([base ** power, product])
  }
console.log(JSON.stringify(powers))
JS
before/node_modules/.bin/node powers.cjs > before.json
after/node_modules/.bin/node powers.cjs > after.json
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict')
const before = require('./before.json')
const after = require('./after.json')
const differing = (place) => before.filter((pair, index) => pair[place] !== after[index][place]).length
console.log(`of ${before.length} powers ${differing(0)} differ by operator, ${differing(1)} by multiplication`)
assert.equal(differing(0), 86)
assert.equal(differing(1), 0)
JS
node seen.cjs
