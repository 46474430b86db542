// A process of its own: publishes files of editions, and is killed just before one of its renames or removals. It runs
// the compiled program.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { publishAtomically } from '../../dist/pipeline/publish/atomic-publish.js';

const [quarter = '', editions = '', at = '', log = ''] = process.argv.slice(2);
const steps = fs.openSync(log, 'a');
let count = 0;

/**
 * Puts a counter before a function of the file system, which kills at the one asked for.
 * @param {string} name
 * @param {(...given: unknown[]) => unknown} does
 */
function counted(name, does) {
  /** @param {unknown[]} given */
  const watched = (...given) => {
    count += 1;
    fs.writeSync(steps, `${name}\n`);
    if (count === Number(at)) process.kill(process.pid, 'SIGKILL');
    return does(...given);
  };
  return watched;
}

fs.renameSync = counted('rename', fs.renameSync);
fs.rmSync = counted('remove', fs.rmSync);
fs.mkdirSync = counted('folder', fs.mkdirSync);
fs.writeFileSync = counted('file', fs.writeFileSync);
syncBuiltinESMExports();
const given = /** @type {Record<string, Record<string, string>>} */ (JSON.parse(editions));
const files = new Map(
  Object.entries(given).map(([name, each]) => [name, new Map(Object.entries(each))]),
);
publishAtomically(quarter, files);
