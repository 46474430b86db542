// One late record changes the figures of the quarters it falls in, and of no other, and decisions on links those that rest
// on them; the list says for which delivery, and for which day's decisions.
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { appendLedger } from '../../pipeline/deliveries/ledger.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { addDecision, decisionsFile } from '../../pipeline/identity/decisions.js';
import { openWarehouse } from '../../pipeline/load/warehouse.js';
import { selectNation } from '../../pipeline/config/project.js';
import { receiveExtracts, type ReceiveResult } from '../../pipeline/ingest/receive.js';
import { recountPreviousPack } from '../../pipeline/results/previous-pack.js';
import { findRevisions, type Revision } from '../../pipeline/results/revisions.js';
import { countResults } from '../../pipeline/results/results.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { emptyFolder } from './folder.js';
import { theProject } from '../project.js';

const SAMPLE = 'data-samples/demonstration';
const OF_MISSING = /^(missing_|return_interviews_)/;
/** Counted of the police's persons that are linked to a child. */
const OF_ARRESTS = /^(children_(arrested|searched)|arrested_children_known)$/;
const [FIRST, LATER] = ['2023-04-20', '2023-05-15'] as const;
const everything = theProject();
const service = readSettings(join(everything.folder, 'reports/service.yaml'));
const own = selectNation(everything, service.nation);
/** Of the measures that neither is anything to, every eighth: all of them are counted twice. */
const project = {
  ...own,
  measures: own.measures.filter(
    ({ declaration: { id } }, at) => OF_MISSING.test(id) || OF_ARRESTS.test(id) || at % 8 === 0,
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

const settings = { ...service, deliveries: join(emptyFolder(), 'store') };
delete settings.received_on;
const quarter = parseQuarter('2022-23 Q4');
if (!quarter) throw new RangeError('no such quarter');

function receive(extracts: string | null, day: string): Promise<ReceiveResult> {
  const found = findAllFiles(project.contracts, settings, extracts);
  return receiveExtracts(
    project,
    settings,
    found,
    { asOf: { asAt: day, today: day } },
    () => undefined,
  );
}

/** A person says of the police's persons linked by themselves that some are somebody else. */
async function undoLinks(known: ReceiveResult['known'], day: string): Promise<void> {
  const warehouse = await openWarehouse(project, settings, { known }, day);
  const { rows } = warehouse.linkage;
  warehouse.close();
  const certain = rows.filter(({ source, status }) => source === 'police' && status === 'certain');
  for (const { source, person, child } of certain.filter((_, at) => at % 4 === 0)) {
    const decision = { source, person, child, says: 'different', who: 'Officer' } as const;
    addDecision(decisionsFile(settings.deliveries), { ...decision, decided_on: day });
  }
}

let restated: readonly Revision[];
let because: string;
beforeAll(async () => {
  const inOctober = (line: string): boolean => /,\d\d\/10\/2022,/.test(line);
  await receive(without('missing_episodes', inOctober), FIRST);
  const packed = { quarter: '2022-23 Q3', as_at: FIRST, editions: ['board'] };
  appendLedger(settings.deliveries, { what: 'packed', on: FIRST, ...packed });
  const { known } = await receive(null, LATER);
  await undoLinks(known, LATER);

  const asOf = { asAt: LATER, today: LATER };
  const previous = await recountPreviousPack({ project, settings, quarter, asOf }, known);
  const warehouse = await openWarehouse(project, settings, { known }, LATER);
  const results = await countResults(warehouse, project, settings, quarter, LATER, known);
  restated = findRevisions(previous, results.values);
  warehouse.close();
  const [delivery] = known.get('missing_episodes') ?? [];
  because = `missing_episodes known from ${LATER} (${delivery?.delivery.slice(0, 8) ?? ''})`;
});

it('a late episode changes the figures of its years by one, with its delivery as the reason', () => {
  const own = restated.filter((row) => row['because'] === because);
  const episodes = own.filter(({ measure }) => measure === 'missing_episodes');
  expect(episodes.map(change)).toEqual([['2022-12-31', 1, because]]);
  for (const row of own) {
    expect(row['measure']).toMatch(OF_MISSING);
    expect(row).toMatchObject({ pack: '2022-23 Q3', as_at: FIRST });
    expect(
      String(row['window_start']) <= '2022-10-31' && String(row['window_end']) >= '2022-10-01',
    ).toBe(true);
  }
});

it('rejected links change the figures of linked persons, with that day’s decisions as the reason', () => {
  const others = restated.filter((row) => row['because'] !== because);
  expect(others.map(({ measure }) => measure)).toContain('children_arrested');
  for (const row of others) {
    expect(row['measure']).toMatch(OF_ARRESTS);
    expect(row['because']).toBe(`decisions on links, the last on ${LATER}`);
    expect(Number(row['numerator_now'])).toBeLessThan(Number(row['numerator_then']));
  }
});

function change(row: Revision): unknown[] {
  return [
    row['window_end'],
    Number(row['numerator_now']) - Number(row['numerator_then']),
    row['because'],
  ];
}
