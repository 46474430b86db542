// What a check that was killed leaves: nothing with a name in it, and nothing after the next command.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { emptyFolder } from '../deliveries/folder.js';

const CLI = join(projectFolder(), 'dist', 'pipeline', 'cli.js');
const SAMPLE = join(projectFolder(), 'data-samples', 'demonstration', 'children.csv');

function run(temporary: string, ...argv: string[]): ReturnType<typeof spawn> {
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary };
  return spawn(process.execPath, [CLI, ...argv], { env, stdio: 'ignore' });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Forenames and surnames of at least six letters: shorter ones are in other words. */
function names(): string[] {
  const lines = readFileSync(SAMPLE, 'utf8').split('\n').slice(1);
  const found = lines.flatMap((line) => line.split(',').slice(1, 3));
  return [...new Set(found)].filter((name) => name.length >= 6);
}

it('holds no name, and goes at the next command', async () => {
  const temporary = emptyFolder();
  const check = run(
    temporary,
    'check',
    '--settings',
    join(projectFolder(), 'reports/service.yaml'),
  );
  const ended = new Promise((done) => check.once('exit', done));
  while (filesIn(temporary).length < 3 && check.exitCode === null) await setTimeout(5);
  check.kill('SIGKILL');
  await ended;
  const left = filesIn(temporary);
  expect(left.length).toBeGreaterThan(0);
  const own = names();
  expect(own.length).toBeGreaterThan(100);
  for (const path of left) {
    const text = readFileSync(path, 'utf8');
    expect(
      own.filter((name) => text.includes(name)),
      path,
    ).toEqual([]);
  }
  const next = run(temporary, 'check', '--settings', join(temporary, 'nothing.yaml'));
  await new Promise((done) => next.once('exit', done));
  expect(filesIn(temporary)).toEqual([]);
});
