// Sensitivity of a measure to proposed links: counted with none and with all of them, until a person has decided.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discloseLinkSensitivities } from '../../pipeline/editions/supplements.js';
import {
  linkSensitivityRows,
  measureLinkSensitivity,
} from '../../pipeline/results/link-sensitivity.js';
import type { LinkSensitivity } from '../../pipeline/domain/link-sensitivity.js';
import type { Value } from '../../pipeline/domain/value.js';
import type { LinkRow } from '../../pipeline/identity/links-as-at.js';
import type { Measure } from '../../pipeline/measures/count.js';
import type { OpenWarehouse } from '../../pipeline/load/warehouse.js';
import { buildWarehouse } from '../../pipeline/warehouse/build.js';
import { openForBuilding, openForReading } from '../../pipeline/warehouse/connection.js';
import { openWhatIf } from '../../pipeline/warehouse/what-if-links.js';
import { contractFrom } from '../contracts/sample.js';
import { emptyFolder, written } from '../deliveries/folder.js';
import { declare, value, windows } from '../figures/sample.js';

const STOPS = contractFrom('stops', {
  key: 'stop_id',
  columns: {
    stop_id: { type: 'id', required: true },
    person_id: { type: 'person', source: 'police', required: true },
  },
});
const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: { child_id: { type: 'child', required: true } },
});
const contracts = [CHILDREN, STOPS];

const link = (person: string, child: string, status: LinkRow['status'], weight = 9): LinkRow => ({
  source: 'police',
  ...{ person, child, status, weight },
});
const CERTAIN = link('p1', 'c1', 'certain');

const counted = (id: string, from: string): Measure => ({
  declaration: declare({ id, kind: 'count', breakdowns: [] }),
  sql: `select w.window_id, 'total' as breakdown, 'all' as group_code, (${from})::integer as numerator, null::integer as denominator from windows as w`,
  folder: 'a_measure',
  parameters: {},
  reconcile: null,
});
const STOPPED = counted('children_stopped', 'select count(distinct child_id) from marts.stopped');
const KNOWN = counted('children_known', 'select count(*) from marts.known');

let folder = '';
let path = '';
beforeEach(async () => {
  folder = emptyFolder();
  const queries = join(folder, 'queries');
  for (const each of ['codes', 'staging', 'marts'])
    mkdirSync(join(queries, each), { recursive: true });
  written(join(queries, 'staging'), {
    'links.sql': ["select person, child from raw.links where status <> 'proposed'"],
  });
  written(join(queries, 'marts'), {
    'stopped.sql': [
      'select l.child as child_id from raw.stops as s join staging.links as l on l.person = s.person_id',
    ],
    'known.sql': ['select child_id from raw.children'],
  });
  const database = await openForBuilding(':memory:');
  const stored = async (name: string, rows: string): Promise<[string, string[]]> => {
    const parquet = join(folder, `${name}.parquet`);
    await database.execute(`copy (${rows}) to '${parquet}' (format parquet)`);
    return [name, [parquet]];
  };
  const parquets = new Map([
    await stored('children', "from (values ('c1'), ('c2'), ('c3')) as t (child_id)"),
    await stored(
      'stops',
      "from (values ('s1', 'p1'), ('s2', 'p2'), ('s3', 'p3'), ('s4', 'p2')) as t (stop_id, person_id)",
    ),
  ]);
  database.close();
  path = join(folder, 'warehouse.duckdb');
  const areas = ['W06000005'];
  const plan = { contracts, parquets, birthdays: new Map<string, string>(), areas, queries };
  await buildWarehouse(path, { ...plan, linkPersons: () => [CERTAIN] });
});

let open: Pick<OpenWarehouse, 'close'>[] = [];
afterEach(() => {
  for (const each of open) each.close();
  open = [];
});

const HEADLINE: Partial<Value> = { numerator: 1, value: 1, denominator: null, unit: 'count' };

