// Quarters one by one → a small table, a year to a row and a quarter to a column, with the limits under it.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { DefinitionChange } from '../domain/changes.js';
import { findQuarter } from '../domain/period.js';
import type { Declaration } from '../measures/declaration.js';
import type { ChangeOverTime } from '../statistics/spc.js';
import type { TableRow, FigureTable } from './figure.js';
import { writeCount, writeNumber } from './numbers.js';
import { nameDay, nameWindowShort } from './periods.js';
import type { ShownResult } from './results.js';
import type { FigureWords } from './words.js';

/** The quarters of one measure, in one language. */
export interface Quarters {
  readonly declaration: Declaration;
  /** Those with a number, oldest first, none missing between them. */
  readonly shown: readonly (ShownResult & DisclosedCell)[];
  /** Of the quarters since the newest change of definition; those before it have no cause. */
  readonly change: ChangeOverTime;
  /** How many of `shown` came before that change, and the change; null where there is none in view. */
  readonly before: number;
  readonly redefined: DefinitionChange | null;
  readonly words: FigureWords;
}

const MONTHS: readonly (readonly [string, string])[] = [
  ['04', '06'],
  ['07', '09'],
  ['10', '12'],
  ['01', '03'],
];

/** The table beside the chart of quarters. `firm` is how many quarters make limits that are not provisional. */
export function tabulateQuarters(subject: Quarters, firm: number): FigureTable {
  const { declaration, shown, change, before, words } = subject;
  const inLevel = shown.length - before - (change.levels.at(-1)?.from ?? 0);
  const trial = { count: writeCount(inLevel), wanted: writeCount(firm) };
  return {
    id: 'spc',
    caption: words.say('change.caption', { title: declaration.title[words.language] }),
    columns: [
      { label: words.say('change.head'), numeric: false },
      ...MONTHS.map((months) => ({ label: nameQuarter(months, subject), numeric: true })),
    ],
    rows: buildYearRows(subject),
    note: [
      describeLimits(subject),
      ...(change.trial ? [words.say('change.trial', trial)] : []),
      describeCauses(subject),
      ...describeSteps(subject),
      ...describeRedefinition(subject),
    ].join(' '),
  };
}

/** Where the level changed for good, and the means before and since: the newest such step, as the limits begin there. */
export function describeSteps({ shown, change, before, words }: Quarters): string[] {
  const [earlier, newest] = change.levels.slice(-2);
  const first = newest && shown[before + newest.from];
  if (!earlier || !first) return [];
  const towards = newest.limits.mean > earlier.limits.mean ? 'high' : 'low';
  return [
    words.say('change.step', {
      quarter: nameWindowShort(first.window, false, words),
      towards: words.say(`change.towards.${towards}`),
      mean: writeLimit(newest.limits.mean),
      before: writeLimit(earlier.limits.mean),
    }),
  ];
}

/** That the limits begin with the definition, where it changed among the quarters shown. */
export function describeRedefinition({ redefined, words }: Quarters): string[] {
  return redefined ? [words.say('change.redefined', { day: nameDay(redefined.from, words) })] : [];
}

/** The mean and limits in words. Counts have no lower limit below zero. */
export function describeLimits({ change: { limits }, words }: Quarters): string {
  return words.say('change.limits', {
    mean: writeLimit(limits.mean),
    lower: writeLimit(limits.lower),
    upper: writeLimit(limits.upper),
  });
}

/** Every quarter with a special cause, and which way; neighbours that go the same way as one stretch. */
export function describeCauses(subject: Quarters): string {
  const { words } = subject;
  const stretches = listCauseRuns(subject);
  if (stretches.length === 0) return words.say('change.no_causes');
  const runs = stretches.map(({ first, last, towards }) =>
    words.say(first === last ? 'change.cause' : 'change.causes_from', {
      quarter: first,
      last,
      towards: words.say(`change.towards.${towards}`),
    }),
  );
  return words.say('change.causes', { quarters: runs.join(', ') });
}

interface CauseRun {
  readonly first: string;
  last: string;
  lastAt: number;
  readonly towards: 'high' | 'low';
}

function listCauseRuns({ shown, change, words }: Quarters): CauseRun[] {
  const stretches: CauseRun[] = [];
  shown.forEach(({ window }, index) => {
    const cause = change.causes[index];
    if (!cause) return;
    const { towards } = cause;
    const name = nameWindowShort(window, false, words);
    const previous = stretches.at(-1);
    if (previous?.towards === towards && previous.lastAt === index - 1)
      Object.assign(previous, { last: name, lastAt: index });
    else stretches.push({ first: name, last: name, lastAt: index, towards });
  });
  return stretches;
}

/** One decimal, never below zero. */
export function writeLimit(limit: number): string {
  return writeNumber(Math.max(limit, 0), { decimals: 1, percent: false });
}

function nameQuarter([first, last]: readonly [string, string], { words }: Quarters): string {
  return words.say('change.quarter', {
    first: words.say(`months_short.${first}`),
    last: words.say(`months_short.${last}`),
  });
}

function buildYearRows({ shown, words }: Quarters): TableRow[] {
  const years = [...new Set(shown.map(({ window }) => financialYear(window.ends)))];
  return years.map((year) => ({
    label: year,
    cells: MONTHS.map((_, index) => {
      const cell = shown.find(
        ({ window }) => findQuarter(window.ends).label === `${year} Q${index + 1}`,
      );
      return cell ? writeCount(cell.numerator ?? 0) : words.say('cell.none');
    }),
  }));
}

function financialYear(ends: string): string {
  const [year = ''] = findQuarter(ends).label.split(' ');
  return year;
}
