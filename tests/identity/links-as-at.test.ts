// Decisions and links from quarter to quarter: what takes precedence, and what was known when.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../pipeline/domain/problem.js';
import {
  addDecision,
  readDecisions,
  type LinkDecision,
} from '../../pipeline/identity/decisions.js';
import type { Link } from '../../pipeline/identity/link.js';
import { resolveLinks, type ReleasedLink } from '../../pipeline/identity/links-as-at.js';
import { emptyFolder } from '../deliveries/folder.js';

const SAME: LinkDecision = {
  source: 'police',
  person: 'p1',
  child: 'c1',
  says: 'same',
  who: 'A, Practitioner',
  decided_on: '2024-05-01',
};
const DIFFERENT: LinkDecision = { ...SAME, says: 'different', decided_on: '2024-06-01' };
const MADE: ReleasedLink = {
  source: 'police',
  person: 'p1',
  child: 'c1',
  weight: 30,
  made_on: '2024-04-01',
  mark: 'as it was',
};

function worked(child: string, matchStatus: Link['matchStatus']): Link {
  return {
    person: 'p1',
    child,
    matchStatus,
    weight: 9,
    probability: 0.9,
    fields: [],
    reasons: [],
  };
}

function links(
  asAt: string,
  given: { worked?: Link[]; made?: ReleasedLink[]; decisions?: LinkDecision[]; mark?: string },
): string[] {
  const mark = (): string => given.mark ?? 'as it was';
  return resolveLinks(
    'police',
    asAt,
    given.worked ?? [],
    given.made ?? [],
    given.decisions ?? [],
    mark,
  ).map(({ child, status }) => `${child} ${status}`);
}

describe('links as at a day', () => {
  it('are the computed links if there is no decision', () => {
    expect(
      links('2024-07-01', { worked: [worked('c1', 'proposed'), worked('c2', 'proposed')] }),
    ).toEqual(['c1 proposed', 'c2 proposed']);
  });

  it('follow a decision in spite of any weight', () => {
    const decisions = [SAME];
    expect(links('2024-05-01', { worked: [worked('c2', 'certain')], decisions })).toEqual([
      'c1 decided',
    ]);
    expect(
      links('2024-06-01', { worked: [worked('c1', 'certain')], decisions: [DIFFERENT] }),
    ).toEqual([]);
  });

  it('follow the latest of contradicting decisions, and ignore later days', () => {
    const decisions = [DIFFERENT, SAME];
    expect(links('2024-04-30', { worked: [worked('c1', 'proposed')], decisions })).toEqual([
      'c1 proposed',
    ]);
    expect(links('2024-05-31', { worked: [worked('c1', 'proposed')], decisions })).toEqual([
      'c1 decided',
    ]);
    expect(links('2024-06-01', { worked: [worked('c1', 'proposed')], decisions })).toEqual([]);
    const again = { ...SAME, decided_on: DIFFERENT.decided_on };
    expect(links('2024-06-01', { decisions: [DIFFERENT, again] })).toEqual(['c1 decided']);
  });

  it('stay from the day they were made until either identity changes', () => {
    const given = { worked: [worked('c2', 'certain')], made: [MADE] };
    expect(links('2024-03-31', given)).toEqual(['c2 certain']);
    expect(links('2024-04-01', given)).toEqual(['c1 certain']);
    expect(links('2024-04-01', { ...given, mark: 'changed' })).toEqual(['c2 certain']);
    expect(links('2024-06-01', { ...given, decisions: [DIFFERENT] })).toEqual(['c2 certain']);
  });

  it('belong to one source only', () => {
    expect(links('2024-06-01', { made: [{ ...MADE, source: 'health' }] })).toEqual([]);
    expect(links('2024-06-01', { decisions: [{ ...SAME, source: 'health' }] })).toEqual([]);
  });
});

describe('the file of decisions', () => {
  it('only appends, and never changes existing lines', () => {
    const file = join(emptyFolder(), 'links.csv');
    expect(readDecisions(file)).toEqual([]);
    addDecision(file, SAME);
    const before = readFileSync(file, 'utf8');
    addDecision(file, DIFFERENT);
    expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
    expect(readDecisions(file)).toEqual([SAME, DIFFERENT]);
  });

  it('refuses lines that cannot be read, by line number', () => {
    const file = join(emptyFolder(), 'links.csv');
    addDecision(file, SAME);
    writeFileSync(file, `${readFileSync(file, 'utf8')}police,p1,c1,perhaps,me,1 May\n`);
    let problems: unknown;
    try {
      readDecisions(file);
    } catch (error) {
      problems = error instanceof ProblemError ? error.problems : error;
    }
    expect(problems).toMatchObject([{ code: 'bad-decision', line: 3 }]);
  });
});
