// Scenarios of what a store remembers and forgets: a late record beside what was published, and a child who is erased.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { appendLedger, readLedgerEvents } from '../../../pipeline/deliveries/ledger.js';
import { parquetPath } from '../../../pipeline/deliveries/store.js';
import { disclose } from '../../../pipeline/disclosure/disclose.js';
import { collectReleasedCells } from '../../../pipeline/disclosure/released.js';
import { parseQuarter } from '../../../pipeline/domain/period.js';
import type { Value } from '../../../pipeline/domain/value.js';
import { eraseChild } from '../../../pipeline/erasure/erase-child.js';
import { addDecision, decisionsFile, readDecisions } from '../../../pipeline/identity/decisions.js';
import { readKey } from '../../../pipeline/identity/key.js';
import { createPseudonymiser } from '../../../pipeline/identity/pseudonym.js';
import { findRevisions } from '../../../pipeline/results/revisions.js';
import { openForBuilding } from '../../../pipeline/warehouse/connection.js';
import { sensitivities, THRESHOLD, valueOf } from '../../disclosure/table.js';
import { listing } from '../folder.js';
import { CHILDREN, projectOf, smallService, VISITS, type Service } from '../service.js';
import { A, children, rows, sent } from './rows.js';

const [APRIL, MAY, JUNE] = ['2023-04-20', '2023-05-20', '2023-06-20'] as const;
const COUNTS = sensitivities({ children: 'count' });

/** Published with 40 children, and one more comes: the pack of then is as it was, and the next tells nobody of the one. */
export async function lateRecord(): Promise<void> {
  const service = smallService();
  await service.send(sent(A), APRIL);
  const asThen = await service.send({}, MAY, { asAt: APRIL });
  const values = (known: number): Value[] => [valueOf(known)];
  const published = disclose(values((await rows(service, asThen)).length), COUNTS, THRESHOLD);
  const now = await service.send(sent(children(41)), MAY);
  const late = values((await rows(service, now)).length);
  expect(await rows(service, await service.send({}, MAY, { asAt: APRIL }))).toHaveLength(40);

  const quarter = parseQuarter('2022-23 Q4');
  if (!quarter) throw new RangeError('no such quarter');
  const pack = { quarter, asAt: APRIL, archive: null };
  const deliveries = new Map([['children', now.known.get('children') ?? []]]);
  const previous = { pack, values: values(40), deliveries, decidedOn: new Map() };
  const [listed, ...others] = findRevisions(previous, late);
  expect(others).toEqual([]);
  expect(listed).toMatchObject({ numerator_then: 40, numerator_now: 41, as_at: APRIL });
  expect(String(listed?.['because'])).toMatch(`children known from ${MAY}`);
  // The audit of the difference: the public edition gives what it gave, the board's own what is so.
  const shown = (hideBelow: number): object[] =>
    disclose(late, COUNTS, hideBelow, [collectReleasedCells(published)]);
  expect(shown(THRESHOLD)).toMatchObject([{ numerator: 40, kept: true }]);
  expect(shown(0)).toMatchObject([{ numerator: 41 }]);
}

const VISIT = 'visit_id,child_id';

/** Where releases are that hold totals, and stay: in their place, and where a later one moved them. */
const RELEASES = ['2022-23-q4/public', `2022-23-q4/public/earlier/${APRIL}`];

/** A child with a row of its own and rows that point at it, in two deliveries of each extract; and a pack made of them. */
export async function serviceWithChild(): Promise<Service> {
  const service = smallService();
  await service.send({ ...sent(A), 'visits.csv': [VISIT, 'V1,C7', 'V2,C8'] }, APRIL);
  await service.send({ ...sent(children(41)), 'visits.csv': [VISIT, 'V3,C7'] }, MAY);
  const { deliveries, output } = service.settings;
  appendLedger(deliveries, {
    what: 'packed',
    on: MAY,
    quarter: '2022-23 Q4',
    as_at: MAY,
    editions: [],
  });
  for (const place of ['drafts/2022-23-q4', ...RELEASES]) {
    mkdirSync(join(output, place), { recursive: true });
    writeFileSync(join(output, place, 'pack.en.html'), 'totals');
  }
  // The lists of the quarter, and those of a look back, name records.
  for (const place of ['2022-23-q4', `2022-23-q4/earlier/${APRIL}`]) {
    mkdirSync(join(output, place), { recursive: true });
    for (const list of ['fix-list.csv', 'reconciliation.csv', 'systems.csv'])
      writeFileSync(join(output, place, list), 'C7,records');
  }
  writeFileSync(join(deliveries, 'warehouse.duckdb'), 'rows');
  return service;
}

