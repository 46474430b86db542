// The board's registers: which entries a pack shows, which are overdue, and which actions are stalled.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findStalledActions } from '../../pipeline/commentary/memory.js';
import { viewMemory } from '../../pipeline/commentary/memory-view.js';
import { readRegisters, type Registers } from '../../pipeline/commentary/registers.js';
import { findQuarter } from '../../pipeline/domain/period.js';
import { nameableMeasures, quotables, rowContext } from './sample.js';
import { readProblem } from '../problems/words.js';

const HEADS =
  'id,opened_quarter,owner_en,owner_cy,action_en,action_cy,measures,due_quarter,status,closed_quarter';
const NOW = findQuarter('2023-03-31');
const NO_NAMES = { measures: new Map(), editions: new Set<string>() };
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** Actions from lines of id, opened, measures, due, status and closed. */
function register(...lines: readonly (readonly string[])[]): Registers {
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-registers-'));
  made.push(folder);
  const rows = lines.map(
    ([id = '', opened = '', measures = '', due = '', status = '', closed = '']) =>
      [
        id,
        opened,
        'Owner',
        'Perchennog',
        `Do ${id}`,
        `Gwneud ${id}`,
        measures,
        due,
        status,
        closed,
      ].join(),
  );
  writeFileSync(join(folder, 'actions.csv'), `\uFEFF${[HEADS, ...rows].join('\r\n')}\r\n`);
  return readRegisters(folder, {
    measures: nameableMeasures(),
    editions: new Set(['board', 'public']),
  });
}

describe('a register', () => {
  it('is empty if its file does not exist', () => {
    const { actions, risks, decisions, problems } = readRegisters('/no/such/folder', NO_NAMES);
    expect([actions, risks, decisions, problems].flat()).toEqual([]);
  });

  it.each([
    ['a quarter that is none', ['A1', '2022-24 Q1', '', '2023-24 Q1', 'open'], 'opened_quarter'],
    ['an unknown status', ['A1', '2022-23 Q1', '', '2023-24 Q1', 'late'], 'status'],
    ['an unknown measure', ['A1', '2022-23 Q1', 'nothing', '2023-24 Q1', 'open'], 'nothing'],
    [
      'an open line that is closed',
      ['A1', '2022-23 Q1', '', '2023-24 Q1', 'open', '2022-23 Q4'],
      'do not agree',
    ],
    [
      'a done line that is not closed',
      ['A1', '2022-23 Q1', '', '2023-24 Q1', 'done'],
      'do not agree',
    ],
  ])('refuses %s, with its line', (_, line, said) => {
    const { problems } = register(['A0', '2022-23 Q1', '', '2023-24 Q1', 'open'], line);
    expect(problems).toMatchObject([{ kind: 'data', file: 'actions.csv', line: 3 }]);
    expect(readProblem(problems[0])?.what).toContain(said);
  });

  it('refuses unknown headings and a repeated number', () => {
    const folder = mkdtempSync(join(tmpdir(), 'boardpack-registers-'));
    made.push(folder);
    writeFileSync(join(folder, 'risks.csv'), 'id,risk\nR1,Rain\n');
    expect(readRegisters(folder, NO_NAMES).problems).toMatchObject([{ line: 1 }]);
    const line = ['A1', '2022-23 Q1', '', '2023-24 Q1', 'open'];
    expect(register(line, line).problems.map((each) => readProblem(each).what)).toEqual([
      'The number A1 is used twice.',
    ]);
  });
});

describe('the page of registers', () => {
  const registers = (): Registers =>
    register(
      ['later', '2023-24 Q1', '', '2023-24 Q4', 'open'],
      ['gone', '2021-22 Q1', '', '2021-22 Q4', 'done', '2022-23 Q3'],
      [
        'kept',
        '2021-22 Q4',
        'first_time_entrants;children_sentenced_to_custody',
        '2022-23 Q4',
        'open',
      ],
      ['ended', '2021-22 Q4', 'children_worked_with', '2022-23 Q2', 'done', '2022-23 Q4'],
      ['young', '2022-23 Q1', 'children_worked_with', '2023-24 Q4', 'done', '2023-24 Q1'],
    );

  it('shows entries that are open or closed in its quarter, with the change in their figures', () => {
    const view = viewMemory(registers(), NOW, rowContext('en', 0));
    expect(view?.tables).toHaveLength(1);
    expect(
      view?.tables[0]?.rows.map(({ id, when, overdue, figures }) => [id, when, overdue, figures]),
    ).toEqual([
      [
        'kept',
        ['Opened 2021-22 Q4'],
        'Overdue: due 2022-23 Q4',
        [
          'First-time entrants: 28, from 31 when opened; no clear change on the year before',
          'Children sentenced to custody: 4, from 2 when opened; too few to tell',
        ],
      ],
      [
        'ended',
        ['Opened 2021-22 Q4', 'Done 2022-23 Q4'],
        null,
        ['Children worked with: 130, from 174 when opened; clearly lower than the year before'],
      ],
      [
        'young',
        ['Opened 2022-23 Q1', 'Due 2023-24 Q4'],
        null,
        ['Children worked with: 130, from 174 when opened; too early to judge'],
      ],
    ]);
  });

  it('prints no number that the public edition suppresses, in either language', () => {
    const view = viewMemory(registers(), NOW, rowContext('cy', 5));
    expect(view?.tables[0]?.rows[0]?.figures[1]).toBe(
      'Plant a ddedfrydwyd i’r ddalfa: nifer wedi’i guddio',
    );
  });
});

describe('finding stalled actions', () => {
  const unmoved = (...lines: readonly (readonly string[])[]): string[] =>
    findStalledActions(register(...lines), NOW, quotables('en', 'board')).map(({ id }) => id);

  it('lists open actions that had a year to work and no measure that moved as intended', () => {
    expect(
      unmoved(
        ['still', '2021-22 Q4', 'first_time_entrants', '2023-24 Q4', 'open'],
        ['moved', '2021-22 Q4', 'first_time_entrants;children_worked_with', '2023-24 Q4', 'open'],
        ['early', '2022-23 Q1', 'first_time_entrants', '2023-24 Q4', 'open'],
        ['small', '2021-22 Q4', 'children_sentenced_to_custody', '2023-24 Q4', 'open'],
        ['ended', '2021-22 Q4', 'first_time_entrants', '2022-23 Q4', 'done', '2022-23 Q4'],
        ['untied', '2021-22 Q4', '', '2023-24 Q4', 'open'],
      ),
    ).toEqual(['still']);
  });

  it('does not list an action whose measure is suppressed', () => {
    const line = ['A', '2021-22 Q4', 'children_sentenced_to_custody', '2023-24 Q4', 'open'];
    expect(findStalledActions(register(line), NOW, quotables('en', 'public'))).toEqual([]);
  });
});
