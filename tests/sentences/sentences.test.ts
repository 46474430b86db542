// Every number that a finished pack says in a sentence is a number of figures.csv of the same build, in both languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../end-to-end/service.js';
import { readDocuments } from '../end-to-end/read-pages.js';
import { sharedPack } from '../end-to-end/shared.js';
import { theProject } from '../project.js';
import { readRows, type Row } from './figures-file.js';
import { readStatements, type Statement } from './finished-text.js';
import { findFaults, type Held } from './hold.js';
import { ENGLISH, WELSH } from './languages.js';

/** A sample, its quarter, edition and language, and the fewest different sentences whose numbers are held to rows. */
type Pack = readonly ['demonstration' | 'english', string, string, 'en' | 'cy', number];
const PACKS: readonly Pack[] = [
  ['demonstration', '2022-23-q4', 'board', 'en', 100],
  ['demonstration', '2022-23-q4', 'board', 'cy', 100],
  ['demonstration', '2022-23-q4', 'public', 'en', 60],
  ['demonstration', '2022-23-q4', 'public', 'cy', 60],
  ['english', '2023-24-q4', 'board', 'en', 100],
];

interface Opened {
  readonly held: Held;
  readonly statements: readonly Statement[];
}

async function open([sample, quarter, edition, language]: Pack): Promise<Opened> {
  const folder = join((await sharedPack(sample)).out, quarter, edition);
  const rows = readRows(readFileSync(join(folder, 'figures.csv'), 'utf8'));
  const words = load(
    readFileSync(join(PROJECT, 'templates/words', language, 'groups.yaml'), 'utf8'),
  ) as { groups: Record<string, Record<string, string>>; areas: Record<string, string> };
  const groups = new Map<string, string[]>();
  for (const labels of Object.values(words.groups))
    for (const [stored, label] of Object.entries(labels))
      groups.set(label, [...(groups.get(label) ?? []), stored]);
  const titles = new Map(
    theProject()
      .measures.filter(({ declaration }) => rows.some(({ measure }) => measure === declaration.id))
      .map(({ declaration }) => [declaration.title[language].replace(/\s+/g, ' '), declaration.id]),
  );
  const areas = new Map(Object.entries(words.areas).map(([stored, name]) => [name, stored]));
  const reading = language === 'en' ? ENGLISH : WELSH;
  const ids = new Map(rows.map(({ measure }) => [measure.replaceAll('_', '-'), measure]));
  const statements = [...readDocuments(folder, language).values()].flatMap(readStatements);
  return {
    held: { rows, reading, titles, groups, areas, headlines: listHeadlines(rows) },
    statements: statements.map((each) => ({
      ...each,
      measure:
        each.measure === null
          ? null
          : (ids.get(each.measure) ?? titles.get(each.measure) ?? each.measure),
    })),
  };
}

/** The declared headline indicators that a file has, each with the way that is better. */
function listHeadlines(rows: readonly Row[]): Map<string, string> {
  const { headlines } = load(readFileSync(join(PROJECT, 'reports/packs/forms.yaml'), 'utf8')) as {
    headlines: string[];
  };
  const declared = theProject().measures.map(({ declaration }) => declaration);
  return new Map(
    headlines
      .filter((id) => rows.some(({ measure }) => measure === id))
      .map((id) => [id, declared.find((each) => each.id === id)?.better ?? 'neither']),
  );
}

/** The faults of each statement, in order, and the different statements that had numbers held to rows. */
function hold({ held, statements }: Opened): { faults: string[]; sentences: ReadonlySet<string> } {
  const faults: string[] = [];
  const sentences = new Set<string>();
  let measure: string | null = null;
  let current: ReturnType<typeof findFaults>['current'] = null;
  for (const statement of statements) {
    if (statement.measure !== measure) current = null;
    measure = statement.measure;
    const found = findFaults(statement, held, current);
    current = found.current ?? current;
    faults.push(...found.faults);
    if (found.numbers > 0) sentences.add(statement.text);
  }
  return { faults, sentences };
}

