// A child of two case systems is found in both, and no other child whose record has the same number there.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { isHeld, pseudonymsOf, writeWithout } from '../../pipeline/warehouse/erase.js';
import { contractFrom } from '../contracts/sample.js';
import { emptyFolder } from '../deliveries/folder.js';

const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: {
    child_id: { type: 'child', required: true },
    former_child_id: { type: 'child', former: true, optional: true },
  },
});
const OFFENCES = contractFrom('offences', {
  key: 'offence_id',
  columns: {
    offence_id: { type: 'id', required: true },
    child_id: { type: 'child', references: 'children' },
  },
});
const OUTCOMES = contractFrom('outcomes', {
  key: 'outcome_id',
  columns: {
    outcome_id: { type: 'id', required: true },
    offence_id: { type: 'id', references: 'offences' },
  },
});

it('goes from every system, with what points at the records of that system alone', async () => {
  const folder = emptyFolder();
  const database = await openForBuilding(':memory:');
  const held = async (
    contract: typeof CHILDREN,
    system: string | undefined,
    rows: string,
  ): Promise<Parameters<typeof isHeld>[1][number]> => {
    const delivery = `${contract.extract}-${system ?? ''}`;
    const parquet = join(folder, delivery);
    const columns = contract.kept.map(({ name }) => name).join(', ');
    await database.tell(
      `copy (from (values ${rows}) as t (${columns})) to '${parquet}' (format parquet)`,
    );
    return { contract, system, delivery, parquet };
  };
  const all = [
    await held(CHILDREN, undefined, "('a', null::varchar), ('b', null), ('t', null)"),
    await held(CHILDREN, 'core', "('A', 'a'), ('B', 'b'), ('T', 't'), ('U', 't')"),
    await held(OFFENCES, undefined, "('1', 'a'), ('2', 'b')"),
    await held(OFFENCES, 'core', "('1', 'B'), ('2', 'A')"),
    await held(OUTCOMES, undefined, "('10', '1'), ('11', '2')"),
    await held(OUTCOMES, 'core', "('10', '1'), ('11', '2')"),
  ];
  expect([await isHeld(database, all, 'A'), await isHeld(database, all, 'Z')]).toEqual([
    true,
    false,
  ]);
  const child = await pseudonymsOf(database, all, 'A');
  expect([...child].sort()).toEqual(['A', 'a']);
  expect([...(await pseudonymsOf(database, all, 'a'))].sort()).toEqual(['A', 'a']);
  expect([...(await pseudonymsOf(database, all, 'T'))]).toEqual(['T']);

  const { anew } = await writeWithout(database, all, child, [], folder);
  const left = await Promise.all(
    anew.map(async ({ was, parquet }) => [
      was,
      (await database.ask(`from read_parquet('${parquet}')`)).map(([key]) => key).join(),
    ]),
  );
  expect(Object.fromEntries(left)).toEqual({
    'children-': 'b,t',
    'children-core': 'B,T,U',
    'offences-': '2',
    'offences-core': '1',
    'outcomes-': '11',
    'outcomes-core': '10',
  });
  database.close();
});
