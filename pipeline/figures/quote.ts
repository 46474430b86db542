// A measure and its disclosed results → its figures as a sentence may quote them, and what a claim about it is held to.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Unit } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';
import { writeCount } from './numbers.js';
import { readShown, type MeasureReading } from './results.js';
import { buildSubject, writeInterval, writeShort, writeValue, type Subject } from './subject.js';
import type { FigureWords } from './words.js';

/** The forms of a figure that a sentence can quote; the first is the default. */
const QUOTE_FORMS = ['now', 'before', 'rate', 'interval'] as const;

/** One form of a figure. */
export type QuoteForm = (typeof QUOTE_FORMS)[number];

/** A group's results, with its label in the language of the words. */
interface QuotableGroup {
  readonly label: string;
  readonly breakdown: string;
  /** The group as it is stored, the same in every language. */
  readonly group: string;
  readonly now: DisclosedCell | null;
  readonly before: DisclosedCell | null;
}

/** One measure ready to quote, in one language and one edition. */
export interface QuotableMeasure {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly better: Declaration['better'];
  readonly reading: MeasureReading;
  readonly groups: readonly QuotableGroup[];
  /** The text of each form, or the word for why it is missing; null if the measure has no such form. */
  readonly written: Readonly<Record<QuoteForm, string | null>>;
  /** Any result of this measure as its title would write it. */
  readonly write: (cell: DisclosedCell | null) => string;
}

/** Prepares one measure's results for quoting. A suppressed figure is quoted as the word for hidden, never as its number. */
export function buildQuotableMeasure(
  declaration: Declaration,
  disclosed: readonly DisclosedCell[],
  words: FigureWords,
): QuotableMeasure {
  const subject = buildSubject(declaration, disclosed, words);
  const { reading, unit, title } = subject;
  return {
    id: declaration.id,
    title,
    unit,
    better: declaration.better,
    reading,
    groups: reading.groups.map(({ breakdown, group, now, before }) => ({
      label: words.group(breakdown, group),
      breakdown,
      group,
      now,
      before,
    })),
    written: {
      now: writeHeadline(reading.current, subject),
      before: writeHeadline(reading.previous, subject),
      rate: unit.startsWith('per ') ? writeRateWithUnit(subject) : null,
      interval: unit === 'relative rate' ? null : writeInterval(reading.current, subject),
    },
    write: (cell) => writeHeadline(cell, subject),
  };
}

/** The number a title gives: the count for counts and rates, the value for shares and means. */
function writeHeadline(cell: DisclosedCell | null, subject: Subject): string {
  const counted = subject.unit !== 'proportion' && subject.unit !== 'mean';
  const shown = readShown(cell);
  if (counted && shown && shown.numerator !== null) return writeCount(shown.numerator);
  return writeShort(cell, subject);
}

function writeRateWithUnit(subject: Subject): string {
  const { reading, words, unit } = subject;
  const value = writeValue(reading.current, subject);
  return readShown(reading.current)?.value == null
    ? value
    : `${value} ${words.say(`unit.${unit}`)}`;
}
