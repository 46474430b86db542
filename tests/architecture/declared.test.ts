// What analysts and the service declare: every file has its shape, and what it names is there.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { load } from 'js-yaml';
import { normaliseLabel } from '../../pipeline/contracts/codes.js';
import { countsNoPeople, type Declaration } from '../../pipeline/measures/declaration.js';
import { projectFolder, readEveryMeasure } from '../../pipeline/config/project.js';
import { theProject } from '../project.js';

const FOLDER = projectFolder();
const MEASURES = join(FOLDER, 'queries', 'measures');
const CODES = join(FOLDER, 'queries', 'codes');
const WORDS = join(FOLDER, 'templates', 'words');

const folders = readdirSync(MEASURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const declarations = readEveryMeasure(FOLDER).map(({ declaration }) => declaration);
const ids = declarations.map(({ id }) => id);

/** What is counted without a child behind each: who came to the board, posts, cases that name nobody. */
const OF_NO_CHILD = ['victims', 'partners', 'posts', 'cases', 'incidents', 'replies'];

describe('measures', () => {
  it.each(folders)('%s has its three files, and proof in one', (id) => {
    const optional = ['reconcile.sql', 'recorded.sql'];
    const own = readdirSync(join(MEASURES, id)).filter((file) => !optional.includes(file));
    expect(own.sort()).toEqual(['cases.yaml', 'measure.sql', 'measure.yaml']);
    const cases = load(readFileSync(join(MEASURES, id, 'cases.yaml'), 'utf8')) as unknown[];
    expect(cases.length).toBeGreaterThanOrEqual(2);
  });

  it.each(declarations)('$id is in a section of the pack', ({ section }) => {
    const pack = load(readFileSync(join(FOLDER, 'reports', 'packs', 'quarterly.yaml'), 'utf8')) as {
      sections: { id: string }[];
    };
    expect(pack.sections.map(({ id }) => id)).toContain(section);
  });

  it.each(declarations)(
    '$id says what hides it, by the name of a measure that is shown',
    (each) => {
      const { hidden_with: hiding } = each;
      if (hiding !== undefined) {
        const found = declarations.find(({ id }) => id === hiding);
        expect(['children', each.counts]).toContain(found?.counts);
        const pools = (each.window.pools ?? []).map((months) => `${months} months`);
        expect([each.window.length, ...pools]).toContain(found?.window.length);
        expect(hiding).not.toBe(each.id);
      } else if (each.detail !== true)
        expect([...OF_NO_CHILD, 'children'].includes(each.counts) || each.kind === 'mean').toBe(
          true,
        );
    },
  );

  it.each(declarations)(
    '$id stands beside a measure that is there, where it follows children',
    (each) => {
      if (each.beside === undefined) return;
      expect(['survival', 'steps']).toContain(each.chart);
      expect(ids.filter((id) => id !== each.id)).toContain(each.beside);
    },
  );

  it.each(declarations)('$id is part of a measure of its own kind that is there', (each) => {
    if (each.part_of === undefined) return;
    const whole = declarations.find(({ id }) => id === each.part_of);
    const told = (kind = each.kind): string => (kind === 'rate' ? 'count' : kind);
    expect([told(whole?.kind), whole?.counts]).toEqual([told(), each.counts]);
    expect(whole?.id).not.toBe(each.id);
    const lengths = [each.window.length, whole?.window.length];
    expect(lengths.filter((length) => length === '36 months').length).not.toBe(1);
  });

  it.each(declarations)('$id is drawn from a count of the same things that is there', (each) => {
    if (each.drawn_from === undefined) return;
    const counted = declarations.find(({ id }) => id === each.drawn_from);
    expect([counted?.kind, counted?.counts]).toEqual(['count', each.counts]);
    expect(['proportion', 'mean']).toContain(each.kind);
  });

  it.each(declarations)('$id adds up the groups of a measure that has them', ({ sum_of }) => {
    if (sum_of === undefined) return;
    const found = declarations.find(({ id }) => id === sum_of.measure);
    expect(found?.breakdowns).toContain(sum_of.breakdown);
  });

  it('nobody stands behind partners and pounds alone, which nothing else hides', () => {
    const nobody = declarations.filter(countsNoPeople);
    expect([...new Set(nobody.map(({ counts }) => counts))].sort()).toEqual(['partners', 'pounds']);
    for (const { breakdowns, detail, hidden_with, part_of, spc } of nobody)
      expect({ breakdowns, hidden_with, part_of, spc }).toEqual({
        breakdowns: detail === true ? ['finance_source'] : [],
      });
  });

  /** What a record that is counted says of itself, and not of the child. */
  const OF_RECORDS: Readonly<Partial<Record<Declaration['counts'], readonly string[]>>> = {
    cases: ['audit_stage', 'scrutiny_finding', 'board_partner', 'escalation_level'],
    reports: ['report_followed'],
    posts: ['staff_role'],
    pounds: ['finance_source'],
    offences: ['offence_category', 'gravity'],
    outcomes: ['outcome_type'],
  };

  it.each(declarations)(
    '$id breaks down children by who they are, cases, offences and outcomes by their record',
    (each) => {
      const { counts, breakdowns } = each;
      const ofRecords = Object.values(OF_RECORDS).flat();
      // An entry to a cohort is one child of one quarter.
      const allowed =
        counts === 'children' || counts === 'entries'
          ? breakdowns.filter((breakdown) => !ofRecords.includes(breakdown))
          : (OF_RECORDS[counts] ?? []);
      expect(breakdowns.filter((breakdown) => !allowed.includes(breakdown))).toEqual([]);
    },
  );

  it.each(declarations)('$id says per what if it is a rate', (each) => {
    if (each.kind === 'mean') expect([undefined, 100]).toContain(each.per);
    else expect(each.per !== undefined).toBe(each.kind === 'rate');
    expect(each.source.unconfirmed !== undefined).toBe(!each.source.confirmed);
    expect(each.source.settled_by !== undefined).toBe(!each.source.confirmed);
    expect((each.window.follow_up === undefined) === (each.window.wait === undefined)).toBe(true);
  });

  it('has no two measures in one place of a section', () => {
    const places = declarations.map(({ section, order }) => `${section} ${order}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('contracts', () => {
  const { contracts, codes } = theProject();

  it.each(contracts)('$extract keys, refers to and codes by what is there', (contract) => {
    const kept = contract.storedColumns.map(({ name }) => name);
    expect(contract.key.filter((key) => !kept.includes(key))).toEqual([]);
    for (const column of contract.columns) {
      if (column.type === 'code') expect([...codes.keys()]).toContain(column.codes);
      if (column.references) {
        const parent = contracts.find(({ extract }) => extract === column.references);
        expect(parent?.key).toHaveLength(1);
      }
    }
  });

  // A population that says no day of release has one release; rows with and without a day are different rows.
  const OPTIONAL_KEY = 'population released_on';

  it.each(contracts)(
    '$extract requires the columns of its key',
    ({ extract, key, storedColumns }) => {
      const loose = storedColumns.filter(({ name, required }) => key.includes(name) && !required);
      expect(
        loose.map(({ name }) => `${extract} ${name}`).filter((each) => each !== OPTIONAL_KEY),
      ).toEqual([]);
    },
  );
});

describe('code lists', () => {
  const lists = readdirSync(CODES).filter((name) => name.endsWith('.csv'));
  const rowsOf = (list: string): Record<string, string>[] =>
    Papa.parse<Record<string, string>>(readFileSync(join(CODES, list), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;

  it.each(lists)('%s has every label in both languages, and real days', (list) => {
    for (const row of rowsOf(list)) {
      expect(row['label']?.trim()).toBeTruthy();
      expect(row['cy']?.trim()).toBeTruthy();
      for (const day of [row['valid_from'], row['valid_to']])
        expect(day).toMatch(/^(\d{4}-\d{2}-\d{2})?$/);
    }
  });

  it.each(lists)('%s gives no spelling two meanings on one day', (list) => {
    const seen = rowsOf(list).flatMap((row) =>
      [row['label'] ?? '', ...(row['also'] ?? '').split('|').filter(Boolean)].map((spelling) => ({
        spelling: normaliseLabel(spelling),
        label: row['label'],
        from: row['valid_from'] || '0001-01-01',
        to: row['valid_to'] || '9999-12-31',
      })),
    );
    const clashes = seen.filter((one, at) =>
      seen.some(
        (other, where) =>
          where > at &&
          one.spelling === other.spelling &&
          (one.label !== other.label || (one.from <= other.to && other.from <= one.to)),
      ),
    );
    expect(clashes).toEqual([]);
  });
});

describe('words', () => {
  const listFiles = (language: string): string[] =>
    readdirSync(join(WORDS, language), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.yaml'));
  const files = listFiles('en');
  /** The plural forms of a noun are each language's own; `tests/problems` holds them. */
  const isPlural = (key: string): boolean => key.startsWith('/amounts/');

  it('has the same files in both languages', () => {
    expect(listFiles('cy').sort()).toEqual([...files].sort());
  });

  it.each(files)('%s has the same keys in both languages, and none blank in one alone', (file) => {
    if (!existsSync(join(WORDS, 'cy', file))) return;
    const [en, cy] = ['en', 'cy'].map((language) => leavesOf(join(WORDS, language, file)));
    const keys = [en, cy].map((leaves) =>
      [...(leaves?.keys() ?? [])].filter((key) => !isPlural(key)),
    );
    expect(keys[1]?.sort()).toEqual(keys[0]?.sort());
    for (const [key, text] of [...(en ?? [])].filter(([each]) => !isPlural(each)))
      expect({ key, blank: cy?.get(key)?.trim() === '' }).toEqual({
        key,
        blank: text.trim() === '',
      });
  });
});

function leavesOf(file: string): Map<string, string> {
  const leaves = new Map<string, string>();
  const walk = (node: unknown, key: string): void => {
    if (typeof node !== 'object' || node === null)
      leaves.set(key, typeof node === 'string' ? node : '');
    else for (const [name, each] of Object.entries(node)) walk(each, `${key}/${name}`);
  };
  walk(load(readFileSync(file, 'utf8')), '');
  return leaves;
}
