// Invented records → a table: numbered in order of date, days as an extract writes them.
import { compareText } from '../../../pipeline/domain/compare-text.js';
import type { Day } from '../../../pipeline/domain/period.js';
import { british } from '../days.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';

/** What a cell may be before it is written: a day is marked as one. */
export type Cell = string | number | null;

/** A record by heading. */
export type Entry<Heading extends string> = Readonly<Record<Heading, Cell>>;

/** Writes records under their headings. An ISO day becomes a British one; null is blank. */
export function tableOf<Heading extends string>(
  headings: readonly Heading[],
  entries: readonly Entry<Heading>[],
): Table {
  return {
    headings,
    rows: entries.map((entry) => headings.map((heading) => written(entry[heading]))),
  };
}

/** Gives each record a number under a heading of its own, in order of a day it has. */
export function numbered<Fact extends Readonly<Record<string, Cell>>, Id extends string>(
  id: Id,
  prefix: string,
  by: keyof Fact & string,
  entries: readonly Fact[],
): (Fact & Entry<Id>)[] {
  const ordered = [...entries].sort((one, other) => compare(one[by], other[by]));
  return ordered.map((entry, place) => {
    const number = { [id]: prefix + String(place + 1).padStart(5, '0') } as Entry<Id>;
    return { ...entry, ...number };
  });
}

/** `yes` or `no`, and now and then nothing at all: nobody wrote it down. */
export function answered(so: boolean, random: Random, missed = 0.03): string {
  return random.chance(missed) ? '' : yesNo(so);
}

/** How an extract writes what is so. */
export function yesNo(so: boolean): string {
  return so ? 'yes' : 'no';
}

/** The day, unless it is after the extract was taken. */
export function known(day: Day | null, cut: Day): Day | null {
  return day !== null && day <= cut ? day : null;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? british(text) : text;
}

function compare(one: Cell | undefined, other: Cell | undefined): number {
  return compareText(String(one), String(other));
}
