// The thread that draws: what is wrong with what the service writes is told to whoever prints, and to nobody before.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { Stopped } from '../../pipeline/domain/problem.js';
import { openPress } from '../../pipeline/render/renderer.js';
import type { Asked, Order } from '../../pipeline/render/render-pack.js';
import type { Results } from '../../pipeline/results/results.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { emptyFolder } from '../deliveries/folder.js';
import { theProject } from '../project.js';

const project = theProject();
const quarter = parseQuarter('2022-23 Q4');
if (!quarter) throw new RangeError('no such quarter');
const settings = readSettings(join(project.folder, 'reports', 'service.yaml'));

const RESULTS: Results = {
  ...{ values: [], quarters: [], curves: [], tellings: [], published: [], populations: [] },
  covers: { from: '2022-01-01', to: '2023-03-31' },
};

const ORDER: Order = {
  found: {
    ...{ asAt: '2023-05-15', draft: true, bands: [], grades: new Map() },
    quality: { extracts: [], checks: [], coversFrom: null },
    since: { pack: null, came: new Map(), decided: new Map() },
  },
  ...{ languages: [], manifests: new Map() },
};

/** What is asked of a service that has one commentary. */
function withCommentary(name: string, text: string): Asked {
  const commentary = emptyFolder();
  mkdirSync(join(commentary, '2022-23-q4'));
  writeFileSync(join(commentary, '2022-23-q4', name), text);
  if (!quarter) throw new RangeError('no such quarter');
  return { project, quarter, settings: { ...settings, commentary } };
}

async function printing(asked: Asked): Promise<unknown> {
  const press = openPress(asked);
  try {
    press.begin();
    press.show({ results: RESULTS, editions: [], before: new Map() });
    return await press.print(ORDER).catch((error: unknown) => error);
  } finally {
    await press.close();
  }
}

it('stops what is printed for a commentary that the figures do not bear', async () => {
  const head = '---\nauthor: Head of service\ndate: 2023-05-10\nlanguage: en\n---\n';
  const told = withCommentary('entrants.en.md', `${head}\nFirst-time entrants fell to 987.\n`);
  const untrue = (await printing(told)) as Stopped;
  expect(untrue.problems.map(({ code }) => code)).toContain('wrong-value');
  expect(untrue).toBeInstanceOf(Stopped);
});

it('ends at once where nothing is to be printed, and says nothing', async () => {
  const press = openPress(withCommentary('nothing.en.md', 'Words.'));
  await expect(press.close()).resolves.toBeUndefined();
});