/** A text with one more in the last digit of each of its numbers by itself, but for those that a pattern covers. */
function alterations(text: string, except: readonly RegExp[]): string[] {
  const fixed = except.flatMap((pattern) => {
    const all = pattern.flags.includes('g') ? pattern : new RegExp(pattern, `${pattern.flags}g`);
    return [...text.matchAll(all)].map(
      ({ 0: found, index }) => [index, index + found.length] as const,
    );
  });
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)]
    .filter(({ index }) => !fixed.some(([from, to]) => index >= from && index < to))
    .map(({ 0: number, index }) => {
      const last = Number(number.at(-1));
      const next = `${number.slice(0, -1)}${last === 9 ? 0 : last + 1}`;
      return text.slice(0, index) + next + text.slice(index + number.length);
    });
}

/** A statement altered in each number in turn, but for those of `except`, and whether that is found. */
function tryAlterations(
  opened: Opened,
  statement: Statement,
  except: readonly RegExp[],
): { readonly text: string; readonly isFound: boolean }[] {
  const at = opened.statements.indexOf(statement);
  const before = opened.statements
    .slice(0, at)
    .filter(({ measure }) => measure === statement.measure);
  return alterations(statement.text, except).map((text) => {
    const { faults } = hold({ ...opened, statements: [...before, { ...statement, text }] });
    return { text, isFound: faults.length > 0 };
  });
}

describe.each(PACKS)('%s %s, %s, %s', (...pack) => {
  it('says no number in a sentence that its figures.csv does not have', async () => {
    const { faults, sentences } = hold(await open(pack));
    expect(faults).toEqual([]);
    expect(sentences.size).toBeGreaterThanOrEqual(pack[4]);
  });

  it('finds any one number of a sentence that is altered', async () => {
    const opened = await open(pack);
    const { elsewhere, notFigures, behind } = opened.held.reading;
    // Of a range only one end is in the file.
    const except = [...elsewhere, ...notFigures, behind.range, behind.listedRange];
    const unseen = opened.statements.flatMap((statement) =>
      tryAlterations(opened, statement, except).filter(({ isFound }) => !isFound),
    );
    expect(unseen).toEqual([]);
  });

  it('finds the end of a range that is altered, where it is the figure itself', async () => {
    const opened = await open(pack);
    const { range, rangeList, listedRange } = opened.held.reading.behind;
    const ranges = opened.statements.filter(({ text }) => range.test(text) || rangeList.test(text));
    expect(ranges.length > 0).toBe(pack[2] === 'board');
    for (const statement of ranges) {
      const found = tryAlterations(opened, statement, []).filter(({ isFound }) => isFound);
      const given = range.test(statement.text)
        ? 1
        : [...statement.text.matchAll(listedRange)].length;
      expect(found.length, statement.text).toBeGreaterThanOrEqual(given);
    }
  });

  it('gives a range in the briefing as on the measure’s own page', async () => {
    const { held, statements } = await open(pack);
    const { range, rangeList, listedRange } = held.reading.behind;
    const listed = statements
      .filter(({ text }) => rangeList.test(text))
      .flatMap(({ text }) => [...text.replace(rangeList, '').matchAll(listedRange)]);
    expect(listed.length > 0).toBe(pack[2] === 'board');
    for (const { groups } of listed) {
      const { title = '', ...ends } = groups ?? {};
      const id = held.titles.get(title.trim());
      const own = statements
        .filter(({ measure, text }) => measure === id && range.test(text))
        .map(({ text }) => ({ ...range.exec(text)?.groups }));
      // Its page in the annex, and its finding in the pack to read if it has one.
      expect(own.length).toBeGreaterThan(0);
      for (const each of own) expect(each).toEqual(ends);
    }
  });

  it('finds a verdict that is not the file’s', async () => {
    const { held, statements } = await open(pack);
    const rows = held.rows.map((row) => ({
      ...row,
      verdict: row.verdict === 'lower' ? 'higher' : row.verdict && 'lower',
    }));
    const { faults } = hold({ held: { ...held, rows }, statements });
    expect(faults.filter((fault) => fault.includes('the verdict is')).length).toBeGreaterThan(10);
  });

  it('finds a number of the file that is altered', async () => {
    const { held, statements } = await open(pack);
    const rows = held.rows.map((row) => ({
      ...row,
      ...(row.numerator === null ? {} : { numerator: row.numerator + 1 }),
    }));
    const { faults } = hold({ held: { ...held, rows }, statements });
    expect(faults.length).toBeGreaterThan(20);
  });
});
