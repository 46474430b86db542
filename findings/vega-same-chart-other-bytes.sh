#!/bin/sh
# The same chart drawn twice in one process is two different SVG files.
#
# Version: vega 6.4.0, vega-lite 6.4.3.
# Guess:   A chart without random parts is the same text each time it is drawn.
# Seen:    Clip paths are numbered by a counter of the whole process, so the second drawing has clip3 where
#          the first has clip1. vega exports resetSVGDefIds, which makes them equal again.
# Matters: A file that must be the same to the byte when built again differs by what was drawn before it,
#          and two charts of one page drawn by two processes share ids, so one is clipped by the other's
#          frame.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm install --silent --no-audit --no-fund vega@6.4.0 vega-lite@6.4.3
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import * as vega from 'vega'
import { compile } from 'vega-lite'

const { spec } = compile({
  data: { values: [{ x: 1, y: 1 }, { x: 2, y: 3 }] },
  mark: { type: 'line', clip: true },
  encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' } },
})
const draw = () => new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG()

vega.resetSVGDefIds()
const first = await draw()
const second = await draw()
vega.resetSVGDefIds()
const third = await draw()
assert.notEqual(first, second)
assert.equal(first.replaceAll(/clip\d+/g, 'clip'), second.replaceAll(/clip\d+/g, 'clip'))
assert.equal(first, third)
console.log('as described: only the numbers of the clip paths differ, until they are reset')
JS
node seen.mjs
