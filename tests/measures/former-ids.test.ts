// What measures and editions declare of their former names, as the project reads it.
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { projectFolder, readProject } from '../../pipeline/config/project.js';
import { emptyFolder } from '../deliveries/folder.js';

const KEPT = ['bureau_children', 'bureau_days', 'bureau_diverted'];

/** The project with three measures. */
function copiedProject(): string {
  const folder = emptyFolder();
  const isMeasure = /queries.measures.(\w+)/;
  const filter = (path: string): boolean => {
    const id = isMeasure.exec(path)?.[1];
    return id === undefined || KEPT.includes(id);
  };
  const parts = ['package.json', 'reports/editions', 'reports/confidence.yaml', 'queries'];
  for (const part of [...parts, 'templates/new_measure'])
    cpSync(join(projectFolder(), part), join(folder, part), { recursive: true, filter });
  return folder;
}

function change(folder: string, id: string, was: string, is: string): void {
  const path = join(folder, 'queries', 'measures', id, 'measure.yaml');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(was);
  writeFileSync(path, text.replace(was, is));
}

function codesOf(folder: string): string[] {
  try {
    readProject(folder);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, file }) => `${code} ${file ?? ''}`);
  }
}

test('a measure that is a draft, retired or renamed is known, and only a published one is counted', () => {
  const folder = copiedProject();
  const measures = join(folder, 'queries', 'measures');
  change(folder, 'bureau_days', 'status: published', 'status: retired');
  change(folder, 'bureau_diverted', 'status: published', 'status: draft');
  change(
    folder,
    'bureau_children',
    'status: published',
    'formerly: [panel_children]\nstatus: published',
  );
  renameSync(join(measures, 'bureau_children'), join(measures, 'children_at_bureau'));
  const { names, measures: counted } = readProject(folder);
  expect(counted.map(({ declaration }) => declaration.id)).toEqual(['children_at_bureau']);
  expect(Object.fromEntries(names.measures)).toEqual({
    bureau_days: 'bureau_days',
    bureau_diverted: 'bureau_diverted',
    children_at_bureau: 'children_at_bureau',
    panel_children: 'children_at_bureau',
  });
});

test('a former id that a measure of today has, though it is retired, is refused', () => {
  const folder = copiedProject();
  change(folder, 'bureau_days', 'status: published', 'status: retired');
  change(
    folder,
    'bureau_children',
    'status: published',
    'formerly: [bureau_days]\nstatus: published',
  );
  expect(codesOf(folder)).toEqual([
    'former-name-in-use queries/measures/bureau_children/measure.yaml',
  ]);
});

test('a former id that two measures claim is refused', () => {
  const folder = copiedProject();
  for (const id of ['bureau_children', 'bureau_diverted'])
    change(folder, id, 'status: published', 'formerly: [panel]\nstatus: published');
  expect(codesOf(folder)).toEqual([
    'former-name-twice queries/measures/bureau_diverted/measure.yaml',
  ]);
});

test('an edition may have been called otherwise', () => {
  const folder = copiedProject();
  const path = join(folder, 'reports', 'editions', 'public.yaml');
  writeFileSync(path, `${readFileSync(path, 'utf8')}formerly: [open]\n`);
  expect(readProject(folder).names.editions.get('open')).toBe('public');
  writeFileSync(path, readFileSync(path, 'utf8').replace('[open]', '[board]'));
  expect(codesOf(folder)).toEqual(['former-name-in-use reports/editions/public.yaml']);
});
