// Groups of a measure → each with its newest figure and the one a year before, for a sentence.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import { listGroups } from './results.js';
import { buildSubject, writeShort } from './subject.js';
import type { FigureWords } from './words.js';

/** `Drug use 67%, from 53%`, in the order of the results. `names` are `breakdown.group`, as labels are. */
export function writeGroupChanges(
  declaration: Declaration,
  disclosed: readonly DisclosedCell[],
  names: readonly string[],
  words: FigureWords,
): string[] {
  const subject = buildSubject(declaration, disclosed, words);
  return listGroups(subject.reading)
    .filter(({ breakdown, group }) => names.includes(`${breakdown}.${group}`))
    .map(({ breakdown, group, now, before }) =>
      words.say('indicator.moved', {
        group: words.group(breakdown, group),
        now: writeShort(now, subject),
        before: writeShort(before, subject),
      }),
    );
}