/** What was decided of a partner's persons: p1 is the child and nobody else, p2 is not, and p3 was taken for the child before it was found to be another. */
export function decide({ settings }: Service): void {
  const numbered = createPseudonymiser(readKey(settings.key_file, undefined));
  for (const [person, child, says] of [
    ['p1', 'C7', 'same'],
    ['p1', 'C8', 'different'],
    ['p2', 'C7', 'different'],
    ['p3', 'C7', 'same'],
    ['p3', 'C7', 'different'],
    ['p3', 'C8', 'same'],
  ] as const) {
    const taken = { source: 'police', person, child: numbered(child), says } as const;
    addDecision(decisionsFile(settings.deliveries), { ...taken, who: 'Officer', decided_on: MAY });
  }
}

/** How many rows of all deliveries, those replaced too, hold a pseudonym. */
export async function rowsOf({ settings }: Service, pseudonym: string): Promise<number> {
  const database = await openForBuilding(':memory:');
  try {
    let found = 0;
    for (const name of readdirSync(settings.deliveries).filter((each) =>
      each.endsWith('.parquet'),
    )) {
      const path = parquetPath(settings.deliveries, name.replace('.parquet', ''));
      const [row] = await database.query(
        `select count(*)::integer from read_parquet('${path}') where child_id = '${pseudonym}'`,
      );
      found += Number(row?.[0]);
    }
    return found;
  } finally {
    database.close();
  }
}

/** Every row of the child goes, from each delivery there ever was; nobody else's does, and nothing says who it was. */
export async function erasure(): Promise<void> {
  const service = await serviceWithChild();
  const { deliveries, output } = service.settings;
  const pseudonym = createPseudonymiser(readKey(service.settings.key_file, undefined))('C7');
  expect(await rowsOf(service, pseudonym)).toBe(4);
  decide(service);
  const project = projectOf([CHILDREN, VISITS]);
  expect(await eraseChild(project, service.settings, 'C7', JUNE)).toBe(4);

  expect(await rowsOf(service, pseudonym)).toBe(0);
  expect(readDecisions(decisionsFile(deliveries)).map(({ person }) => person)).toEqual(['p3']);
  const now = await service.send({}, JUNE, { asAt: MAY });
  expect(await rows(service, now)).toHaveLength(40);
  expect(await rows(service, await service.send({}, JUNE, { asAt: APRIL }))).toHaveLength(39);
  const [erased] = readLedgerEvents(deliveries).slice(-1);
  expect(erased).toMatchObject({ what: 'erased', on: JUNE });
  expect(readFileSync(join(deliveries, 'ledger.jsonl'), 'utf8')).not.toMatch(
    new RegExp(`${pseudonym}|C7`),
  );
  expect(existsSync(join(deliveries, 'warehouse.duckdb'))).toBe(false);
  expect(readdirSync(output)).not.toContain('drafts');
  const quarter = join(output, '2022-23-q4');
  const left = listing(quarter).filter((path) => statSync(join(quarter, path)).isFile());
  expect(left).toEqual([`public/earlier/${APRIL}/pack.en.html`, 'public/pack.en.html']);
  for (const path of left) expect(readFileSync(join(quarter, path)).includes('C7')).toBe(false);
  await expect(eraseChild(project, service.settings, 'C7', JUNE)).rejects.toMatchObject({
    problems: [{ code: 'unknown-child' }],
  });

  // Cut off once the ledger has its line: the old file is there still, and whatever runs next removes it.
  const [{ was } = { was: '' }] = erased?.what === 'erased' ? erased.replaced : [];
  writeFileSync(parquetPath(deliveries, was), 'left behind');
  await service.send(sent(children(41).filter((line) => !line.startsWith('C7,'))), JUNE);
  expect(existsSync(parquetPath(deliveries, was))).toBe(false);
}
