// boardpack map: unknown headings and labels once each, what may be shown of them, decisions, and their undoing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { readProblemWords } from '../../pipeline/config/read-problem-words.js';
import { ProblemError, type Problem } from '../../pipeline/domain/problem.js';
import { describeProblem } from '../../pipeline/domain/problem-words.js';
import { listing } from '../deliveries/folder.js';
import { changeColumn, copyService, removeServices, renameHeadings, runMap } from './service.js';

afterAll(removeServices);

const BY = ['--by', 'information officer'];

/** Children 1 to 7 have one unknown ethnicity, 8 and 9 another; outcomes 1 to 5 an unknown label and all an unknown heading. */
function makeUnknown(): string {
  const folder = copyService();
  changeColumn(folder, ['children', 'ethnicity'], (row) =>
    row < 7 ? 'White Brit' : row < 9 ? 'Brit / White' : undefined,
  );
  changeColumn(folder, ['outcomes', 'outcome_type'], (row) =>
    row < 5 ? 'Yth Caution' : undefined,
  );
  renameHeadings(folder, 'outcomes', { outcome_date: 'Disposal Dt' });
  return folder;
}

function readId(lines: readonly string[], text: string): string {
  const line = lines.find((each) => each.includes(text));
  return /^(\w{6}) {2}/.exec(line ?? '')?.[1] ?? `none for ${text}`;
}

const english = readProblemWords(projectFolder(), 'en');

function describeInEnglish(problem: Problem): string {
  const { what, fix } = describeProblem(problem, english);
  return `${problem.code}: ${what} ${fix}`;
}

async function refuse(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'nothing refused';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(describeInEnglish).join('\n');
  }
}

