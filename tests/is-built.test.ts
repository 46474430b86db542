// Whether what was compiled is what is written: a pack of an old program would be a pack of old rules.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../pipeline/config/project.js';
import { emptyFolder } from './deliveries/folder.js';

const PLACES = ['pipeline', 'pipeline/pack', 'dist', 'dist/pipeline'];
const FILES = [
  ...['pipeline/cli.ts', 'pipeline/pack/page.ts', 'dist/pipeline/cli.js'],
  ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
];

/** A project that was written at second 100 and built at second 200. */
function built(): string {
  const folder = emptyFolder();
  copyFileSync(join(projectFolder(), 'is-built.mjs'), join(folder, 'is-built.mjs'));
  for (const place of PLACES) mkdirSync(join(folder, place));
  for (const file of FILES) writeFileSync(join(folder, file), '');
  for (const each of [...FILES, ...PLACES]) utimesSync(join(folder, each), 100, 100);
  utimesSync(join(folder, 'dist/pipeline/cli.js'), 200, 200);
  return folder;
}

function status(folder: string): number | null {
  return spawnSync(process.execPath, [join(folder, 'is-built.mjs')]).status;
}

it('is so after a build, and not once a source, a setting or a folder has changed', () => {
  expect(status(built())).toBe(0);
  for (const changed of [
    'pipeline/pack/page.ts',
    'tsconfig.json',
    'package-lock.json',
    'pipeline/pack',
  ]) {
    const folder = built();
    utimesSync(join(folder, changed), 300, 300);
    expect(status(folder), changed).toBe(1);
  }
});

it('is not where nothing was built, or a source has gone', () => {
  for (const gone of ['dist', 'pipeline/pack/page.ts']) {
    const folder = built();
    rmSync(join(folder, gone), { recursive: true });
    expect(status(folder), gone).toBe(1);
  }
});
