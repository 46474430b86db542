// A problem → its sentences in English, for tests that hold a problem to what it says.
import { projectFolder } from '../../pipeline/config/project.js';
import { readProblemWords } from '../../pipeline/config/read-problem-words.js';
import type { Problem } from '../../pipeline/domain/problem.js';
import {
  describeProblem,
  type ProblemText,
  type ProblemWords,
} from '../../pipeline/domain/problem-words.js';

/** The words of problems in both languages. */
export const PROBLEM_WORDS: Readonly<Record<'en' | 'cy', ProblemWords>> = {
  en: readProblemWords(projectFolder(), 'en'),
  cy: readProblemWords(projectFolder(), 'cy'),
};

/** What a problem says in English; undefined where there is none. */
export function readProblem(problem: Problem): ProblemText;
export function readProblem(problem: Problem | undefined): ProblemText | undefined;
export function readProblem(problem: Problem | undefined): ProblemText | undefined {
  return problem && describeProblem(problem, PROBLEM_WORDS.en);
}
