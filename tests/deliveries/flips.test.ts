// Bits of the demonstration's deliveries flipped one at a time, one in each extract; `npm run flips` does three hundred.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { theProject } from '../project.js';
import { flipDeliveries } from './bit-flips.js';
import { emptyFolder } from './folder.js';
import { receiveDemonstration } from './received-demonstration.js';

it('build nothing, and name the extract', async () => {
  const project = theProject();
  const { settings, asAt } = await receiveDemonstration(project, join(emptyFolder(), 'store'));
  const count = 45;
  expect(await flipDeliveries(project, settings, { asAt, count, seed: 1 })).toEqual({
    ...{ refused: count, built: 0, other: 0 },
  });
});
