// What a reader must know before trusting a figure → short notes under it.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { describeChanges } from './definition-changes.js';
import { writeMissingNotes } from './missing-notes.js';
import { nameDay } from './periods.js';
import { hasSmallBase, readShown, listGroups } from './results.js';
import { writeSecondNotes } from './second-populations.js';
import type { Subject } from './subject.js';

/** Writes a figure's notes, each once: what is missing and why, and the sources. `drawn` is false if there is no chart. */
export function writeNotes(subject: Subject, drawn: boolean): string[] {
  const { words } = subject;
  return [
    ...(drawn ? [] : [words.say('note.not_drawn')]),
    ...describeChanges(subject),
    ...writeLaterNotes(subject),
    ...writeHiddenNotes(subject),
    ...writeIntervalNotes(subject),
    ...writePopulationNotes(subject),
    ...writeSecondNotes(subject),
    ...writeListedMissingNotes(subject),
    ...writeSmallBaseNotes(subject),
    ...writeUnlistedNotes(subject),
    ...(subject.reading.published.length > 0 ? [words.say('note.published')] : []),
  ];
}

function writeLaterNotes({ reading, words, declaration }: Subject): string[] {
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

/** That groups may be missing; why a number is hidden is said once in a document, not under each figure. */
function writeHiddenNotes({ reading, words }: Subject): string[] {
  const cells = [...reading.windows, ...reading.published, ...listGroupCells({ reading })];
  const isUnlisted = listGroupCells({ reading }).some(({ status }) => status === 'hidden');
  return [
    ...(isUnlisted ? [words.say('note.hidden')] : []),
    ...(cells.some(({ marks }) => marks) ? [words.say('note.suppressed')] : []),
  ];
}

/** Without an interval or a test there is no claim of change; the note gives the reason. */
function writeIntervalNotes(subject: Subject): string[] {
  if (hasInterval(subject)) return [];
  const { words } = subject;
  const behind = findTestedMeasure(subject) === null ? [] : [words.say('note.children_tested')];
  return [[words.say('note.no_interval'), ...behind].join(' ')];
}

/** The measure that counts and tests the children behind a figure that is not tested; null where there is none. */
export function findTestedMeasure(subject: Subject): string | null {
  return hasInterval(subject) ? null : (subject.declaration.hidden_with ?? null);
}

/** True as well where a note of the figure's own says why it has none. */
function hasInterval({ reading }: Subject): boolean {
  const current = readShown(reading.current);
  if (!current || current.unit === 'relative rate') return true;
  return current.value === null || current.lower !== null || current.note !== undefined;
}

/** Whose populations rates stand on: of the headlines and, where it is another, of the rows of groups. */
function writePopulationNotes({ reading, words, unit }: Subject): string[] {
  if (unit === 'count') return [];
  const headlines = listSources(reading.windows);
  const groups = listSources(reading.groups.flatMap(({ now }) => now ?? []));
  if (headlines.length + groups.length === 0) return [];
  const same = groups.every((source) => headlines.length === 1 && source === headlines[0]);
  return [
    words.say('note.population', {
      sources: (headlines.length > 0 ? headlines : groups).join('; '),
    }),
    ...(same || headlines.length === 0
      ? []
      : [words.say('note.population_groups', { sources: groups.join('; ') })]),
    ...writeBreakNotes({ reading, words }),
  ];
}

/** A rate on another source than the year before's moves with the source as well, whatever the children did. */
function writeBreakNotes({ reading, words }: Pick<Subject, 'reading' | 'words'>): string[] {
  const now = readShown(reading.current)?.source ?? null;
  const before = readShown(reading.previous)?.source ?? null;
  if (now === null || before === null || dropYear(now) === dropYear(before)) return [];
  return [words.say('note.population_break', { now, before })];
}

/** One source may have a population of each year. */
function dropYear(source: string): string {
  return source.replace(/ \(\d{4}\)$/, '');
}

function listSources(cells: readonly DisclosedCell[]): string[] {
  const sources = cells.flatMap((cell) => readShown(cell)?.source ?? []);
  return [...new Set(sources)];
}

/** Of groups, only those that the page lists. */
function writeListedMissingNotes({ reading, words }: Subject): string[] {
  return writeMissingNotes({ ...reading, groups: listGroups(reading) }, words);
}

function writeSmallBaseNotes({ reading, words }: Subject): string[] {
  const cells = [...reading.windows, ...listGroupCells({ reading })].map(readShown);
  return cells.some((cell) => cell && hasSmallBase(cell)) ? [words.say('note.few')] : [];
}

function writeUnlistedNotes({ reading, words, declaration }: Subject): string[] {
  const hasGroupTable = declaration.chart === 'trend' || declaration.chart === 'breakdown';
  const listedCount = listGroups(reading).length;
  return hasGroupTable && listedCount > 0 && listedCount < reading.groups.length
    ? [words.say('note.unlisted')]
    : [];
}

function listGroupCells({ reading }: Pick<Subject, 'reading'>): DisclosedCell[] {
  return reading.groups.flatMap(({ now, before }) => [now, before]).filter((cell) => cell !== null);
}
