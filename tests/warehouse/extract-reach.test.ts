// How far an extract reaches by its receipt and its own habit, and what a stop does to first-time entrants.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { selectNation, projectFolder } from '../../pipeline/config/project.js';
import { readSettings, type Settings } from '../../pipeline/config/settings.js';
import type { LedgerEntry, LedgerEvent } from '../../pipeline/deliveries/events.js';
import { addDays, findQuarter, type Day } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { receiveExtracts } from '../../pipeline/ingest/receive.js';
import { openWarehouse } from '../../pipeline/load/warehouse.js';
import {
  describeShortReach,
  findReach,
  findReceiptDays,
} from '../../pipeline/results/extract-reach.js';
import { countResults, type Results } from '../../pipeline/results/results.js';
import { emptyFolder } from '../deliveries/folder.js';
import { theProject } from '../project.js';
import { readProblem } from '../problems/words.js';

const QUARTER = findQuarter('2024-03-31');

/** Days with a record: every so many days, until the last. */
function daysEvery(count: number, last: Day, step: number): Day[] {
  return Array.from({ length: count }, (_, at) => addDays(last, (at + 1 - count) * step));
}

const reach = (received: Day, recorded: readonly Day[]): unknown =>
  findReach({ received, recorded }, QUARTER);

describe('an extract', () => {
  const weekly = (last: Day): Day[] => daysEvery(150, last, 7);

  it('reaches no further than its receipt, however full it is until then', () => {
    expect(reach('2024-01-05', weekly('2024-01-04'))).toEqual({
      to: '2024-01-05',
      ended: 'received',
    });
  });

  it('has stopped at its last record where it was never silent for so long', () => {
    expect(reach('2024-05-10', weekly('2024-01-04'))).toEqual({
      to: '2024-01-04',
      ended: 'stopped',
    });
  });

  it('has not stopped where its last record is after the quarter, or shortly before its end', () => {
    for (const last of ['2024-04-20', '2024-03-31', '2024-03-01'])
      expect(reach('2024-05-10', weekly(last))).toMatchObject({ ended: 'received' });
  });

  it('has not stopped where it was silent for about as long before, as over a summer', () => {
    const before = daysEvery(100, '2023-06-01', 7);
    const after = daysEvery(18, addDays('2023-08-15', 17 * 7), 7);
    const last = after.at(-1) ?? '';
    expect(last).toBe('2023-12-12');
    expect(reach('2024-05-10', [...before, ...after])).toMatchObject({ to: '2024-05-10' });
  });

  it('with few records, as custody, has no habit: a quarter with none is normal', () => {
    expect(reach('2024-05-10', daysEvery(29, '2023-11-20', 30))).toMatchObject({
      to: '2024-05-10',
    });
    expect(reach('2024-05-10', [])).toEqual({ to: '2024-05-10', ended: 'received' });
  });

  it('is not held to a pace that it gave up more than three years before its last record', () => {
    const busy = daysEvery(300, '2015-12-31', 1);
    const slow = daysEvery(12, '2023-12-20', 80);
    expect(reach('2024-05-10', [...busy, ...slow])).toMatchObject({ ended: 'received' });
  });
});

describe('an extract was last received', () => {
  const entry = (delivery: string, known_from: Day, system?: string): LedgerEntry =>
    ({ extract: 'outcomes', delivery, known_from, ...(system ? { system } : {}) }) as LedgerEntry;
  const again = (on: Day): LedgerEvent => ({
    ...{ what: 'received', seq: 2, on, deliveries: [] },
    again: [{ extract: 'outcomes', delivery: 'aa', files: [] }],
  });
  const known = new Map([['outcomes', [entry('aa', '2024-01-05')]]]);
  const day = (lines: LedgerEvent[], received_on?: Day): Day | undefined =>
    findReceiptDays(known, lines, { systems: [], received_on }, '2024-05-10').get('outcomes');

  it('on the day it is known from, or on a later one on which it came with nothing new', () => {
    expect(day([])).toBe('2024-01-05');
    expect(day([again('2024-04-10')])).toBe('2024-04-10');
  });

  it('and not on a day after the pack’s, or on which the settings say it did not come', () => {
    expect(day([again('2024-06-01')])).toBe('2024-01-05');
    expect(day([again('2024-04-10')], '2024-01-05')).toBe('2024-01-05');
  });

  it('on the earlier day of two case systems in use, whatever one no longer in use did', () => {
    const name = { en: 'x', cy: 'x' };
    const systems = [
      { id: 'old', name, supplier: 's', until: '2020-01-01' },
      { id: 'one', name, supplier: 's' },
      { id: 'two', name, supplier: 's' },
    ];
    const all = new Map([
      [
        'outcomes',
        [
          entry('aa', '2020-01-05'),
          entry('bb', '2024-04-08', 'one'),
          entry('cc', '2024-02-01', 'two'),
        ],
      ],
    ]);
    const found = findReceiptDays(all, [], { systems }, '2024-05-10');
    expect(found.get('outcomes')).toBe('2024-02-01');
  });
});

const everything = theProject();
const own = selectNation(everything, 'England');
const project = {
  ...own,
  measures: own.measures.filter(({ declaration: { id } }) => id === 'first_time_entrants'),
};

/** First-time entrants of extracts that end on 5 January 2024, taken in on a day, as a pack of 10 May counts them. */
async function countStale(received: Day, changed: Partial<Settings> = {}): Promise<Results> {
  const folder = emptyFolder();
  cpSync(join(projectFolder(), 'tests/warehouse/stale'), folder, { recursive: true });
  const settings = { ...readSettings(join(folder, 'service.yaml')), ...changed };
  const found = findAllFiles(project.contracts, settings, null);
  const asOf = { asAt: '2024-05-10', today: received };
  const { known } = await receiveExtracts(project, settings, found, { asOf }, () => undefined);
  const warehouse = await openWarehouse(project, settings, { known }, asOf.asAt);
  try {
    return await countResults(warehouse, project, settings, QUARTER, asOf.asAt, known);
  } finally {
    warehouse.close();
  }
}

function headline({ values, quarters }: Results, id: string): Value | undefined {
  return [...values, ...quarters].find(
    ({ origin, breakdown, window }) =>
      origin === 'own' && breakdown === 'total' && window.id === id,
  );
}

describe('first-time entrants of extracts that end on 5 January', () => {
  it.each([
    ['received on that day', '2024-01-05', 'extract-ends', '2024-01-05'],
    ['received in May, outcomes alone having a habit', '2024-05-10', 'extract-stops', '2024-01-04'],
  ])('have no data for the year to March: %s', async (_, received, code, day) => {
    const results = await countStale(received);
    for (const id of ['2024-03-31', '2023-24 Q4'])
      expect(headline(results, id)).toMatchObject({ status: 'no data', value: null });
    expect(headline(results, '2023-12-31')).toMatchObject({ status: 'known', numerator: 81 });
    const notes = describeShortReach(results.reaches, QUARTER);
    const told = notes.find(({ file }) => file === 'outcomes');
    expect(told).toMatchObject({ kind: 'note', code });
    expect(readProblem(told)?.what).toContain(day);
  });

  it('are counted where a person says that nothing happened since', async () => {
    const results = await countStale('2024-05-10', { covers_to: '2024-03-31' });
    expect(headline(results, '2024-03-31')).toMatchObject({ status: 'known', numerator: 61 });
  });

  it('and are not, whatever a person says, past the day they were received', async () => {
    const results = await countStale('2024-01-05', { covers_to: '2024-03-31' });
    expect(headline(results, '2024-03-31')).toMatchObject({ status: 'no data' });
  });
});