async function bandsWith(
  rows: readonly LinkRow[],
  measures = [STOPPED, KNOWN],
  told: readonly Partial<Value>[] = [HEADLINE],
): Promise<LinkSensitivity[]> {
  const linkage = { rows, scoredPairs: [], newLinks: [] };
  const queries = join(folder, 'queries');
  const birthdays = new Map<string, string>();
  const openRelinked: OpenWarehouse['openRelinked'] = (links) =>
    openWhatIf(path, { contracts, links, birthdays, queries });
  const warehouse = { ...(await openForReading(path)), linkage, openRelinked };
  open.push(warehouse);
  const [window] = windows(1);
  if (!window) throw new RangeError();
  const values = measures.flatMap(({ declaration }) =>
    told.map((each) => value(declaration, window, each)),
  );
  return measureLinkSensitivity(warehouse, { folder, contracts, measures }, { values });
}

describe('link sensitivity of a measure', () => {
  it('ranges from no proposed link to all of them, and only for measures that use links', async () => {
    const waiting = [link('p2', 'c2', 'proposed'), link('p3', 'c1', 'proposed')];
    const bands = await bandsWith([CERTAIN, ...waiting]);
    expect(linkSensitivityRows(bands)).toEqual([
      expect.objectContaining({
        measure: 'children_stopped',
        likely_links: 2,
        numerator: 1,
        numerator_with_links: 2,
      }),
    ]);
  });

  it('is given for each compared group of a relative rate', async () => {
    const groups =
      "select 'White' as g, count(*) filter (child_id = 'c1') as n from marts.stopped union all select 'Black', count(*) filter (child_id = 'c2') from marts.stopped union all select 'all', count(*) from marts.stopped";
    const rates: Measure = {
      declaration: declare({ id: 'rates', kind: 'relative_rate', breakdowns: ['ethnicity'] }),
      sql: `select w.window_id, if(g = 'all', 'total', 'ethnicity') as breakdown, g as group_code, n::integer as numerator, 100::integer as denominator from windows as w, (${groups})`,
      folder: 'a_measure',
      parameters: {},
      reconcile: null,
    };
    const told = [
      { value: null },
      ...['White', 'Black', 'Not known'].map((group) => ({
        ...{ breakdown: 'ethnicity', group, unit: 'relative rate' as const },
        value: group === 'Not known' ? null : group === 'White' ? 1 : 0,
      })),
    ];
    const waiting = [CERTAIN, link('p2', 'c2', 'proposed')];
    const [band, ...others] = await bandsWith(waiting, [rates], told);
    expect(others).toEqual([]);
    expect(band?.without).toMatchObject({ group: 'Black', value: 0 });
    // The two stops of the second person are one child's, whom the query counts twice; the other group has one.
    expect(band?.with).toMatchObject({ group: 'Black', numerator: 2, value: 2 });
  });

  it('has no range if nothing waits for review: no proposal, or one that was confirmed or rejected', async () => {
    expect(await bandsWith([CERTAIN])).toEqual([]);
    expect(await bandsWith([CERTAIN, link('p2', 'c2', 'decided')])).toEqual([]);
    const [left] = await bandsWith([CERTAIN, link('p3', 'c1', 'proposed')]);
    expect([left?.with.numerator, left?.links]).toEqual([1, 1]);
  });

  it('is shown in full without suppression, and otherwise only if both ends are equal', async () => {
    const bands = await bandsWith([CERTAIN, link('p2', 'c2', 'proposed')]);
    const seenBy = (hideBelow: number): object[] =>
      discloseLinkSensitivities(bands, () => 'count', hideBelow);
    expect(seenBy(0)).toMatchObject([
      { status: 'shown', links: 1, ends: [{ numerator: 1 }, { numerator: 2 }] },
    ]);
    expect(seenBy(5)).toEqual([{ measure: 'children_stopped', status: 'hidden' }]);
    const same = await bandsWith([CERTAIN, link('p3', 'c1', 'proposed')]);
    expect(discloseLinkSensitivities(same, () => 'count', 5)).toEqual([
      { measure: 'children_stopped', status: 'same' },
    ]);
  });

  it('gives an edition that suppresses no number to subtract a later figure from', async () => {
    const [band] = await bandsWith([CERTAIN, link('p2', 'c2', 'proposed')]);
    if (!band) throw new RangeError();
    const wide = { ...band, with: { ...band.with, numerator: 400, value: 400 }, links: 300 };
    expect(JSON.stringify(discloseLinkSensitivities([wide], () => 'count', 5))).not.toMatch(
      /400|300/,
    );
  });
});
