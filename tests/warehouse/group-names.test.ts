// The groups of every breakdown and the labels they had before, as the queries and code lists declare them.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { readGroupNames, createLookup } from '../../pipeline/warehouse/lookups.js';
import { BREAKDOWNS } from '../../pipeline/measures/declaration.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { createTables, fillRecords } from '../../pipeline/warehouse/build.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { emptyFolder } from '../deliveries/folder.js';
import { readProblem } from '../problems/words.js';

/** A project with its code lists and its mart of groups alone. */
function copiedProject(): string {
  const folder = emptyFolder();
  for (const part of ['codes', 'lookups', 'marts/groups.sql'])
    cpSync(join(projectFolder(), 'queries', part), join(folder, 'queries', part), {
      recursive: true,
    });
  return folder;
}

/** Changes one text of a file that has it. */
function change(folder: string, file: string, was: string, is: string): void {
  const path = join(folder, 'queries', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(was);
  writeFileSync(path, text.replace(was, is));
}

async function namesIn(folder: string): ReturnType<typeof readGroupNames> {
  const database = await openForBuilding(':memory:');
  try {
    const codes = join(folder, 'queries', 'codes');
    await fillRecords(database, { contracts: [], parquets: new Map(), codes });
    await database.execute('create schema marts');
    const sql = readFileSync(join(folder, 'queries', 'marts', 'groups.sql'), 'utf8');
    await createTables(database, [{ name: 'groups', sql }]);
    return await readGroupNames(createLookup(database, folder));
  } finally {
    database.close();
  }
}

test('every breakdown that a measure may declare has its list of groups', async () => {
  const names = await namesIn(projectFolder());
  expect([...names.keys()]).toEqual(expect.arrayContaining(['total', ...BREAKDOWNS]));
  expect(names.get('total')?.get('all')).toBe('all');
  expect(names.get('sex')?.get('Girls')).toBeUndefined();
});

test('a former label of a code list, or of the mart itself, leads to the one of today', async () => {
  const folder = copiedProject();
  const of = 'Time in care,Cyfnod mewn gofal,,,Looked after now or before|Care experienced,';
  change(folder, 'codes/need.csv', of, `${of}In care|Was in care`);
  change(
    folder,
    'marts/groups.sql',
    "'18 and over', 34, 18, 999, null",
    "'18 and over', 34, 18, 999, '18+'",
  );
  const names = await namesIn(folder);
  for (const breakdown of ['need', 'need_not_recorded'])
    for (const former of ['In care', 'Was in care', 'Time in care'])
      expect(names.get(breakdown)?.get(former)).toBe('Time in care');
  expect(names.get('age_band')?.get('18+')).toBe('18 and over');
  expect(names.get('age_band')?.get('In care')).toBeUndefined();
});

test('a former label that a group has today is refused', async () => {
  const folder = copiedProject();
  const of = 'Community,Yn y gymuned,,,In the community,';
  change(folder, 'codes/audit_stage.csv', of, `${of}At Court`);
  const refused = await namesIn(folder).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ProblemError);
  expect((refused as ProblemError).problems).toMatchObject([
    { kind: 'declaration', code: 'former-name-in-use' },
  ]);
  expect(readProblem((refused as ProblemError).problems[0])?.what).toContain('Community');
});
