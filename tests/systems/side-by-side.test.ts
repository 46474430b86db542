// Two exports of one service's children put side by side without `systems`: 130 children stand there twice.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { readSettings, type Settings } from '../../pipeline/config/settings.js';
import { readLedger } from '../../pipeline/deliveries/ledger.js';
import { selectNation } from '../../pipeline/config/project.js';
import { checkService } from '../../pipeline/ingest/check-service.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { receiveExtracts, type ReceiveResult } from '../../pipeline/ingest/receive.js';
import { emptyFolder } from '../deliveries/folder.js';
import { theProject } from '../project.js';

type Row = Record<string, string>;

const everything = theProject();
const SERVICE = readSettings(join(everything.folder, 'reports/service.yaml'));
const project = selectNation(everything, SERVICE.nation);
const AS_AT = '2023-05-15';

/** The demonstration's 748 children, and the first `repeated` of them again under another number. */
function layOut(repeated: number): Settings {
  const folder = emptyFolder();
  const demonstration = join(everything.folder, 'data-samples/demonstration');
  cpSync(demonstration, folder, { recursive: true });
  const path = join(demonstration, 'children.csv');
  const { data } = Papa.parse<Row>(readFileSync(path, 'utf8').trim(), { header: true });
  const number = Object.keys(data[0] ?? {})[0] ?? '';
  const again = data
    .slice(0, repeated)
    .map((row) => ({ ...row, [number]: `CP${row[number] ?? ''}` }));
  writeFileSync(join(folder, 'children.csv'), Papa.unparse([...data, ...again]));
  return { ...SERVICE, extracts: folder, deliveries: join(folder, 'store') };
}

function receive(settings: Settings, confirmed: readonly string[] = []): Promise<ReceiveResult> {
  const found = findAllFiles(project.contracts, settings, null);
  const days = { asOf: { asAt: AS_AT, today: AS_AT }, confirmed };
  const children = { files: found.files.filter(({ extract }) => extract === 'children') };
  const without = { ...found, ...children, problems: [] };
  return receiveExtracts(onlyChildren, settings, without, days, () => undefined);
}

const onlyChildren = {
  ...project,
  contracts: project.contracts.filter(({ extract }) => extract === 'children'),
};

it('stops what is received, with how many, until a person confirms it, and the ledger records that', async () => {
  const settings = layOut(130);
  const facts = { repeats: 130, children: 878 };
  const said = { kind: 'data', code: 'same-child', variant: 'many', facts };
  await expect(receive(settings)).rejects.toMatchObject({ problems: [said] });
  expect(readLedger(settings.deliveries)).toEqual([]);
  await receive(settings, ['children']);
  const [children] = readLedger(settings.deliveries);
  expect(children?.confirmed).toEqual(['same-child']);
  // Once confirmed, the same file is not asked about again.
  await expect(receive(settings)).resolves.toMatchObject({ problems: [] });
}, 60_000);

it('lets a few through, which the pack notes', async () => {
  await expect(receive(layOut(5))).resolves.toMatchObject({ problems: [] });
}, 60_000);

it.each([
  [130, 'data'],
  [5, 'note'],
])(
  'says %i of them in a check',
  async (repeated, kind) => {
    const settings = layOut(repeated);
    const found = findAllFiles(project.contracts, settings, null);
    const { problems } = await checkService(project, settings, found, AS_AT, () => undefined);
    expect(problems).toContainEqual(
      expect.objectContaining({
        kind,
        code: 'same-child',
        facts: { repeats: repeated, children: 748 + repeated },
      }),
    );
  },
  60_000,
);
