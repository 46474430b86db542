// A service that changed its case system has the figures of one that never did, whatever the new system was given.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { joinLines, newestJoins } from '../../pipeline/commands/join-lines.js';
import { readLedger } from '../../pipeline/deliveries/ledger.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { findAll } from '../../pipeline/find-all.js';
import { openWarehouse } from '../../pipeline/open-warehouse.js';
import { forNation, readProject } from '../../pipeline/project.js';
import { receiveExtracts, type Received } from '../../pipeline/receive.js';
import { resultsOf } from '../../pipeline/results.js';
import { readSettings, type Settings } from '../../pipeline/settings.js';
import { emptyFolder } from '../deliveries/folder.js';
import { CHANGED, movedFiles, type MovedFiles } from './moved.js';

const AS_AT = '2023-05-15';
const everything = readProject();
const SERVICE = readSettings(join(everything.folder, 'reports/service.yaml'));
const project = forNation(everything, SERVICE.nation);
const cases = project.contracts.filter(({ kind }) => kind === 'case');
const SYSTEMS: Settings['systems'] = [
  {
    id: 'childview',
    name: { en: 'ChildView', cy: 'ChildView' },
    supplier: 'childview',
    until: '2022-09-30',
  },
  { id: 'core', name: { en: 'Core+', cy: 'Core+' }, supplier: 'core_plus', from: CHANGED },
];

function sentTo(files: MovedFiles): Settings {
  const folder = emptyFolder();
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { ...SERVICE, extracts: folder, deliveries: join(folder, 'store'), systems: SYSTEMS };
}

async function receive(settings: Settings, confirmed: readonly string[] = []): Promise<Received> {
  const days = { asAt: AS_AT, today: AS_AT, confirmed };
  const found = findAll(project.contracts, settings, null);
  return receiveExtracts(project, settings, found, days, () => undefined);
}

/** Every figure of the quarter's pack, as counts. */
async function figuresOf(settings: Settings, received: Received): Promise<Map<string, string>> {
  const warehouse = await openWarehouse(project, settings, received, AS_AT);
  const quarter = parseQuarter('2022-23 Q4');
  if (!quarter) throw new RangeError();
  const { values } = await resultsOf(warehouse, project, settings, quarter, AS_AT, received.known);
  warehouse.close();
  return new Map(
    values.map(({ measure, origin, areaName, window, breakdown, group, ...counts }) => [
      [measure, origin, areaName, window.starts, window.ends, breakdown, group].join(' '),
      [counts.numerator, counts.denominator, counts.status].join(' '),
    ]),
  );
}

let never = new Map<string, string>();
beforeAll(async () => {
  const settings = { ...SERVICE, deliveries: emptyFolder() };
  never = await figuresOf(settings, await receive(settings));
}, 120_000);

function different(figures: Map<string, string>): string[] {
  const names = new Set([...never.keys(), ...figures.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [never.get(name), figures.get(name)];
    return was === is ? [] : [`${name}: ${was ?? 'none'} → ${is ?? 'none'}`];
  });
}

/** What the store says of the join for one extract of the newer system. */
function joinOf({ deliveries }: Settings, extract: string): object | undefined {
  const entry = readLedger(deliveries).find(
    (each) => each.system === 'core' && each.extract === extract,
  );
  return entry?.joins?.['core'];
}

describe.each([{ until: '2022-11-15', given: 'all history' }] as const)(
  'a service whose old system has records until $until, its new one $given',
  (move) => {
    it('has the figures of one that never changed', { timeout: 240_000 }, async () => {
      const settings = sentTo(movedFiles(cases, move));
      const received = await receive(settings);
      expect(different(await figuresOf(settings, received))).toEqual([]);
      expect(joinOf(settings, 'outcomes')).toMatchObject({ not_linked: 0 });
      const lines = newestJoins(readLedger(settings.deliveries));
      expect(lines.flatMap((join) => joinLines(join, SYSTEMS))).toContainEqual(
        expect.stringMatching(/^outcomes +[1-9]\d* in both, counted once/),
      );
    });
  },
);

describe('children whose old number the new system lost', () => {
  it(
    'stop it where they are many; a person may say that it is right, and the ledger remembers',
    { timeout: 240_000 },
    async () => {
      const lost = {
        until: '2022-11-15',
        given: 'what goes on',
        forgets: (at: number) => at % 3 === 0,
      } as const;
      const settings = sentTo(movedFiles(cases, lost));
      await expect(receive(settings)).rejects.toThrow(/linked to no child there/);
      const { problems } = await receive(settings, ['children']);
      expect(problems).toContainEqual(
        expect.objectContaining({ kind: 'note', code: 'children-not-linked' }),
      );
      const [children] = readLedger(settings.deliveries).filter(
        ({ system, extract }) => system === 'core' && extract === 'children',
      );
      expect(children?.confirmed).toContain('children-not-linked');
      expect(children?.joins?.['core']?.not_linked).toBeGreaterThan(5);
    },
  );
});
