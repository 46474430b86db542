// actions.csv with what asked for each action → the page of what was asked for and what was done.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { viewProgress } from '../../pipeline/commentary/memory-view.js';
import { readRegisters, type Registers } from '../../pipeline/commentary/registers.js';
import { findQuarter } from '../../pipeline/domain/period.js';
import { readProblem } from '../problems/words.js';
import { nameableMeasures, rowContext } from './sample.js';

const HEADS =
  'id,opened_quarter,owner_en,owner_cy,action_en,action_cy,measures,due_quarter,status,closed_quarter';
const NOW = findQuarter('2023-03-31');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

describe('what was asked for and what was done', () => {
  const COLUMNS = 'source,source_en,source_cy,recommendation,progress_en,progress_cy,agreed_on';
  /** Actions from lines of id, opened, measures, due, status, closed and the further columns, in their order. */
  function asked(...lines: readonly string[]): Registers {
    const folder = mkdtempSync(join(tmpdir(), 'boardpack-registers-'));
    made.push(folder);
    const rows = lines.map((line) => {
      const [id = '', ...others] = line.split(',');
      return [id, others[0], 'Owner', 'Perchennog', `Do ${id}`, `Gwneud ${id}`, ...others.slice(1)];
    });
    const text = [`${HEADS},${COLUMNS},first_due_quarter`, ...rows.map((row) => row.join())];
    writeFileSync(join(folder, 'actions.csv'), `${text.join('\n')}\n`);
    return readRegisters(folder, { measures: nameableMeasures(), editions: new Set() });
  }

  const INSPECTION = 'inspection,Inspection of 2020,Arolygiad 2020';
  const registers = (): Registers =>
    asked(
      `ten,2020-21 Q1,first_time_entrants,2021-22 Q4,done,2021-22 Q4,${INSPECTION},10,,,,`,
      `nine,2020-21 Q1,first_time_entrants,2023-24 Q4,open,,${INSPECTION},9,All met,Cwrddwyd,2020-05-01,2022-23 Q1`,
      'own,2021-22 Q1,children_worked_with,2022-23 Q4,done,2022-23 Q4,board,The board,Y bwrdd,,,,,',
      'bare,2021-22 Q1,children_worked_with,2022-23 Q4,done,2022-23 Q4,,,,,,,,',
      `later,2023-24 Q1,children_worked_with,2023-24 Q4,open,,${INSPECTION},11,,,,`,
    );

  it('has a table for each source, by the number of the recommendation, with what ended before', () => {
    const view = viewProgress(registers(), NOW, rowContext('en', 0));
    expect(view?.tables.map(({ title }) => title)).toEqual(['Inspection of 2020', 'The board']);
    expect(view?.tables[0]?.rows.map(({ id, under, when }) => ({ id, under, when }))).toEqual([
      {
        id: '9',
        under: ['Owner', 'Progress: All met'],
        when: ['Agreed day 2020-05-01', 'Due 2023-24 Q4', 'Moved: first due 2022-23 Q1'],
      },
      {
        id: '10',
        under: ['Owner'],
        when: ['Opened 2020-21 Q1', 'Done 2021-22 Q4'],
      },
    ]);
  });

  it('says of an action that is done that no figure moved, where one was tested and did not', () => {
    const view = viewProgress(registers(), NOW, rowContext('en', 0));
    expect(view?.tables.map(({ rows }) => rows.map(({ unmoved }) => unmoved))).toEqual([
      [null, 'Done, but no figure has moved as intended.'],
      [null],
    ]);
  });

  it('withholds a note of progress with a small number from an edition that hides', () => {
    const noted = asked(
      `a,2020-21 Q1,,2023-24 Q4,open,,${INSPECTION},9,Seen by three children,Gwelwyd tri phlentyn,,`,
    );
    const [one, other] = [5, 0].map(
      (below) => viewProgress(noted, NOW, rowContext('en', below))?.tables[0]?.rows[0]?.under[1],
    );
    expect(one).not.toContain('three children');
    expect(other).toBe('Progress: Seen by three children');
  });

  it('is not there where no action names a source', () => {
    const bare = asked('bare,2021-22 Q1,,2022-23 Q4,open,,,,,,,,,');
    expect(viewProgress(bare, NOW, rowContext('en', 0))).toBeNull();
  });

  it.each([
    ['a source without a name', 'a,2021-22 Q1,,2022-23 Q4,open,,plan,,,,,,,'],
    ['a name without a source', 'a,2021-22 Q1,,2022-23 Q4,open,,,The plan,Y cynllun,,,,,'],
    ['a recommendation of nobody', 'a,2021-22 Q1,,2022-23 Q4,open,,,,,4,,,,'],
  ])('refuses %s', (_, line) => {
    expect(asked(line).problems.map((each) => readProblem(each).what)).toEqual([
      'source, source_en and source_cy are not all given, or a recommendation has no source.',
    ]);
  });

  it.each([
    ['a kind of source that is none', 'a,2021-22 Q1,,2022-23 Q4,open,,press,A,B,,,,,'],
    ['a day that is none', 'a,2021-22 Q1,,2022-23 Q4,open,,,,,,,,31/12/2021,'],
    ['a first quarter that is none', 'a,2021-22 Q1,,2022-23 Q4,open,,,,,,,,,2021'],
  ])('refuses %s', (_, line) => {
    expect(asked(line).problems).toHaveLength(1);
  });
});
