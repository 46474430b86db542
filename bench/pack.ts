// The demonstration pack, both editions in both languages, from an empty store: how long each step takes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuarter } from '../pipeline/domain/period.js';
import { readProject } from '../pipeline/config/project.js';
import { buildPack } from '../pipeline/build-pack.js';
import { readSettings } from '../pipeline/config/settings.js';
import { peakMemory, say, seconds } from './print.js';

const folder = mkdtempSync(join(tmpdir(), 'boardpack-bench-'));
const begun = performance.now();
const steps: { step: string; at: number }[] = [{ step: 'reading what is declared', at: begun }];
try {
  const project = readProject();
  const settings = readSettings(join(project.folder, 'reports', 'service.yaml'));
  const quarter = parseQuarter('2022-23 Q4');
  if (!quarter) throw new RangeError('no such quarter');
  const extracts = new Set(project.contracts.map(({ extract }) => extract));
  const request = {
    project,
    settings: { ...settings, deliveries: join(folder, 'deliveries') },
    quarter,
    asOf: { asAt: '2023-05-15', today: '2023-05-15' },
    editions: project.editions,
    languages: settings.languages,
    extracts: null,
    out: folder,
    draft: false,
  };
  await buildPack(request, (step) => {
    if (!extracts.has(step)) steps.push({ step, at: performance.now() });
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const ended = performance.now();

say('The demonstration pack', '');
steps.forEach(({ step, at }, index) => {
  say(`  ${step}`, seconds((steps[index + 1]?.at ?? ended) - at));
});
say('  in all, without starting Node', seconds(ended - begun));
say('  peak memory, without the browser', peakMemory());
