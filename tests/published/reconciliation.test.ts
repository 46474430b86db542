// The national tool's seven offences against our five: the two that explain it, and whose they are.
import { beforeAll, expect, test } from 'vitest';
import type { ReconciliationLine } from '../../pipeline/results/reconciliation.js';
import { openDemonstration, type Demonstration } from '../demonstration.js';

let demonstration: Demonstration;
let lines: readonly ReconciliationLine[];
beforeAll(async () => {
  demonstration = await openDemonstration();
  lines = await demonstration.reconciled('2022-23 Q4');
});

function of(measure: string, ends: string): readonly ReconciliationLine[] {
  return lines.filter((line) => line.measure === measure && line.window_end === ends);
}

test('F57 and F58: seven published, five ours, and the two offences of one child sentenced again', () => {
  const [head, ...records] = of('serious_violence_offences', '2022-09-30');
  expect(head).toMatchObject({ published: 7, ours: 5, explained: 2, record: '' });
  expect(records).toHaveLength(2);
  expect(new Set(records.map(({ child }) => child)).size).toBe(1);
  for (const record of records)
    expect(record).toMatchObject({ published: 1, ours: 0, reason: 'dealt with before the window' });
});

test('F57: the fifth child is the one sentenced again', () => {
  const [head, ...records] = of('serious_violence_children', '2022-09-30');
  expect(head).toMatchObject({ published: 5, ours: 4, explained: 1 });
  const [offence] = of('serious_violence_offences', '2022-09-30').slice(1);
  expect(records.map(({ child }) => child)).toEqual([offence?.child]);
});

test('where both agree there is nothing to explain', () => {
  expect(of('serious_violence_offences', '2021-09-30')).toEqual([
    expect.objectContaining({ published: 2, ours: 2, explained: null }),
  ]);
});
