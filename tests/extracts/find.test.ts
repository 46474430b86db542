import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findExtracts } from '../../pipeline/extracts/find.js';

const NAMES = ['outcomes', 'outcome_offences', 'offences', 'children'];

function folderOf(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'extracts-'));
  for (const name of names) writeFileSync(join(folder, name), '');
  return folder;
}

function extractsOf(...names: string[]): (string | null)[] {
  const { files } = findExtracts(folderOf(...names), NAMES);
  return names.map((name) => files.find((file) => file.name === name)?.extract ?? null);
}

test('a file belongs to the longest name that its own begins with', () => {
  expect(
    extractsOf('outcomes_2022-23-q4.xlsx', 'outcome_offences.csv', 'Children (2).CSV'),
  ).toEqual(['outcomes', 'outcome_offences', 'children']);
});

test('a letter after the name makes it another word, a Welsh letter too', () => {
  expect(extractsOf('childrens.csv', 'offencesŵ.csv', 'offences2.csv')).toEqual([
    null,
    null,
    'offences',
  ]);
});

test('longest wins when one name begins another', () => {
  const { files } = findExtracts(folderOf('needs_profile.csv'), ['needs', 'needs_profile']);
  expect(files.map((file) => file.extract)).toEqual(['needs_profile']);
});

test('several files of one extract are all found, sorted by name', () => {
  const { files } = findExtracts(
    folderOf('offences b.csv', 'Offences a.xlsx', 'offences.csv'),
    NAMES,
  );
  expect(files.map((file) => file.name)).toEqual([
    'Offences a.xlsx',
    'offences b.csv',
    'offences.csv',
  ]);
});

test('a table in another form is a problem, one that belongs to nothing a note', () => {
  const { files, problems } = findExtracts(
    folderOf('offences.xls', 'rota.xlsx', 'rota.ods'),
    NAMES,
  );
  expect(files).toEqual([]);
  expect(problems.map(({ kind, code, file }) => [kind, code, file])).toEqual([
    ['data', 'unreadable-file', 'offences.xls'],
    ['note', 'unknown-file', 'rota.ods'],
    ['note', 'unknown-file', 'rota.xlsx'],
  ]);
});

test('other files, lock files and folders are passed over', () => {
  const folder = folderOf(
    'README.md',
    'SYNTHETIC.txt',
    '~$outcomes.xlsx',
    '.~lock.outcomes.csv',
    '.hidden.csv',
  );
  mkdirSync(join(folder, 'outcomes.csv'));
  expect(findExtracts(folder, NAMES)).toEqual({ files: [], problems: [] });
});

test('a folder that is not there is a matter of this computer', () => {
  const { problems } = findExtracts(join(tmpdir(), 'no such folder of extracts'), NAMES);
  expect(problems.map(({ kind, code }) => [kind, code])).toEqual([
    ['computer', 'unreadable-folder'],
  ]);
});
