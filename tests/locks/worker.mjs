// A process of its own: takes a lock as soon as it can, writes down that it is in and out, and ends.
import { appendFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { acquireLock } from '../../dist/pipeline/locks/lock.js';

const [path = '', log = ''] = process.argv.slice(2);
for (;;) {
  const release = acquireLock(path);
  if (release) {
    appendFileSync(log, `${process.pid} in\n`);
    await later(5);
    appendFileSync(log, `${process.pid} out\n`);
    release();
    break;
  }
  await later(1);
}
