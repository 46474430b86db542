// Decisions in a workbook or a CSV file: what it holds, what comes back, and that nothing in it runs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { readXlsx, writeXlsx } from 'hucre';
import { afterAll, expect, it } from 'vitest';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { changeColumn, copyService, removeServices, renameHeadings, runMap } from './service.js';

afterAll(removeServices);

const BY = ['--by', 'information officer'];

function makeUnknown(): string {
  const folder = copyService();
  changeColumn(folder, ['children', 'ethnicity'], (row) =>
    row < 7 ? '=White Brit' : row < 9 ? 'Tamsin White' : undefined,
  );
  renameHeadings(folder, 'outcomes', { outcome_date: 'Disposal Dt' });
  return folder;
}

it('is written with a list for each, no text that is not to be shown, and no formula', async () => {
  const folder = makeUnknown();
  const file = join(folder, 'decide.xlsx');
  await runMap(folder, ['--workbook', file]);
  const { Sheets, Workbook } = xlsx.read(readFileSync(file), { cellFormula: true });
  const sheet = Sheets['Decisions'];
  if (!sheet) throw new Error('no sheet');
  const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(sheet);
  expect(rows.map(({ kind, found }) => [kind, found])).toEqual([
    ['heading', 'Disposal Dt'],
    ['label', '=White Brit'],
    ['label', ''],
  ]);
  const cells = Object.values(sheet) as { readonly f?: string }[];
  expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
  expect(Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 1]);
  const read = await readXlsx(readFileSync(file));
  expect(JSON.stringify(read)).toContain('=White Brit');
  expect(JSON.stringify(read)).not.toContain('Tamsin');
  const [decisions, choices] = read.sheets;
  expect(decisions?.dataValidations?.map(({ range, formula1 }) => [range, formula1])).toEqual([
    ['L2', 'Choices!$A$1:$A$4'],
    ['L3', expect.stringMatching(/^Choices!\$B\$1:\$B\$\d+$/)],
    ['L4', expect.stringMatching(/^Choices!\$C\$1:\$C\$\d+$/)],
  ]);
  expect(choices?.rows[0]?.slice(0, 2)).toEqual(['outcome_date', 'White British']);
  await expect(runMap(folder, ['--workbook', file])).rejects.toThrow(ProblemError);
});

it('is read back: what was chosen is decided, what was left blank is asked later', async () => {
  const folder = makeUnknown();
  const file = join(folder, 'decide.xlsx');
  await runMap(folder, ['--workbook', file]);
  const { sheets } = await readXlsx(readFileSync(file));
  const [heading = [], ...rows] = sheets[0]?.rows ?? [];
  const means = heading.indexOf('means');
  const filled = rows.map((row, at) =>
    row.with(means, ['outcome_date', 'White Irish', ''][at] ?? ''),
  );
  const answers = join(folder, 'answers.xlsx');
  writeFileSync(
    answers,
    await writeXlsx({ sheets: [{ name: 'Decisions', rows: [heading, ...filled] }] }),
  );
  expect((await runMap(folder, ['--from', answers, ...BY]))[0]).toMatch(/^2 decisions written/);
  const written = readFileSync(join(folder, 'mapping.csv'), 'utf8');
  expect(written).toContain("label,,ethnicity,,'=White Brit,White Irish,");
  expect((await runMap(folder))[0]).toMatch(/^1 decision is wanted/);
  expect((await runMap(folder, ['--from', answers, ...BY]))[0]).toMatch(/^0 decisions written/);
});

it('is a CSV file with the text itself as well', async () => {
  const folder = makeUnknown();
  const file = join(folder, 'answers.csv');
  writeFileSync(
    file,
    `extract,list,found,means\noutcomes,,disposal dt,outcome_date\n,ethnicity,'=white  brit,White British\n`,
  );
  expect((await runMap(folder, ['--from', file, ...BY]))[0]).toMatch(/^2 decisions written/);
});

it('decides nothing if one line of it is about nothing that was found', async () => {
  const folder = makeUnknown();
  const file = join(folder, 'answers.csv');
  writeFileSync(
    file,
    'extract,list,found,means\noutcomes,,Disposal Dt,outcome_date\n,sex,Lad,Male\n',
  );
  const refused = await runMap(folder, ['--from', file, ...BY]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ProblemError);
  expect((refused as ProblemError).problems).toMatchObject([
    { code: 'bad-choice', file: 'answers.csv', line: 3 },
  ]);
  expect(existsSync(join(folder, 'mapping.csv'))).toBe(false);
});
