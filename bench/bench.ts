// `npm run bench`: each bench in a process of its own, so that one's memory is not the other's. With the folder of another
// checkout, `npm run bench -- OTHER`, the ratios to it come first.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { reportRatios } from './ratios.js';

const [, , other] = process.argv;
if (other !== undefined) reportRatios(other);

for (const bench of ['pack', 'million', 'growing', 'linking']) {
  const program = join(import.meta.dirname, `${bench}.ts`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', program], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
