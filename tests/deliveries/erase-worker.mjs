// A process of its own: erases a child of a small service, and is killed just before one of its lasting writes. It runs
// the compiled program, which starts in a quarter of the time.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { eraseChild } from '../../dist/pipeline/erasure/erase-child.js';

const [project = '', settings = '', at = '', log = ''] = process.argv.slice(2);
const write = fs.appendFileSync;
let count = 0;

/**
 * Puts a counter before a function of the file system, which kills at the one asked for.
 * @param {string} name
 * @param {(...given: unknown[]) => void} does
 */
function counted(name, does) {
  /** @param {unknown[]} given */
  const watched = (...given) => {
    count += 1;
    write(log, `${name}\n`);
    if (count === Number(at)) process.kill(process.pid, 'SIGKILL');
    does(...given);
  };
  return watched;
}

fs.renameSync = counted('rename', fs.renameSync);
fs.appendFileSync = counted('append', fs.appendFileSync);
syncBuiltinESMExports();
await eraseChild(JSON.parse(project), JSON.parse(settings), 'C7', '2023-06-20');
