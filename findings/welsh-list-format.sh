#!/bin/sh
# A list joined in Welsh by the platform's own formatter holds a bracketed choice for the reader.
#
# Version: node 24.11.1 from npm (ICU data within it).
# Guess:   Intl.ListFormat('cy') writes "a" or "ac" before the last word, by its first letter or always "a".
# Seen:    It writes "a(c)" every time: "afalau a(c) orennau", "Cymraeg a(c) Saesneg". "Or" is "neu",
#          without a change of the next word's first letter.
# Matters: A page printed in Welsh shows "Iechyd a(c) addysg". The code that joins words has to choose.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm install --silent --no-audit --no-fund node@24.11.1
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict')
const and = new Intl.ListFormat('cy')
const or = new Intl.ListFormat('cy', { type: 'disjunction' })
assert.equal(and.format(['afalau', 'orennau']), 'afalau a(c) orennau')
assert.equal(and.format(['Cymraeg', 'Saesneg']), 'Cymraeg a(c) Saesneg')
assert.equal(or.format(['te', 'coffi']), 'te neu coffi')
console.log('as described: afalau a(c) orennau')
JS
node_modules/.bin/node seen.cjs
