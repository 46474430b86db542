// Needs that children have at once → the part of their measure's figure that tells it.
import type { Overlap, Pair } from '../domain/supplement.js';
import type { Figure, Row, Table } from './figure.js';
import { writeCount, writeNumber } from './numbers.js';
import type { FigureWords } from './words.js';

/** Pairs that a page lists; the others are counted. */
const LISTED = 8;

/** Adds how many needs each child has, the pairs that most children have, and how many pairs go together beyond chance. */
export function withOverlap(figure: Figure, overlap: Overlap, words: FigureWords): Figure {
  const { pairs } = overlap;
  const tables = [
    heldTable(overlap, words),
    ...(pairs.length > 0 ? [pairTable(pairs, words)] : []),
  ];
  return {
    ...figure,
    sentence: `${figure.sentence} ${saidOf(pairs, words)}`.trim(),
    tables: [...figure.tables, ...tables],
    notes: [...figure.notes, words.say('told.overlap.reading')],
  };
}

function saidOf(pairs: readonly Pair[], words: FigureWords): string {
  if (pairs.length === 0) return '';
  const of = (says: Pair['says']): Pair[] => pairs.filter((pair) => pair.says === says);
  const [together, apart] = [of('together'), of('apart')];
  const facts = { all: writeCount(pairs.length) };
  const most = together[0];
  const first = most
    ? words.say('told.overlap.together', {
        ...facts,
        together: words.amount('pairs', together.length),
        first: words.group('need', most.first),
        second: words.group('need', most.second),
        both: writeCount(most.both),
        chance: writeExpected(most.expected),
      })
    : words.say('told.overlap.none_together', facts);
  if (apart.length === 0) return first;
  return `${first} ${words.say('told.overlap.apart', { apart: words.amount('pairs', apart.length) })}`;
}

function heldTable({ held }: Overlap, words: FigureWords): Table {
  const label = (needs: number): string => writeCount(needs);
  return {
    id: 'overlap_held',
    caption: words.say('told.overlap.held'),
    columns: [
      { label: words.say('told.overlap.head.needs'), numeric: false },
      ...held.map(({ needs }) => ({ label: label(needs), numeric: true })),
    ],
    rows: [
      {
        label: words.say('told.overlap.head.children'),
        cells: held.map(({ children }) => writeCount(children)),
      },
    ],
  };
}

function pairTable(pairs: readonly Pair[], words: FigureWords): Table {
  const head = (key: string, numeric: boolean) => ({
    label: words.say(`told.overlap.head.${key}`),
    numeric,
  });
  const listed = pairs.slice(0, LISTED);
  const left = pairs.length - listed.length;
  const table = {
    id: 'overlap',
    caption: words.say('told.overlap.caption'),
    columns: [head('pair', false), head('both', true), head('chance', true), head('says', false)],
    rows: listed.map((pair) => rowOf(pair, words)),
  };
  if (left === 0) return table;
  return { ...table, note: words.say('told.overlap.left', { left: writeCount(left) }) };
}

function rowOf(pair: Pair, words: FigureWords): Row {
  const { both, lookedFor, expected, lower, upper } = pair;
  const share = { numerator: writeCount(both), denominator: writeCount(lookedFor) };
  return {
    label: words.say('told.overlap.pair', {
      first: words.group('need', pair.first),
      second: words.group('need', pair.second),
    }),
    cells: [
      words.say('share_few', share),
      words.say('told.overlap.chance', {
        expected: writeExpected(expected),
        lower: writeCount(lower),
        upper: writeCount(upper),
      }),
      words.say(`told.overlap.says.${pair.says}`),
    ],
  };
}

function writeExpected(expected: number): string {
  return writeNumber(expected, { decimals: 0, percent: false });
}
