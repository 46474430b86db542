// Further inputs of each kind, in CSV and in workbooks: the figures are right, or it is refused by name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildCase, listCodes, removeCases } from './build-case.js';
import { BASE, csv, rewrite, workbook } from './rewrite.js';
import { readProblem } from '../problems/words.js';

afterAll(removeCases);

const RIGHT = { numerator: 12, value: 80, status: 'shown' };
const MONTHS = [
  'Ion',
  'Chwef',
  'Maw',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
].concat(['Hydref', 'Tachwedd', 'Rhagfyr']);

function parts(day: string): [string, string, string] {
  const [date = '', month = '', year = ''] = day.split('/');
  return [date, month, year];
}

/** Ways of writing the days of `outcomes`, each with the note that it gets. */
const DAYS: readonly [string, (day: string) => string, string][] = [
  [
    'ISO with an offset',
    (day) => `${parts(day).reverse().join('-')}T10:30:00+00:00`,
    'time-dropped',
  ],
  [
    'Welsh months',
    (day) => `${parts(day)[0]} ${MONTHS[Number(parts(day)[1]) - 1]} ${parts(day)[2]}`,
    'date-form',
  ],
  ['eight digits', (day) => parts(day).reverse().join(''), 'date-form'],
  ['dots', (day) => day.replaceAll('/', '.'), 'date-form'],
];

describe('days of outcomes', () => {
  it.each(DAYS)('in %s give the same figures in CSV and in a workbook', async (_, form, code) => {
    const rows = rewrite('outcomes', { outcome_date: form });
    const forms = [
      { files: { 'outcomes.csv': csv(rows) } },
      { files: { 'outcomes.xlsx': workbook(rows) }, without: ['outcomes.csv'] },
    ];
    for (const files of forms) {
      const built = await buildCase(files);
      expect(listCodes(built)).toEqual([code]);
      expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
    }
  });

  it.each([
    [
      'days and months swapped',
      (day: string) => {
        const [d, m, y] = parts(day);
        return `${m}/${Number(d) + 12}/${y}`;
      },
      'american-date',
    ],
    ['two digits of a year', (day: string) => day.replace('/20', '/'), 'bad-date'],
    [
      'an offset that changes the day',
      (day: string) => `${parts(day).reverse().join('-')}T23:30:00-05:00`,
      'time-zone',
    ],
  ])('with %s are refused by name', async (_, form, code) => {
    const built = await buildCase({
      files: { 'outcomes.csv': csv(rewrite('outcomes', { outcome_date: form })) },
    });
    expect(new Set(listCodes(built))).toEqual(new Set([code]));
  });

  it('as true dates with a time in a workbook lose the time, and it is said', async () => {
    const rows = rewrite('outcomes', {});
    const timed = workbook(rows, (sheet) => {
      rows.slice(1).forEach(([, , day = ''], at) => {
        const [date, month, year] = parts(day).map(Number);
        const serial = Date.UTC(year ?? 0, (month ?? 1) - 1, date) / 86_400_000 + 25_569;
        sheet[`C${at + 2}`] = { t: 'n', v: serial + 0.6, z: 'dd/mm/yyyy hh:mm' };
      });
    });
    const built = await buildCase({ files: { 'outcomes.xlsx': timed }, without: ['outcomes.csv'] });
    expect(listCodes(built)).toEqual(['time-dropped']);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });
});

describe('empty cells, numbers and answers', () => {
  it.each([
    ['(null)', 'not-recorded'],
    ['#N/A', 'not-recorded'],
    ['NaN', 'not-recorded'],
  ])('%s is not recorded', async (text, code) => {
    const rows = rewrite('interventions', { planned_end_date: () => text, end_date: () => text });
    const built = await buildCase({ files: { 'interventions.csv': csv(rows) } });
    expect(listCodes(built)).toEqual([code]);
    expect(readProblem(built.problems.find((each) => each.code === code))?.what).toMatch(
      /^24 cells /,
    );
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });

  it.each([
    ['1 and 0', (cell: string) => (cell === 'no' ? '0' : '1')],
    ['TRUE and FALSE', (cell: string) => (cell === 'no' ? 'FALSE' : 'TRUE')],
    ['Welsh words', (cell: string) => (cell === 'no' ? 'Nac ydy' : 'Ydy')],
  ])('%s are answers', async (_, form) => {
    const rows = rewrite('children', { prior_formal_outcome_elsewhere: form, looked_after: form });
    const built = await buildCase({ files: { 'children.csv': csv(rows) } });
    expect(listCodes(built)).toEqual(['yes-no-form']);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });

  it('numbers of children as decimals in one extract are those of another', async () => {
    const number = (id: string): string => String(10_233 + Number(id.slice(1)));
    const decimal = (id: string): string => `${number(id)}.0`;
    const files: Record<string, string> = {
      'children.csv': csv(rewrite('children', { child_id: number })),
    };
    for (const extract of ['offences', 'outcomes', 'interventions', 'custody'])
      files[`${extract}.csv`] = csv(rewrite(extract, { child_id: decimal }));
    const built = await buildCase({ files });
    expect(listCodes(built)).toEqual(['id-form', 'id-form', 'id-form', 'id-form']);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });

  it('populations with thousands separated give the rate', async () => {
    const text = readFileSync(join(BASE, 'reference/population.csv'), 'utf8');
    const files = {
      'reference/population.csv': text.replace('15000', '"15,000"').replace('14500', '14500.0'),
    };
    const built = await buildCase({ files });
    expect(listCodes(built)).toEqual(['number-form']);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });
});

describe('labels', () => {
  it.each([
    ['in Welsh', () => 'Rhybudd Ieuenctid', []],
    ['with a code', (_: string, at: number) => `${at + 1} - Youth Caution`, ['label-form']],
    ['with a code in brackets', () => 'Youth Caution (YC)', []],
  ])('of outcomes %s', async (_, form, codes) => {
    const built = await buildCase({
      files: { 'outcomes.csv': csv(rewrite('outcomes', { outcome_type: form })) },
    });
    expect(listCodes(built)).toEqual(codes);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });

  it.each(['Pwyleg', 'Arabic', 'British Sign Language'])('of languages: %s', async (text) => {
    const rows = rewrite('children', { preferred_language: () => text });
    const built = await buildCase({ files: { 'children.csv': csv(rows) } });
    expect(listCodes(built)).toEqual([]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });

  it.each(['Detention and Training Order', 'Outcome 22', 'Youth Rehabilitation Order with ISS'])(
    'of programmes: %s',
    async (text) => {
      const rows = rewrite('interventions', { programme: () => text });
      const built = await buildCase({ files: { 'interventions.csv': csv(rows) } });
      expect(listCodes(built)).toEqual([]);
    },
  );
});
