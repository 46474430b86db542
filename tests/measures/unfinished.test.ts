// A measure that still has a draft's texts, or no Welsh of its own, is not published.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftMeasure } from '../../pipeline/commands/new-measure.js';
import { ProblemError, type Problem } from '../../pipeline/domain/problem.js';
import { findUnfinished } from '../../pipeline/measures/unfinished.js';
import { projectFolder, readEveryMeasure } from '../../pipeline/config/project.js';

const DRAFTS = new Set(['The counting rule.']);
const keys = (declared: unknown): string[] =>
  findUnfinished(declared, DRAFTS).map(({ path }) => path.join('.'));

describe('a text is unfinished', () => {
  it.each([
    ['where it is the draft’s', { rule: { en: 'The counting rule. ', cy: 'Rheol' } }, ['rule.en']],
    [
      'where its Welsh is the English',
      { title: { en: 'Remand nights', cy: 'Remand nights' } },
      ['title.cy'],
    ],
    [
      'in a list',
      { changes: [{ what: { en: 'From a day', cy: 'From a day' } }] },
      ['changes.0.what.cy'],
    ],
  ])('%s', (_, declared, expected) => {
    expect(keys(declared)).toEqual(expected);
  });

  it.each(['KPI 1', 'Turnaround', 'Youth Justice Board', 'HM Inspectorate (2024)'])(
    'never for being the name %s in both languages',
    (name) => {
      expect(keys({ title: { en: name, cy: name } })).toEqual([]);
    },
  );
});

describe('a new measure that is set to published', () => {
  const ID = 'remand_nights_2';
  let copy: string;
  let file: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'boardpack-unfinished-'));
    for (const part of ['queries/definitions', 'queries/measures', 'templates', 'reports/packs'])
      cpSync(join(projectFolder(), part), join(copy, part), { recursive: true });
    file = join(draftMeasure(copy, ID, '2026-11-23'), 'measure.yaml');
  });
  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  function problemsAfter(change: (text: string) => string): readonly Problem[] {
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, change(before));
    try {
      readEveryMeasure(copy);
      return [];
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.problems;
    } finally {
      writeFileSync(file, before);
    }
  }
  const published = (text: string): string => text.replace('status: draft', 'status: published');

  it('is refused, with the file and the key of every text', () => {
    const problems = problemsAfter(published);
    expect(problems.map(({ facts }) => facts?.['key'] as string).sort()).toEqual(
      ['definition', 'question', 'source.document', 'source.rule', 'source.unconfirmed']
        .flatMap((key) => [`${key}.en`, `${key}.cy`])
        .concat('title.cy')
        .sort(),
    );
    for (const problem of problems)
      expect(problem).toMatchObject({ kind: 'declaration', code: 'bad-declaration', file });
  });

  it('is taken as a draft', () => {
    expect(problemsAfter((text) => text)).toEqual([]);
  });

  it('is taken without anybody’s name, and not yet checked', () => {
    const written = (text: string): string =>
      published(text)
        .replace(/cy: .*$/gm, (line) => `${line} Cymraeg`)
        .replace(/en: .*$/gm, (line) => `${line} English`)
        .replace(/checked_by: .*$/m, "checked_by: '',");
    expect(problemsAfter(written)).toEqual([]);
  });
});
