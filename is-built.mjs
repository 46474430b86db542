// Whether dist/ holds what is in pipeline/: status 0 if it does, 1 if a source has changed since. To look takes less time
// than to compile, and a pack is built more often than a source is changed.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('.', import.meta.url));
const SETTINGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/**
 * When something was last changed; never where it is not there. A folder changes as files come and go.
 * @param {string} path
 */
function changed(path) {
  return statSync(join(PROJECT, path), { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;
}

const sources = readdirSync(join(PROJECT, 'pipeline'), { recursive: true, encoding: 'utf8' });
const all = ['pipeline', ...sources.map((name) => join('pipeline', name)), ...SETTINGS];
const built = changed(join('dist', 'pipeline', 'cli.js'));
process.exitCode = all.every((path) => changed(path) < built) ? 0 : 1;
