// What a reader must know before trusting a figure → short notes under it.
import type { Disclosed } from '../disclosure/disclosed.js';
import { changesSaid } from './definition-changes.js';
import { nameDay } from './periods.js';
import { isFew, known, listedGroups } from './results.js';
import type { Subject } from './subject.js';

/** The notes of a figure, each once: what is missing and why, and what the numbers stand on. `drawn` is false when there is no chart. */
export function notesOf(subject: Subject, drawn: boolean): string[] {
  const { words } = subject;
  return [
    ...(drawn ? [] : [words.say('note.not_drawn')]),
    ...changesSaid(subject),
    ...laterNotes(subject),
    ...hiddenNotes(subject),
    ...intervalNotes(subject),
    ...populationNotes(subject),
    ...fewNotes(subject),
    ...unlistedNotes(subject),
    ...(subject.reading.published.length > 0 ? [words.say('note.published')] : []),
  ];
}

function laterNotes({ reading, words, declaration }: Subject): string[] {
  const { follow_up: follow, wait } = declaration.window;
  const immature = reading.later.some(({ status }) => status === 'immature');
  const missing = reading.later.filter(({ status }) => status === 'no data');
  const since = missing[0];
  return [
    ...(immature && follow !== undefined
      ? [words.say('note.immature', { follow: String(follow), wait: String(wait ?? 0) })]
      : []),
    ...(reading.current && since
      ? [words.say('note.no_data', { day: nameDay(since.window.ends, words) })]
      : []),
  ];
}

function hiddenNotes({ reading, words }: Subject): string[] {
  const cells = [...reading.windows, ...reading.published, ...groupCells({ reading })];
  return cells.some((cell) => cell.status === 'hidden') ? [words.say('note.hidden')] : [];
}

/** A value without an interval makes no claim of change; the reader is told why. */
function intervalNotes({ reading, words, declaration }: Subject): string[] {
  const current = known(reading.current);
  if (!current || current.unit === 'relative rate') return [];
  const bare = current.value !== null && current.lower === null;
  if (bare) return [words.say('note.no_interval')];
  const clustered = declaration.counts === 'offences' || declaration.counts === 'nights';
  return clustered && current.verdict === null ? [words.say('note.no_test')] : [];
}

function populationNotes({ reading, words, unit }: Subject): string[] {
  const cells = [...reading.windows, ...groupCells({ reading })].map(known);
  const sources = cells.flatMap((cell) => (cell?.source ? [cell.source] : []));
  if (sources.length === 0 || unit === 'count') return [];
  return [words.say('note.population', { sources: [...new Set(sources)].join('; ') })];
}

function fewNotes({ reading, words }: Subject): string[] {
  const cells = [...reading.windows, ...groupCells({ reading })].map(known);
  return cells.some((cell) => cell && isFew(cell)) ? [words.say('note.few')] : [];
}

function unlistedNotes({ reading, words, declaration }: Subject): string[] {
  const listed = declaration.chart === 'trend' || declaration.chart === 'breakdown';
  const kept = listedGroups(reading).length;
  return listed && kept > 0 && kept < reading.groups.length ? [words.say('note.unlisted')] : [];
}

function groupCells({ reading }: Pick<Subject, 'reading'>): Disclosed[] {
  return reading.groups.flatMap(({ now, before }) => [now, before]).filter((cell) => cell !== null);
}
