// Extracts and reference tables in one folder: each file is found once, and none is said to be no extract.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from '../../pipeline/config/settings.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { emptyFolder } from '../deliveries/folder.js';
import { theProject } from '../project.js';

const { contracts, folder } = theProject();
const SETTINGS = readSettings(join(folder, 'reports/service.yaml'));

function find(names: readonly string[], asked: boolean): [string[], string[]] {
  const extracts = emptyFolder();
  writeFileSync(join(extracts, 'SYNTHETIC.txt'), 'SYNTHETIC\n');
  for (const name of names) writeFileSync(join(extracts, name), 'a,b\n');
  const settings = { ...SETTINGS, extracts: asked ? emptyFolder() : extracts, reference: extracts };
  const { files, problems } = findAllFiles(contracts, settings, asked ? extracts : null);
  return [
    files.map(({ extract, name }) => `${extract} ${name}`),
    problems.map(({ code, file = '' }) => `${code} ${file}`),
  ];
}

it.each([false, true])('finds all of them (the folder on the command line: %s)', (asked) => {
  const [files, problems] = find(['children.csv', 'population_2022.csv', 'published.csv'], asked);
  expect(files).toEqual([
    'children children.csv',
    'population population_2022.csv',
    'published published.csv',
  ]);
  expect(problems).toEqual([]);
});

it('still names a table that belongs to nothing, once', () => {
  const [, problems] = find(['children.csv', 'disposals.csv', 'population.csv'], false);
  expect(problems).toEqual(['unknown-file disposals.csv']);
});
