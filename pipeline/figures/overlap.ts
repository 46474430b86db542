// Needs that children have at once → the part of their measure's figure that tells it.
import type { NeedOverlap, NeedPair } from '../domain/supplement.js';
import type { Figure, TableRow, FigureTable } from './figure.js';
import { writeCount, writeNumber } from './numbers.js';
import type { FigureWords } from './words.js';

/** A page lists this many pairs and gives the number of the rest. */
const MAX_LISTED_PAIRS = 8;

/** Adds how many needs each child has, the pairs that most children have, and how many pairs go together beyond chance. */
export function attachOverlap(figure: Figure, overlap: NeedOverlap, words: FigureWords): Figure {
  const { pairs } = overlap;
  const tables = [
    tabulateNeedCounts(overlap, words),
    ...(pairs.length > 0 ? [tabulatePairs(pairs, words)] : []),
  ];
  return {
    ...figure,
    sentence: `${figure.sentence} ${describePairs(pairs, words)}`.trim(),
    tables: [...figure.tables, ...tables],
    notes: [...figure.notes, words.say('told.overlap.reading')],
  };
}

function describePairs(pairs: readonly NeedPair[], words: FigureWords): string {
  if (pairs.length === 0) return '';
  const selectPairs = (says: NeedPair['says']): NeedPair[] =>
    pairs.filter((pair) => pair.says === says);
  const [together, apart] = [selectPairs('together'), selectPairs('apart')];
  const facts = { all: writeCount(pairs.length) };
  const commonest = together[0];
  const first = commonest
    ? words.say('told.overlap.together', {
        ...facts,
        together: words.amount('pairs', together.length),
        first: words.group('need', commonest.first),
        second: words.group('need', commonest.second),
        both: writeCount(commonest.both),
        chance: writeExpected(commonest.expected),
      })
    : words.say('told.overlap.none_together', facts);
  if (apart.length === 0) return first;
  return `${first} ${words.say('told.overlap.apart', { apart: words.amount('pairs', apart.length) })}`;
}

function tabulateNeedCounts({ held }: NeedOverlap, words: FigureWords): FigureTable {
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

function tabulatePairs(pairs: readonly NeedPair[], words: FigureWords): FigureTable {
  const defineColumn = (key: string, numeric: boolean) => ({
    label: words.say(`told.overlap.head.${key}`),
    numeric,
  });
  const listed = pairs.slice(0, MAX_LISTED_PAIRS);
  const left = pairs.length - listed.length;
  const table = {
    id: 'overlap',
    caption: words.say('told.overlap.caption'),
    columns: [
      defineColumn('pair', false),
      defineColumn('both', true),
      defineColumn('chance', true),
      defineColumn('says', false),
    ],
    rows: listed.map((pair) => buildPairRow(pair, words)),
  };
  if (left === 0) return table;
  return { ...table, note: words.say('told.overlap.left', { left: writeCount(left) }) };
}

function buildPairRow(pair: NeedPair, words: FigureWords): TableRow {
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
