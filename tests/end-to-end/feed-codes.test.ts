// The demonstration in the field names and codes of the YJB's feed: nothing set aside, and every figure the same.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { writeFeedExport } from '../feed/write-export.js';
import { boardpack, PROJECT, removeServices, serviceLike } from './service.js';
import { sharedPack } from './shared.js';

const SAMPLE = join(PROJECT, 'data-samples', 'demonstration');
const ROWS = {
  children: 748,
  offences: 1728,
  outcomes: 1074,
  outcome_offences: 1807,
  interventions: 766,
  assessments: 758,
  remand_decisions: 131,
  kpi_snapshots: 1399,
  victims: 327,
  parenting_support: 215,
};

afterAll(removeServices);

test('ten extracts in the feed’s headings and codes are accepted, and count as before', async () => {
  const service = serviceLike('reports/service.yaml');
  const settings = load(readFileSync(service.settings, 'utf8')) as Record<string, unknown>;
  const feed = { id: 'feed', name: { en: 'Feed', cy: 'Porthiant' }, supplier: 'yjb_feed' };
  writeFileSync(service.settings, dump({ ...settings, systems: [feed] }));
  const extracts = join(service.folder, 'extracts');
  cpSync(SAMPLE, extracts, { recursive: true });
  const written = writeFeedExport(extracts);
  expect(
    Object.fromEntries(Object.entries(written).map(([name, { rows }]) => [name, rows])),
  ).toEqual(ROWS);
  // No column that the feed has kept a heading of ours; `sex` and `ethnicity` are the feed's word too.
  const kept = Object.values(written).flatMap(({ headings, has }) =>
    has.filter((name) => headings.includes(name)),
  );
  expect(kept).toEqual(['sex']);

  const ran = await boardpack(
    ...['pack', '--quarter', '2022-23 Q4', '--as-at', '2023-05-15', '--edition', 'board'],
    ...['--settings', service.settings, '--extracts', extracts],
  );
  expect(ran.stderr.match(/^problem.*/gm)).toBeNull();
  expect(ran.status).toBe(0);
  for (const [extract, rows] of Object.entries(ROWS))
    expect(ran.stdout + ran.stderr).toMatch(
      new RegExp(`^${extract} +${rows} received = ${rows} accepted \\+ 0 set aside$`, 'm'),
    );

  const shared = await sharedPack('demonstration');
  const [fed, own] = [service.out, shared.out].map(readRows);
  expect(fed?.filter((row) => !isTwentyOrTwentyOne(row))).toEqual(
    own?.filter((row) => !isTwentyOrTwentyOne(row)),
  );
  expect(addTwentyAndTwentyOne(fed)).toEqual(addTwentyAndTwentyOne(own));
}, 240_000);

/** The feed has one code for outcomes 20 and 21, so that which of the two it was is lost, and their sum is not. */
const TWENTY_OR_TWENTY_ONE = /^outcomes_given,.*,outcome_type,Outcome 2(0|1|0 or 21),/;
const isTwentyOrTwentyOne = (row: string): boolean => TWENTY_OR_TWENTY_ONE.test(row);

/** The number in each window. */
function addTwentyAndTwentyOne(rows: readonly string[] = []): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows.filter(isTwentyOrTwentyOne)) {
    const [, , , end = '', ...others] = row.split(',');
    sums.set(end, (sums.get(end) ?? 0) + Number(others[4]));
  }
  expect(Math.min(...sums.values())).toBeGreaterThan(0);
  return sums;
}

function readRows(out: string): string[] {
  return readFileSync(join(out, '2022-23-q4', 'board', 'figures.csv'), 'utf8').split('\n');
}
