// A measure and its disclosed results → its figures as a sentence may quote them, and what a claim about it is held to.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Unit } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';
import { writeCount } from './numbers.js';
import { known, type Reading } from './results.js';
import { subjectOf, writeInterval, writeShort, writeValue, type Subject } from './subject.js';
import type { FigureWords } from './words.js';

/** The forms in which a sentence may ask for a figure; the first is meant where none is named. */
export const FORMS = ['now', 'before', 'rate', 'interval'] as const;

/** One form of a figure. */
export type Form = (typeof FORMS)[number];

/** A group of a measure by its label in the language of the words. */
export interface QuotableGroup {
  readonly label: string;
  readonly now: Disclosed | null;
  readonly before: Disclosed | null;
}

/** One measure as sentences may speak of it, in one language and for one edition. */
export interface Quotable {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly better: Declaration['better'];
  readonly reading: Reading;
  readonly groups: readonly QuotableGroup[];
  /** Each form as written, or the word for what stands in its place; null where the measure has no such form. */
  readonly written: Readonly<Record<Form, string | null>>;
  /** Any result of this measure as its title would write it. */
  readonly write: (cell: Disclosed | null) => string;
}

/** Reads one measure's results for quoting. A hidden figure is quoted as the word for hidden, never as its number. */
export function quotableOf(
  declaration: Declaration,
  disclosed: readonly Disclosed[],
  words: FigureWords,
): Quotable {
  const subject = subjectOf(declaration, disclosed, words);
  const { reading, unit, title } = subject;
  return {
    id: declaration.id,
    title,
    unit,
    better: declaration.better,
    reading,
    groups: reading.groups.map(({ breakdown, group, now, before }) => ({
      label: words.group(breakdown, group),
      now,
      before,
    })),
    written: {
      now: headline(reading.current, subject),
      before: headline(reading.previous, subject),
      rate: unit.startsWith('per ') ? rateOf(subject) : null,
      interval: unit === 'relative rate' ? null : writeInterval(reading.current, subject),
    },
    write: (cell) => headline(cell, subject),
  };
}

/** The number a title gives: the count for counts and rates, the value for shares and means. */
function headline(cell: Disclosed | null, subject: Subject): string {
  const counted = subject.unit !== 'proportion' && subject.unit !== 'mean';
  const shown = known(cell);
  if (counted && shown && shown.numerator !== null) return writeCount(shown.numerator);
  return writeShort(cell, subject);
}

function rateOf(subject: Subject): string {
  const { reading, words, unit } = subject;
  const value = writeValue(reading.current, subject);
  return known(reading.current)?.value == null ? value : `${value} ${words.say(`unit.${unit}`)}`;
}