describe('what is not known', () => {
  it('is listed once each, with rows, children, the nearest known, and what stops a pack', async () => {
    const lines = await runMap(makeUnknown());
    expect(lines[0]).toBe(
      '4 decisions are wanted. 2 of them must be taken before a pack can be built.',
    );
    const items = lines.filter((line) => /^\w{6} {2}/.test(line)).map((line) => line.slice(8));
    expect(items).toEqual([
      'heading (outcomes) Disposal Dt: 12 rows, 12 children. MUST BE DECIDED',
      'label (outcome_type) Yth Caution: 5 rows, 5 children. MUST BE DECIDED',
      'label (ethnicity) White Brit: 7 rows, 7 children',
      'label (ethnicity) [not shown: find it by its lines]: 2 rows, 2 children',
    ]);
    const nearest = lines.filter((line) => /^ +nearest: /.test(line));
    expect(nearest.map((line) => line.trim())).toEqual([
      'nearest: outcome_date',
      'nearest: Youth Caution | Youth Conditional Caution',
      'nearest: White British | White | White Irish',
      'nearest: White British | White | White Irish',
    ]);
    expect(lines).toContain('        children.csv, ethnicity, line 9, 10');
  });

  it('is found in a file of which no heading is known', async () => {
    const folder = copyService();
    renameHeadings(folder, 'custody', {
      ...{ episode_id: 'Record Ref', child_id: 'Young Person Ref', kind: 'Kind of stay' },
      ...{ start_date: 'From date', end_date: 'Until date' },
    });
    const lines = await runMap(folder);
    expect(lines.filter((line) => line.includes('heading (custody)'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('MUST BE DECIDED'))).toHaveLength(5);
  });

  it('is nothing where all is known', async () => {
    expect(await runMap(copyService())).toEqual([
      'Every heading and label is known. Nothing is to be decided.',
    ]);
  });
});

describe('the text of a label', () => {
  /** Each is what all of twelve children have, in a column of labels. */
  it.each([
    ['Fennimore'],
    ['Quill White'],
    ['Mrs White'],
    ['Tamsin Oakes'],
    ['12/03/2009'],
    ['3 March 09'],
    ['QX1 1AA'],
    ['White 2009'],
    ['42'],
    ['K001'],
    ['white@example.org'],
  ])('is not shown where it is like a value of a person: %s', async (text) => {
    const folder = copyService();
    changeColumn(folder, ['children', 'ethnicity'], () => text);
    const lines = await runMap(folder);
    expect(lines.join('\n')).not.toContain(text);
    expect(lines).toContain('        children.csv, ethnicity, line 2, 3, 4, 5, 6 and 7 more');
  });

  it('is not shown where four children have it, and is where five do', async () => {
    const folder = copyService();
    changeColumn(folder, ['children', 'ethnicity'], (row) => (row < 4 ? 'White Brit' : undefined));
    expect((await runMap(folder)).join('\n')).not.toContain('White Brit:');
    changeColumn(folder, ['children', 'ethnicity'], (row) => (row < 5 ? 'White Brit' : undefined));
    expect((await runMap(folder)).join('\n')).toContain('White Brit:');
  });

  it.each([['Fennimore'], ['12/03/2009'], ['QX1 1AA'], ['K001'], ['Tamsin Oakes']])(
    'is never written down where it may be a child’s: %s',
    async (text) => {
      const folder = copyService();
      changeColumn(folder, ['children', 'ethnicity'], (row) => (row === 3 ? text : undefined));
      const id = readId(await runMap(folder), 'ethnicity');
      const refused = await refuse(runMap(folder, ['--accept', `${id}=White`, ...BY]));
      expect(refused).toContain('bad-choice');
      expect(refused).not.toContain(text);
      expect(existsSync(join(folder, 'mapping.csv'))).toBe(false);
    },
  );
});

describe('a decision', () => {
  it('is a dated line with who took it, makes the label known, and undone leaves no trace', async () => {
    const folder = makeUnknown();
    const before = listing(folder);
    const lines = await runMap(folder, ['--accept', 'all', ...BY]);
    expect(lines[0]).toMatch(/^4 decisions written to /);
    const [heading, ...decisions] = readFileSync(join(folder, 'mapping.csv'), 'utf8').split('\n');
    expect(heading).toBe('kind,extract,list,supplier,found,means,decided_on,decided_by');
    expect(decisions.map((line) => line.replace(/\d{4}-\d\d-\d\d/, 'TODAY'))).toEqual([
      'heading,outcomes,,,Disposal Dt,outcome_date,TODAY,information officer',
      'label,,outcome_type,,Yth Caution,Youth Caution,TODAY,information officer',
      'label,,ethnicity,,White Brit,White British,TODAY,information officer',
      'label,,ethnicity,,Brit / White,White British,TODAY,information officer',
      '',
    ]);
    const after = await runMap(folder, ['--list']);
    expect(after[0]).toBe('Every heading and label is known. Nothing is to be decided.');
    for (let left = 4; left > 0; left -= 1)
      expect((await runMap(folder, ['--undo']))[0]).toBe('1 decision undone.');
    expect(listing(folder)).toEqual(before);
    expect((await runMap(folder))[0]).toMatch(/^4 decisions are wanted/);
  });

  it('is undone alone, and the other lines stay as they are, to the byte', async () => {
    const folder = makeUnknown();
    const first = await runMap(folder);
    await runMap(folder, ['--accept', readId(first, 'White Brit'), ...BY]);
    const path = join(folder, 'mapping.csv');
    const odd = `${readFileSync(path, 'utf8')}\n"label",,sex,,Lad,Male,2026-01-02,"team, manager"\n`;
    writeFileSync(path, odd);
    const id = readId(first, 'Yth Caution');
    await runMap(folder, ['--accept', `${id}=Youth Conditional Caution`, ...BY]);
    expect(readFileSync(path, 'utf8').startsWith(odd)).toBe(true);
    await runMap(folder, ['--undo', id]);
    expect(readFileSync(path, 'utf8')).toBe(odd);
  });

  it('needs who took it, something that exists, and something near to be accepted', async () => {
    const folder = makeUnknown();
    const id = readId(await runMap(folder), 'Yth Caution');
    expect(await refuse(runMap(folder, ['--accept', id]))).toContain('the person who took it');
    expect(await refuse(runMap(folder, ['--accept', `${id}=Nothing`, ...BY]))).toContain(
      'The list outcome_type has no such label',
    );
    expect(await refuse(runMap(folder, ['--accept', 'zzzzzz', ...BY]))).toContain('zzzzzz');
    expect(existsSync(join(folder, 'mapping.csv'))).toBe(false);
  });

  it('can be taken otherwise later: the newest line holds, and undone the one before does', async () => {
    const folder = makeUnknown();
    const id = readId(await runMap(folder), 'White Brit');
    await runMap(folder, ['--accept', id, ...BY]);
    await runMap(folder, ['--accept', `${id}=White Irish`, ...BY]);
    expect((await runMap(folder)).join('\n')).toMatch(/White Brit = White Irish/);
    await runMap(folder, ['--undo', id]);
    expect((await runMap(folder)).join('\n')).toMatch(/White Brit = White British/);
  });

  it('of a text that a spreadsheet would run is written so that it does not', async () => {
    const folder = copyService();
    changeColumn(folder, ['children', 'ethnicity'], (row) =>
      row < 6 ? '=White British' : undefined,
    );
    await runMap(folder, ['--accept', 'all', ...BY]);
    expect(readFileSync(join(folder, 'mapping.csv'), 'utf8')).toContain(",'=White British,");
    expect((await runMap(folder))[0]).toMatch(/^Every heading and label is known/);
  });
});

describe('a person at the terminal', () => {
  it('takes the nearest, chooses another, names one, and asks later', async () => {
    const folder = makeUnknown();
    const answers = ['officer', '', '2', 'Nobody', '?', 'white irish', '-'];
    const lines = await runMap(folder, [], answers);
    expect(lines.some((line) => line.includes('cannot mean "Nobody"'))).toBe(true);
    const written = readFileSync(join(folder, 'mapping.csv'), 'utf8').split('\n').slice(1, -1);
    expect(written.map((line) => line.split(',').slice(4, 6))).toEqual([
      ['Disposal Dt', 'outcome_date'],
      ['Yth Caution', 'Youth Conditional Caution'],
      ['White Brit', 'White Irish'],
    ]);
    expect((await runMap(folder, [], ['officer', 'q']))[0]).toContain('Who decides');
  });
});
