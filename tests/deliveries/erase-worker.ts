// A process of its own: erases a child of a small service, and is killed just before one of its lasting writes.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { eraseChild } from '../../pipeline/erase.js';
import type { Project } from '../../pipeline/project.js';
import type { Settings } from '../../pipeline/settings.js';

const [project = '', settings = '', at = '', log = ''] = process.argv.slice(2);
const write = fs.appendFileSync;
let count = 0;

/** Puts a counter before a function of the file system, which kills at the one asked for. */
function counted<Given extends unknown[]>(name: string, does: (...given: Given) => void) {
  return (...given: Given): void => {
    count += 1;
    write(log, `${name}\n`);
    if (count === Number(at)) process.kill(process.pid, 'SIGKILL');
    does(...given);
  };
}

fs.renameSync = counted('rename', fs.renameSync);
fs.appendFileSync = counted('append', fs.appendFileSync);
syncBuiltinESMExports();
await eraseChild(
  JSON.parse(project) as Project,
  JSON.parse(settings) as Settings,
  'C7',
  '2023-06-20',
);
