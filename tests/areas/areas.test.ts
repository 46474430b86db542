// The pack held to the seventeen areas a board monitors: each is measured, drawn or tabled, and worded in both languages.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import type { Language } from '../../pipeline/domain/language.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import type { Figure } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { readOutline } from '../../pipeline/pack/outline.js';
import { openDemonstration, type Demonstration } from '../demonstration.js';
import { drawing, wordsOf } from '../figures/templates.js';
import { theProject } from '../project.js';
import { readLineage } from '../../pipeline/warehouse/lineage.js';
import { writeAreasPage } from './areas-page.js';

const AREAS = readDeclaration(
  join(import.meta.dirname, 'areas.yaml'),
  z.array(z.strictObject({ area: z.string(), measures: z.array(z.string()).min(1) })),
);
const QUARTER = '2022-23 Q4';
const LANGUAGES: readonly Language[] = ['en', 'cy'];

const { measures, folder, contracts } = theProject();
const declarations = new Map(measures.map(({ declaration }) => [declaration.id, declaration]));
const queries = new Map(measures.map(({ declaration, sql }) => [declaration.id, sql]));
const { sections, uncovered } = readOutline(join(folder, 'reports', 'packs', 'quarterly.yaml'));
const office = drawing();

let demonstration: Demonstration;
let disclosed: DisclosedCell[];
beforeAll(async () => {
  demonstration = await openDemonstration();
  disclosed = await demonstration.disclosed(QUARTER, 0);
}, 60_000);

function declarationOf(id: string): Declaration {
  const declaration = declarations.get(id);
  if (!declaration) throw new Error(`no measure ${id} is published`);
  return declaration;
}

function figureOf(declaration: Declaration, language: Language): Promise<Figure> {
  const own = disclosed.filter(({ measure }) => measure === declaration.id);
  return buildFigure(declaration, own, wordsOf(language), office);
}

test('there are seventeen areas and what stands around them, and the pack owns up to none it leaves out', () => {
  expect(AREAS).toHaveLength(18);
  expect(uncovered).toEqual([]);
});

describe.each(AREAS)('$area', ({ measures: ids }) => {
  test.each(ids)('%s is published, in a section of the pack', (id) => {
    const { status, section } = declarationOf(id);
    expect([status, sections.map((each) => each.id).includes(section)]).toEqual([
      'published',
      true,
    ]);
  });

  test.each(ids)('%s is known in the demonstration', (id) => {
    const known = disclosed.filter(
      ({ measure, status, window }) =>
        measure === id && status === 'shown' && window.ends >= '2021-01-01',
    );
    expect(known.length).toBeGreaterThan(0);
  });

  test.each(LANGUAGES)('has a chart or a table in %s, and words of its own', async (language) => {
    for (const declaration of ids.map(declarationOf)) {
      const { title, charts, tables } = await figureOf(declaration, language);
      expect(title).toContain(declaration.title[language]);
      expect(
        charts.length + tables.reduce((sum, { rows }) => sum + rows.length, 0),
      ).toBeGreaterThan(0);
    }
  });

  test('says nothing in one language that it leaves in the other', () => {
    for (const { title, question, definition, source } of ids.map(declarationOf))
      for (const words of [title, question, definition, source.rule])
        expect(words.cy).not.toBe(words.en);
  });
});

test('are listed in docs/areas.md with what each measure draws on', async () => {
  const findExtracts = readLineage(join(folder, 'queries'));
  const sent = contracts.map(({ extract }) => extract).toSorted();
  const titles = new Map(sections.map(({ id, title }) => [id, title.en]));
  const areas = AREAS.map(({ area, measures: ids }) => ({
    area,
    measures: ids.map((id) => ({
      declaration: declarationOf(id),
      extracts: sent.filter((each) => findExtracts(queries.get(id) ?? '').has(each)),
      section: titles.get(declarationOf(id).section) ?? '',
    })),
  }));
  await expect(writeAreasPage(areas)).toMatchFileSnapshot(join(folder, 'docs', 'areas.md'));
});
