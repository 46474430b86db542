// Scheduled jobs do the same as commands: they know the same headings, so that nobody is notified for nothing.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkExtracts } from '../../pipeline/ingest/dry-run.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { createRunJob } from '../../pipeline/schedule/jobs.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { parseTime } from '../../pipeline/schedule/london.js';
import { readSources } from '../../pipeline/ingest/source-systems.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { emptyFolder } from '../deliveries/folder.js';
import { theProject } from '../project.js';

const SAMPLE = join(projectFolder(), 'data-samples', 'english-service');
const TODAY = '2025-01-02';

it('a check job uses the headings of the service’s own case system', async () => {
  const folder = emptyFolder();
  cpSync(SAMPLE, folder, { recursive: true });
  const children = join(folder, 'children_2024-25-q1.csv');
  writeFileSync(children, readFileSync(children, 'utf8').replace('YP ID', 'Core ID'));
  const file = join(folder, 'service.yaml');
  const systems = 'systems: [{ id: core, supplier: core_plus, name: { en: Core+, cy: Core+ } }]';
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${systems}\n`);
  const [project, settings] = [theProject(), readSettings(file)];
  const watch = { now: () => parseTime(TODAY, '06:30'), wait: () => Promise.resolve() };
  const quiet = { progress: () => undefined };
  const perform = createRunJob({ project, settings: () => settings, watch, ...quiet });
  const job = { name: 'check', does: 'check', every: 'day', at: '06:30' } as const;
  const { problems, taken } = await perform(job, TODAY);
  expect(problems.filter(({ kind }) => kind !== 'note')).toEqual([]);
  expect(taken.find(({ extract }) => extract === 'children')?.accepted).toBe(446);

  const byDay = await checkExtracts(
    project.contracts,
    findAllFiles(project.contracts, settings, null).files,
    {
      ...{ codes: project.codes, today: TODAY, tolerance: settings.tolerance, ...quiet },
      sources: readSources(project, settings, '2024-04-15'),
    },
  );
  const told = byDay.flatMap((receipt) => receipt.problems).map(({ code }) => code);
  expect(problems.map(({ code }) => code)).toEqual(told);
});
