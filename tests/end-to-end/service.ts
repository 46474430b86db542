// A service of its own for a test: settings in a folder that is thrown away, and the program run as a person runs it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { dump, load } from 'js-yaml';
import { projectFolder } from '../../pipeline/config/project.js';

export const PROJECT = projectFolder();
const PROGRAM = join(PROJECT, 'dist', 'pipeline', 'cli.js');
const PATHS = ['extracts', 'reference', 'receipts', 'key_file'];

export interface Service {
  readonly folder: string;
  readonly settings: string;
  readonly out: string;
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const MADE: string[] = [];

/** Removes the folders of every service made. */
export function removeServices(): void {
  for (const folder of MADE.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The places of a service in a folder. */
export function serviceIn(folder: string): Service {
  return { folder, settings: join(folder, 'service.yaml'), out: join(folder, 'packs') };
}

/** The places of a service in a new folder, with nothing in it. */
export function emptyService(): Service {
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-service-'));
  MADE.push(folder);
  return serviceIn(folder);
}

/** The settings of a sample service, with its deliveries and packs in a folder: a new one, unless one is given. */
export function serviceLike(sample: string, folder = emptyService().folder): Service {
  const service = serviceIn(folder);
  const settings = load(readFileSync(join(PROJECT, sample), 'utf8')) as Record<string, unknown>;
  const from = join(PROJECT, sample, '..');
  for (const path of PATHS)
    if (path in settings) settings[path] = join(from, String(settings[path]));
  const made = { ...settings, deliveries: 'deliveries', output: 'packs' };
  writeFileSync(service.settings, dump(made));
  return service;
}

/** Runs the compiled program. */
export function boardpack(...argv: string[]): Promise<Ran> {
  return boardpackTold('', ...argv);
}

/** Runs it with what a person would type to it. */
export function boardpackTold(typed: string, ...argv: string[]): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...argv],
      { maxBuffer: 1 << 24 },
      (error, stdout, stderr) => {
        done({
          status: typeof error?.code === 'number' ? error.code : error ? 1 : 0,
          stdout,
          stderr,
        });
      },
    );
    child.stdin?.end(typed);
  });
}

/** Every file under a folder by its path, with the hash of its bytes. */
export function hashes(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        relative(folder, path),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}
