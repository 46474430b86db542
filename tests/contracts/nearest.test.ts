// Unknown labels: what they may mean is said, what may be a name is not, and a line added to a CSV accepts them.
import { cpSync, appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAllExtracts } from '../../pipeline/ingest/dry-run.js';
import { createCellReader } from '../../pipeline/contracts/cells.js';
import { CellError } from '../../pipeline/contracts/parsed-cell.js';
import { suggestLabels } from '../../pipeline/contracts/suggestions.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { findExtracts } from '../../pipeline/extracts/find.js';
import { projectFolder, readProject } from '../../pipeline/config/project.js';
import type { Receipt } from '../../pipeline/ingest/receipt.js';
import { emptyFolder, written } from '../deliveries/folder.js';
import { CONTEXT, TODAY, VISITS } from './sample.js';
import { theProject } from '../project.js';
import { readProblem } from '../problems/words.js';

const { codes } = theProject();

function said(list: string, label: string): [string | undefined, string | null] {
  const known = codes.get(list);
  if (!known) throw new Error(list);
  const { known: near, text } = suggestLabels(known, label);
  return [near[0], text];
}

describe('an unknown label', () => {
  it.each([
    ['outcome_type', 'Youth Cond. Caution', 'Youth Conditional Caution'],
    ['outcome_type', 'Conditional Youth Caution', 'Youth Conditional Caution'],
    ['outcome_type', 'Referal Order', 'Referral Order'],
    ['outcome_type', 'Order, Referral', 'Referral Order'],
    ['offence_category', 'Violence Against Person.', 'Violence Against The Person'],
    ['ethnicity', 'White and Black Carribean', 'White and Black Caribbean'],
    ['programme', 'Bail and remand support', 'Bail or remand support'],
  ])('in %s, %j, gets the suggestions %j', (list, label, known) => {
    expect(said(list, label)[0]).toBe(known);
  });

  it.each([
    ['outcome_type', 'Tomos'],
    ['outcome_type', 'Caradog Enghraifft'],
    ['ethnicity', 'Whyte'],
    ['ethnicity', 'Blake'],
    ['sex', 'Mal'],
    ['need', 'Wizardry'],
    ['outcome_type', '17/04/2009'],
    ['outcome_type', 'CH5 1QZ'],
  ])('in %s, %j, may identify a child: gets no suggestion', (list, label) => {
    expect(said(list, label)).toEqual([undefined, null]);
  });

  it('is quoted only if all its words are words of the list', () => {
    expect(said('outcome_type', ' Youth Cond. Caution ')[1]).toBe('Youth Cond. Caution');
    expect(said('outcome_type', 'Referal Order')[1]).toBeNull();
    expect(said('ethnicity', 'Caribean')[1]).toBeNull();
  });

  it('is quoted in words of the list or not at all, for random texts', () => {
    const list = codes.get('outcome_type');
    if (!list) throw new Error('no list');
    const words = new Set(
      [...list.labels.keys()].flatMap((each) => each.split(/[^\p{L}\p{N}]+/u)).filter(Boolean),
    );
    const word = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 9 }));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (own) => {
        const { text } = suggestLabels(list, own.join(' '));
        const shown = (text ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u);
        const isOwn = (each: string): boolean => [...words].some((known) => known.startsWith(each));
        return shown.filter(Boolean).every(isOwn);
      }),
    );
  });

  it('is an error that carries its suggestions', () => {
    const column = VISITS.columns.find(({ name }) => name === 'place');
    if (!column) throw new Error('no column');
    const read = createCellReader(column, CONTEXT);
    expect(read('Shcool')).toEqual(new CellError('unknown-code {"known":["School"],"text":null}'));
    expect(read('Moon')).toEqual(new CellError('unknown-code'));
  });
});

/** The project's declarations in a folder of their own, which a test may add to. */
function copiedProject(): string {
  const folder = emptyFolder();
  // Measures take long to read, and are not asked about.
  const filter = (path: string): boolean => !/queries.measures./.test(path);
  const declared = ['reports/editions', 'reports/confidence.yaml', 'queries'];
  for (const part of ['package.json', 'templates/new_measure', ...declared])
    cpSync(join(projectFolder(), part), join(folder, part), { recursive: true, filter });
  mkdirSync(join(folder, 'in'));
  return folder;
}

async function outcomesOf(
  folder: string,
  serviceFolder: string | null = null,
): Promise<Receipt | undefined> {
  const project = readProject(folder, serviceFolder);
  const contracts = project.contracts.filter(({ extract }) => extract === 'outcomes');
  const { files } = findExtracts(join(folder, 'in'), ['outcomes']);
  const sources = { suppliers: project.suppliers, systems: [], on: TODAY };
  const { codes } = project;
  const all = { codes, today: TODAY, tolerance: {}, sources, progress: () => undefined };
  return (await checkAllExtracts(contracts, files, all)).receipts[0];
}

function problemsOf(act: () => unknown): unknown[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, line, column }) => [code, line, column]);
  }
}

describe('a line added to the labels file', () => {
  const files = {
    'outcomes.csv': [
      'outcome_id,child_id,outcome_date,outcome_type,court,report_proposal',
      'O1,C1,01/02/2023,Youth Cond. Caution,,',
      'O2,C2,01/02/2023,Youth Caution,,',
    ],
  };

  it('makes its label accepted, as the problem promises', async () => {
    const folder = copiedProject();
    written(join(folder, 'in'), files);
    const before = await outcomesOf(folder);
    expect(before).toMatchObject({ accepted: 1, setAside: 1, blocked: true });
    const [problem] = before?.problems ?? [];
    expect(problem).toMatchObject({ code: 'unknown-code', line: 2, column: 'outcome_type' });
    const [, line] =
      /labels\.csv in your service’s folder: (\S.*?) If it is new/.exec(
        readProblem(problem)?.fix ?? '',
      ) ?? [];
    expect(line).toBe(',outcome_type,Youth Cond. Caution,Youth Conditional Caution,,,');
    const own = emptyFolder();
    const heading = 'supplier,list,label,means,valid_from,valid_to,note';
    written(own, { 'labels.csv': [heading, line ?? ''] });
    expect(await outcomesOf(folder, own)).toMatchObject({
      accepted: 2,
      setAside: 0,
      blocked: false,
    });
  });

  it('is refused if it maps to no known label', () => {
    const folder = copiedProject();
    const path = join(folder, 'queries/suppliers/labels.csv');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').length;
    appendFileSync(
      path,
      ',outcome_type,A,No such outcome,,,\nnobody,outcome_type,A,Fine,,,\n,no_list,A,Fine,,,\n',
    );
    expect(problemsOf(() => readProject(folder))).toEqual(
      ['means', 'supplier', 'list'].map((column, at) => ['bad-label', lines + 1 + at, column]),
    );
  });
});
