// `npx tsx data-samples/generator/main.ts` → the sample files, written into data-samples.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleFiles } from './samples.js';

const folder = join(import.meta.dirname, '..');
for (const [path, content] of sampleFiles()) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
