// boardpack new-measure <id>: a folder for a measure that nobody has counted yet, with a case that fails until somebody does.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths, type Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import { listMeasures } from '../measures/folders.js';
import { readOutline } from '../pack/outline.js';
import { locateMeasures, projectFolder, readEveryMeasure } from '../config/project.js';
import { badArgument, type Arguments } from './arguments.js';
import type { Terminal } from './print.js';
import { today } from './clock.js';

const NAME = /^[a-z]+(_[a-z0-9]+)*$/;
const LONGEST_NAME = 60;

/** Writes the folder and prints what to do with it. */
export function newMeasure({ about }: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const folder = draftMeasure(projectFolder(), about, today());
  terminal.out(folder);
  for (const step of NEXT) terminal.out(`  ${step}`);
  return Promise.resolve([]);
}

const NEXT = [
  '1. cases.yaml: write rows, and the counts that they come to by hand',
  '2. measure.sql: count; npx vitest run tests/measures/cases.test.ts fails until it does',
  '3. measure.yaml: write its words in English and Welsh, its section and its source',
  '4. npm run catalogue, then npm test: both pass, and every rule of the query is held by a case',
  '5. set status: published, which is refused while a text is a draft’s or its Welsh is its English',
];

/**
 * Makes `queries/measures/<id>` in the project: a valid draft, last of the first section, to be reviewed within a year,
 * whose query counts nobody and whose first case expects somebody. Gives the folder. Refuses a name that is not
 * lower-case words joined by `_`, and one that is taken.
 */
export function draftMeasure(project: string, id: string | null, now: Day): string {
  const measures = locateMeasures(project);
  if (id === null || !NAME.test(id) || id.length > LONGEST_NAME)
    throw id === null
      ? badArgument('measure-without-name')
      : badArgument('measure-name', { typed: id });
  const folder = join(measures, id);
  if (existsSync(folder) || listMeasures(measures).some((each) => each.id === id))
    throw badArgument('measure-exists', { typed: id });
  const gaps = buildGaps(project, id, now);
  const templates = join(project, 'templates', 'new_measure');
  mkdirSync(folder);
  for (const file of readdirSync(templates))
    writeFileSync(join(folder, file), fillGaps(readFileSync(join(templates, file), 'utf8'), gaps));
  return folder;
}

type Gaps = Readonly<Record<'title' | 'section' | 'order' | 'review_by', string>>;

function buildGaps(project: string, id: string, now: Day): Gaps {
  const { sections } = readOutline(join(project, 'reports', 'packs', 'quarterly.yaml'));
  const section = sections[0]?.id ?? '';
  const orders = readEveryMeasure(project)
    .filter(({ declaration }) => declaration.section === section)
    .map(({ declaration }) => declaration.order);
  return {
    title: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' '),
    section,
    order: String(Math.max(0, ...orders) + 1),
    review_by: addMonths(now, 12),
  };
}

function fillGaps(text: string, gaps: Gaps): string {
  return text.replaceAll(/\$(\w+)/g, (gap, key: string) =>
    Object.hasOwn(gaps, key) ? gaps[key as keyof Gaps] : gap,
  );
}
