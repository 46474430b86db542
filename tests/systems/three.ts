// A service that changed its case system twice, and keeps a spreadsheet with the last: its rows as stored.
import { join } from 'node:path';
import type { Contract } from '../../pipeline/contracts/contract.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import type { StoredDelivery } from '../../pipeline/warehouse/rewrite-parquet.js';
import { contractFrom } from '../contracts/sample.js';

const id = { type: 'id', required: true };
const day = { type: 'date', required: true };

export const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: {
    child_id: { type: 'child', required: true },
    former_child_id: { type: 'child', former: true, optional: true },
  },
});
const OUTCOMES = contractFrom('outcomes', {
  key: 'outcome_id',
  same: ['child_id', 'outcome_date', 'outcome_type'],
  columns: {
    outcome_id: id,
    child_id: { type: 'child', references: 'children' },
    outcome_date: day,
    outcome_type: { type: 'text' },
  },
});
const SCORES = contractFrom('scores', {
  key: 'score_id',
  same: ['outcome_id', 'scored_on'],
  columns: { score_id: id, outcome_id: { type: 'id', references: 'outcomes' }, scored_on: day },
});
const TALKS = contractFrom('talks', {
  key: 'talk_id',
  same: ['child_id', 'held_on'],
  columns: { talk_id: id, child_id: { type: 'child', references: 'children' }, held_on: day },
});
export const CONTRACTS: readonly Contract[] = [CHILDREN, OUTCOMES, SCORES, TALKS];

/**
 * Rows by system and extract. A child is a letter, with the system's before it in the later ones; x was never moved, n
 * came with the second and z with the third. Numbers of records mean another record in each system.
 */
const ROWS: readonly [system: string, contract: Contract, rows: string][] = [
  ['', CHILDREN, "('a', null::varchar), ('b', null), ('x', null)"],
  ['core', CHILDREN, "('core-a', 'a'), ('core-b', 'b'), ('core-n', null)"],
  [
    'next',
    CHILDREN,
    "('next-a', 'core-a'), ('next-b', 'core-b'), ('next-n', 'core-n'), ('next-z', null)",
  ],
  ['', OUTCOMES, "('1', 'a', date '2020-01-01', 'Fine'), ('2', 'b', '2020-02-01', 'Fine')"],
  [
    'core',
    OUTCOMES,
    "('1', 'core-b', date '2020-02-01', 'Fine'), ('2', 'core-n', '2021-03-01', 'Fine'), ('3', 'core-a', '2021-05-01', 'Fine')",
  ],
  [
    'next',
    OUTCOMES,
    "('7', 'next-b', date '2020-02-01', 'Fine'), ('8', 'next-a', '2020-01-01', 'Fine'), ('1', 'next-n', '2021-03-01', 'Fine'), ('9', 'next-z', '2022-01-01', 'Fine')",
  ],
  ['', SCORES, "('1', '2', date '2020-03-01'), ('2', '1', '2022-09-01')"],
  ['sheet', SCORES, "('1', '7', date '2022-03-01'), ('2', '1', '2022-04-01')"],
  ['', TALKS, "('1', 'a', date '2021-06-01'), ('2', 'b', '2022-06-01')"],
  ['sheet', TALKS, "('1', 'next-a', date '2021-06-01'), ('2', 'next-n', '2022-01-01')"],
];

/** Stores rows of an extract as a delivery of a system; the spreadsheet is kept beside the third system. */
export async function stored(
  database: Connection,
  folder: string,
  [system, contract, rows]: (typeof ROWS)[number],
): Promise<StoredDelivery> {
  const delivery = `${contract.extract}-${system}`;
  const parquet = join(folder, delivery);
  const columns = contract.storedColumns.map(({ name }) => name).join(', ');
  await database.execute(
    `copy (from (values ${rows}) as t (${columns})) to '${parquet}' (format parquet)`,
  );
  const of = system === '' ? {} : { system };
  const parent = system === 'sheet' ? { parentMark: 'next' } : {};
  return { contract, ...of, ...parent, delivery, parquet };
}

/** Every delivery of the service, each extract after those it refers to. */
export async function threeSystems(
  database: Connection,
  folder: string,
): Promise<StoredDelivery[]> {
  const all: StoredDelivery[] = [];
  for (const contract of CONTRACTS)
    for (const each of ROWS.filter(([, of]) => of === contract))
      all.push(await stored(database, folder, each));
  return all;
}
