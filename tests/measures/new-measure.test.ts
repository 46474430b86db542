// A new measure is whole, a draft, in no pack, and not done until somebody counts.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../pipeline/commands/catalogue.js';
import { draftMeasure } from '../../pipeline/commands/new-measure.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { projectFolder, readEveryMeasure } from '../../pipeline/config/project.js';
import type { Measure } from '../../pipeline/measures/count.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { disagreements, emptyWarehouse, runCase } from './case-runner.js';
import { readCases } from './cases.js';

const ID = 'children_on_bail_2';
let copy: string;
let measures: string;
let warehouse: Connection;
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'boardpack-project-'));
  for (const part of ['queries/definitions', 'queries/measures', 'templates', 'reports/packs'])
    cpSync(join(projectFolder(), part), join(copy, part), { recursive: true });
  measures = join(copy, 'queries', 'measures');
  draftMeasure(copy, ID, '2026-11-23');
  warehouse = await emptyWarehouse();
});
afterAll(() => {
  warehouse.close();
  rmSync(copy, { recursive: true });
});

function ownMeasure(): Measure {
  const own = readEveryMeasure(copy).find(({ declaration }) => declaration.id === ID);
  if (!own) throw new Error(`no measure ${ID}`);
  return own;
}

describe('a new measure', () => {
  it('is a valid draft of three files, last in its section, with a review within a year', () => {
    expect(readdirSync(join(measures, ID)).sort()).toEqual([
      'cases.yaml',
      'measure.sql',
      'measure.yaml',
    ]);
    const every = readEveryMeasure(copy).map(({ declaration }) => declaration);
    const own = every.find(({ id }) => id === ID);
    expect(own).toMatchObject({ status: 'draft', review: { review_by: '2027-11-23' } });
    expect(own?.title.en).toBe('Children on bail 2');
    const section = every.filter((each) => each.section === own?.section);
    expect(section.at(-1)?.id).toBe(ID);
    expect(new Set(section.map(({ order }) => order)).size).toBe(section.length);
  });

  it('is in the catalogue and in no pack', () => {
    expect(buildCatalogue(copy)).toContain(`[\`${ID}\`](${ID}/) | draft`);
    const published = readEveryMeasure(copy).filter(
      ({ declaration }) => declaration.status === 'published',
    );
    expect(published.map(({ declaration }) => declaration.id)).not.toContain(ID);
  });

  it('has a query that runs, a case that fails and one that does not', async () => {
    const measure = ownMeasure();
    const failing: string[] = [];
    const cases = readCases(measure, copy);
    for (const given of cases) {
      const rows = await runCase(warehouse, measure, given);
      if (disagreements(rows, given).length > 0) failing.push(given.name);
    }
    expect(failing).toEqual([cases[0]?.name]);
    expect(cases).toHaveLength(2);
  });
});

describe('a new measure is refused for', () => {
  it.each([
    ['a name that is taken', 'first_time_entrants'],
    ['the name of a variant', 'feedback_fair'],
    ['the name of a folder with variants', 'feedback'],
    ['no name', null],
    ['a name with capitals', 'OnBail'],
    ['a name with a hyphen', 'on-bail'],
    ['a way out of the folder', '../on_bail'],
    ['a name that does not begin with a letter', '2_bails'],
    ['a name longer than a title', 'a'.repeat(61)],
  ])('%s', (_, id) => {
    const before = readdirSync(measures);
    expect(() => draftMeasure(copy, id, '2026-11-23')).toThrow(ProblemError);
    expect(readdirSync(measures)).toEqual(before);
  });
});
