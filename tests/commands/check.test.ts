// boardpack check looks at files as of the day they were received: what a case system owes that was then in use.
import { readFileSync, writeFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import { afterAll, expect, it } from 'vitest';
import { readArguments } from '../../pipeline/commands/arguments.js';
import { check } from '../../pipeline/commands/check.js';
import { emptyFolder } from '../deliveries/folder.js';
import { removeServices, serviceLike } from '../end-to-end/service.js';
import { readProblem } from '../problems/words.js';

afterAll(removeServices);

const quiet = { out: () => undefined, err: () => undefined, progress: () => undefined };
const SYSTEMS = [
  { id: 'old', supplier: 'childview', name: { en: 'Old', cy: 'Hen' }, until: '2024-01-31' },
  { id: 'new', supplier: 'core_plus', name: { en: 'New', cy: 'Newydd' }, from: '2024-02-01' },
];

it('asks for the extracts of a case system from the day it is used', async () => {
  const { settings } = serviceLike('data-samples/english-service/service.yaml');
  const declared = load(readFileSync(settings, 'utf8')) as Record<string, unknown>;
  writeFileSync(settings, dump({ ...declared, systems: SYSTEMS }));
  const extracts = emptyFolder();
  const owed = async (day: string): Promise<string[]> => {
    const argv = ['check', '--settings', settings, '--extracts', extracts, '--received-on', day];
    const problems = await check(readArguments(argv), quiet);
    return problems
      .filter(({ code, kind }) => code === 'missing-extract' && kind === 'data')
      .map((each) => readProblem(each).what);
  };
  const children = (system: string): string =>
    `No file came for the extract children from ${system}.`;
  expect(await owed('2024-01-31')).toContain(children('Old'));
  expect(await owed('2024-01-31')).not.toContain(children('New'));
  expect(await owed('2024-02-01')).toContain(children('New'));
  expect(await owed('2024-02-01')).not.toContain(children('Old'));
});
