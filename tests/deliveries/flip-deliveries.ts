// `npm run flips`: three hundred bits of the demonstration's deliveries, flipped one at a time: none may build a warehouse.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProject } from '../../pipeline/config/project.js';
import { flipDeliveries } from './bit-flips.js';
import { receiveDemonstration } from './received-demonstration.js';

const COUNT = 300;
const folder = mkdtempSync(join(tmpdir(), 'boardpack-flips-'));
try {
  const project = readProject();
  const { settings, asAt } = await receiveDemonstration(project, join(folder, 'deliveries'));
  const { refused, built, other } = await flipDeliveries(project, settings, {
    ...{ asAt, count: COUNT, seed: 17 },
  });
  process.stdout.write(
    `${COUNT} bits flipped: ${refused} refused, ${built} built, ${other} otherwise\n`,
  );
  process.exitCode = refused === COUNT ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
