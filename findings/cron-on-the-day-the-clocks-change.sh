#!/bin/sh
# Two cron libraries run the same line at other times, or not at all, on the days the clocks change.
#
# Version: croner 11.0.1, cron-parser 5.10.6, Europe/London.
# Guess:   Both run "30 1 * * *" at 02:30 summer time on the last Sunday in March, when 01:30 does not
#          exist, and treat "*/30 1 * * *" alike: twice a day, every day.
# Seen:    For "30 1 * * *" croner gives 02:00 and cron-parser 02:30 summer time. "*/30 1 * * *" is left
#          out altogether by croner on that Sunday, and run twice by cron-parser. On the last Sunday in
#          October croner runs it four times and cron-parser twice.
# Matters: A nightly take-in between one and two is missed once a year, or runs twice, with nothing said.
set -eu
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm install --silent --no-audit --no-fund croner@11.0.1 cron-parser@5.10.6
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { CronExpressionParser } from 'cron-parser'
import { Cron } from 'croner'

const day = (line, before, after) => {
  const start = new Date(before)
  const onTheDay = (run) => run < new Date(after)
  const byCroner = new Cron(line, { timezone: 'Europe/London' }).nextRuns(6, start).filter(onTheDay)
  const runs = CronExpressionParser.parse(line, { currentDate: start, tz: 'Europe/London' })
  const byParser = Array.from({ length: 6 }, () => runs.next().toDate()).filter(onTheDay)
  const clock = (run) => run.toISOString().slice(11, 16)
  return { croner: byCroner.map(clock), parser: byParser.map(clock) }
}
const spring = ['2026-03-28T23:59:59Z', '2026-03-29T23:00:00Z']
const autumn = ['2026-10-24T22:59:59Z', '2026-10-26T00:00:00Z']
// Times are UTC: on the spring Sunday 01:00 is 02:00 summer time.
assert.deepEqual(day('30 1 * * *', ...spring), { croner: ['01:00'], parser: ['01:30'] })
assert.deepEqual(day('*/30 1 * * *', ...spring), { croner: [], parser: ['01:00', '01:30'] })
assert.deepEqual(day('*/30 1 * * *', ...autumn), {
  croner: ['00:00', '00:30', '01:00', '01:30'],
  parser: ['00:00', '00:30'],
})
console.log('as described: spring 0 and 2 runs, autumn 4 and 2')
JS
node seen.mjs
