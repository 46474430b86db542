// The documents of a pack are written only where every sentence of the service is what its figures say.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { readRenderAssets } from '../../pipeline/render/assets.js';
import type { RenderContext } from '../../pipeline/render/context.js';
import { writeDocuments } from '../../pipeline/render/document.js';
import { NO_CHANGES } from '../../pipeline/results/previous-pack.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { emptyFolder } from '../deliveries/folder.js';
import { theProject } from '../project.js';

const project = theProject();
const quarter = parseQuarter('2022-23 Q4');
if (!quarter) throw new RangeError('no such quarter');
const settings = readSettings(join(project.folder, 'reports', 'service.yaml'));

/** What a pack without figures says beside them, of a service that has one commentary. */
function withCommentary(name: string, text: string): RenderContext {
  const commentary = emptyFolder();
  mkdirSync(join(commentary, '2022-23-q4'));
  writeFileSync(join(commentary, '2022-23-q4', name), text);
  if (!quarter) throw new RangeError('no such quarter');
  const request = {
    project,
    quarter,
    settings: { ...settings, commentary, registers: commentary },
  };
  return {
    ...request,
    ...readRenderAssets(request, new Map()),
    ...{ asAt: '2023-05-15', draft: true, published: [], populations: [], grades: new Map() },
    quality: { extracts: [], checks: [], unshown: [], coversFrom: null },
    findChanges: () => NO_CHANGES,
  };
}

it('a commentary that the figures do not bear stops every document', async () => {
  const head = '---\nauthor: Head of service\ndate: 2023-05-10\nlanguage: en\n---\n';
  const context = withCommentary('entrants.en.md', `${head}\nFirst-time entrants fell to 987.\n`);
  const written = writeDocuments(context, { editions: [], mostOpen: [] }, []);
  const untrue = await written.next().catch((error: unknown) => error);
  expect(untrue).toBeInstanceOf(ProblemError);
  expect((untrue as ProblemError).problems.map(({ code }) => code)).toContain('wrong-value');
});
