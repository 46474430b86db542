// Scheduled jobs do the same as commands: they know the same headings, so that nobody is notified for nothing.
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkService } from '../../pipeline/ingest/check-service.js';
import { findAllFiles } from '../../pipeline/ingest/find-files.js';
import { createRunJob } from '../../pipeline/schedule/jobs.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { parseTime } from '../../pipeline/schedule/london.js';
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

  const found = findAllFiles(project.contracts, settings, null);
  const byHand = await checkService(project, settings, found, TODAY, () => undefined);
  expect(problems.map(({ code }) => code)).toEqual(byHand.problems.map(({ code }) => code));
});

it('a check job of a service with two case systems joins their records as a check by hand does', async () => {
  const folder = emptyFolder();
  cpSync(SAMPLE, folder, { recursive: true });
  for (const name of readdirSync(folder).filter((each) => each.includes('_2024')))
    renameSync(join(folder, name), join(folder, name.replace('_2024', '_core_2024')));
  cpSync(join(folder, 'children_core_2024-25-q1.csv'), join(folder, 'children_next.csv'));
  const file = join(folder, 'service.yaml');
  const names = (id: string): string =>
    `{ id: ${id}, supplier: core_plus, name: { en: ${id}, cy: ${id} } }`;
  const systems = `systems: [${names('core')}, ${names('next')}]`;
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${systems}\n`);
  const [project, settings] = [theProject(), readSettings(file)];
  const watch = { now: () => parseTime(TODAY, '06:30'), wait: () => Promise.resolve() };
  const progress = (): undefined => undefined;
  const perform = createRunJob({ project, settings: () => settings, watch, progress });
  const { problems } = await perform(
    { name: 'check', does: 'check', every: 'day', at: '06:30' },
    TODAY,
  );
  // The second system sent its children alone; nothing else is wrong, and nothing of the computer's.
  expect([...new Set(problems.map(({ code }) => code))]).toEqual(['missing-extract']);
});
