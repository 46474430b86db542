// From when, and until when, the records of a service that does not say are taken to be whole.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCoverage, createLookup } from '../../pipeline/warehouse/lookups.js';
import { describeCoverageGap } from '../../pipeline/results/coverage.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DATES = {
  outcomes: ['outcome_date'],
  interventions: ['start_date', 'end_date'],
  custody: ['start_date', 'end_date'],
  assessments: ['assessed_on'],
  offences: ['offence_date'],
};

/** How far records reach that hold these days and no others: `custody.end_date` and the like. */
async function covered(days: Readonly<Record<string, string>>): Promise<unknown> {
  const database = await openForBuilding(':memory:');
  try {
    await database.execute('create schema staging');
    for (const [table, columns] of Object.entries(DATES)) {
      const cells = columns.map((column) => {
        const day = days[`${table}.${column}`];
        return `${day === undefined ? 'null' : `'${day}'`}::date as ${column}`;
      });
      await database.execute(`create table staging.${table} as select ${cells.join(', ')}`);
    }
    return await readCoverage(createLookup(database, PROJECT));
  } finally {
    database.close();
  }
}

describe('records', () => {
  it('are whole from the quarter of the first outcome or intervention, whatever offence came before', async () => {
    const days = { 'outcomes.outcome_date': '2021-05-17', 'offences.offence_date': '2019-01-02' };
    expect(await covered(days)).toEqual({ from: '2021-04-01', to: '2021-06-30' });
  });

  it.each([
    'interventions.end_date',
    'custody.start_date',
    'custody.end_date',
    'assessments.assessed_on',
    'offences.offence_date',
  ])('reach to the end of the quarter of the last %s', async (place) => {
    const days = { 'interventions.start_date': '2022-05-01', [place]: '2023-01-01' };
    expect(await covered(days)).toEqual({ from: '2022-04-01', to: '2023-03-31' });
  });

  it('reach nowhere where nothing ever began', async () => {
    expect(await covered({ 'offences.offence_date': '2023-01-01' })).toBeNull();
  });
});

it('a quarter that the records do not reach is told, and one that they reach is not', () => {
  const quarter = parseQuarter('2022-23 Q4');
  if (!quarter) throw new Error('a quarter');
  expect(describeCoverageGap({ to: '2022-12-31' }, quarter)).toMatchObject([
    { code: 'records-end' },
  ]);
  expect(describeCoverageGap({ to: '2023-03-31' }, quarter)).toEqual([]);
});
