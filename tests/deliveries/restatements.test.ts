// One late record changes the figures of the quarters it falls in, and of no other, and the list says for which delivery.
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appendLedger } from '../../pipeline/deliveries/ledger.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { findAll } from '../../pipeline/find-all.js';
import { openWarehouse } from '../../pipeline/open-warehouse.js';
import { forNation, readProject } from '../../pipeline/project.js';
import { receiveExtracts, type Received } from '../../pipeline/receive.js';
import {
  countThen,
  restatements,
  sinceLast,
  type Restatement,
} from '../../pipeline/restatements.js';
import { resultsOf } from '../../pipeline/results.js';
import { readSettings } from '../../pipeline/settings.js';
import { emptyFolder } from './folder.js';

const SAMPLE = 'data-samples/demonstration';
const OF_MISSING = /^(missing_|return_interviews_)/;
const [FIRST, LATER] = ['2023-04-20', '2023-05-15'] as const;
const everything = readProject();
const service = readSettings(join(everything.folder, 'reports/service.yaml'));
const own = forNation(everything, service.nation);
/** Of the measures that a missing episode is nothing to, every fourth: all of them are counted twice. */
const project = {
  ...own,
  measures: own.measures.filter(
    ({ declaration: { id } }, at) => OF_MISSING.test(id) || at % 4 === 0,
  ),
};

/** The demonstration's extracts without the record of one line of a file. */
function without(file: string, isLate: (line: string) => boolean): string {
  const folder = join(emptyFolder(), 'extracts');
  cpSync(join(everything.folder, SAMPLE), folder, { recursive: true });
  const name = readdirSync(folder).find((each) => each.startsWith(file)) ?? '';
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  const kept = lines.filter((_, at) => at !== lines.findIndex(isLate));
  expect(kept).toHaveLength(lines.length - 1);
  writeFileSync(join(folder, name), kept.join('\n'));
  return folder;
}

it('a late missing episode moves the years it falls in by one, and what is counted of it, because of its delivery', async () => {
  const settings = { ...service, deliveries: join(emptyFolder(), 'store') };
  delete settings.received_on;
  const receive = (extracts: string | null, day: string): Promise<Received> => {
    const found = findAll(project.contracts, settings, extracts);
    return receiveExtracts(project, settings, found, { asAt: day, today: day }, () => undefined);
  };
  const inOctober = (line: string): boolean => /,\d\d\/10\/2022,/.test(line);
  await receive(without('missing_episodes', inOctober), FIRST);
  const packed = { quarter: '2022-23 Q3', as_at: FIRST, editions: ['board'] };
  appendLedger(settings.deliveries, { what: 'packed', on: FIRST, ...packed });
  const { known } = await receive(null, LATER);

  const quarter = parseQuarter('2022-23 Q4');
  if (!quarter) throw new RangeError('no such quarter');
  const asked = { project, settings, quarter, asAt: LATER };
  const then = await countThen(asked, known);
  const warehouse = await openWarehouse(project, settings, { known }, LATER);
  const results = await resultsOf(warehouse, project, settings, quarter, LATER, known);
  const since = sinceLast(project, then, then?.pack ?? null, known);
  const restated = restatements(then, results.values, since);
  warehouse.close();

  const [delivery] = known.get('missing_episodes') ?? [];
  const because = `missing_episodes known from ${LATER} (${delivery?.delivery.slice(0, 8) ?? ''})`;
  const episodes = restated.filter(({ measure }) => measure === 'missing_episodes');
  expect(episodes.map(change)).toEqual([['2022-12-31', 1, because]]);
  for (const row of restated) {
    expect(row['measure']).toMatch(OF_MISSING);
    expect(row).toMatchObject({ pack: '2022-23 Q3', as_at: FIRST, because });
    expect(
      String(row['window_start']) <= '2022-10-31' && String(row['window_end']) >= '2022-10-01',
    ).toBe(true);
  }
});

function change(row: Restatement): unknown[] {
  return [
    row['window_end'],
    Number(row['numerator_now']) - Number(row['numerator_then']),
    row['because'],
  ];
}
