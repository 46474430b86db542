// A case study: on a page of its own for editions that hide nothing, and refused for any that hides.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../pipeline/config/settings.js';
import { findQuarter } from '../../pipeline/domain/period.js';
import { checkNarrative, readNarrative, viewNarrative } from '../../pipeline/render/commentary.js';
import { readWording } from '../../pipeline/render/words.js';
import { readProblem } from '../problems/words.js';
import { theProject } from '../project.js';
import { ProblemError, type Problem } from '../../pipeline/domain/problem.js';

const project = theProject();
const service = readSettings(join(project.folder, 'reports/service.yaml'));
const QUARTER = findQuarter('2023-03-31');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function readStory(text: string, editions = ''): ReturnType<typeof readNarrative> {
  const commentary = mkdtempSync(join(tmpdir(), 'boardpack-story-'));
  made.push(commentary);
  mkdirSync(join(commentary, QUARTER.path));
  const front = `author: A\ndate: 2023-05-10\nlanguage: en\n${editions}`;
  writeFileSync(join(commentary, QUARTER.path, 'case-study.en.md'), `---\n${front}---\n${text}\n`);
  const settings = { ...service, commentary, registers: commentary, languages: ['en' as const] };
  return readNarrative(project, settings, QUARTER, ['entrants'], new Map());
}

function hold(narrative: ReturnType<typeof readNarrative>) {
  return { narrative, project, wording: readWording(project, service), published: [] };
}

function edition(name: string) {
  const found = project.editions.find((each) => each.name === name);
  if (!found) throw new RangeError(name);
  return found;
}

describe('a case study', () => {
  it('may say what no figure says, since its numbers are a child’s', () => {
    const narrative = readStory(
      'First-time entrants rose sharply. The child of 15 waited 14 weeks.',
    );
    expect(narrative.notes).toEqual([]);
    expect(() => {
      checkNarrative(hold(narrative), []);
    }).not.toThrow();
    const { caseStudy } = viewNarrative(hold(narrative), [], 'en', edition('board'));
    expect(JSON.stringify(caseStudy?.blocks)).toContain('waited 14 weeks');
  });

  it('is in no edition that hides, and is no section of any', () => {
    const view = viewNarrative(hold(readStory('A story.')), [], 'en', edition('public'));
    expect([view.caseStudy, view.findCommentary('entrants')]).toEqual([null, null]);
  });

  it('is refused where it names an edition that hides', () => {
    expect(
      catchProblems(() => readStory('A story.', 'editions: [board, public]\n')).map(readWhat),
    ).toEqual(['A case study is for editions that hide nothing, and public hides small numbers.']);
    expect(readStory('A story.', 'editions: [board]\n').notes).toEqual([]);
  });

  it('is refused for a figure that does not exist, as any text is', () => {
    const narrative = readStory('It is {{figure nothing}}.');
    const problems = catchProblems(() => {
      checkNarrative(hold(narrative), []);
    });
    expect(problems.map(({ code }) => code)).toEqual(['unknown-figure']);
  });
});

function catchProblems(act: () => unknown): readonly Problem[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

function readWhat(problem: Problem): string {
  return readProblem(problem).what;
}
