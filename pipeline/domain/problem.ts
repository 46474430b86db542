// What is wrong, where, and what a person can do about it: the shape in which every step reports problems.

/**
 * The kind of a problem. It decides the exit status:
 * `bug` 1 (ours) · `data` and `declaration` 2 (a person must correct a file) · `computer` 3 (disk, lock, browser) ·
 * `note` 0 (worth knowing, does not block).
 */
export type ProblemKind = 'bug' | 'data' | 'declaration' | 'computer' | 'note';

/** What fills a gap of a problem's text: a name, a number, several of these, or words in the reader's language. */
export type Fact = string | number | readonly (string | number | Phrase)[] | Phrase;

/** Facts by the name of the gap that they fill. */
export type Facts = Readonly<Record<string, Fact>>;

/** A part of a sentence, named by its key in the words of problems. */
export interface Phrase {
  readonly phrase: string;
  readonly facts?: Facts;
}

/**
 * One problem, in no language: its sentences stand in `templates/words/<language>/problems` under its code. It never
 * holds a child's data: no cell of an extract is ever copied into it.
 */
export interface Problem {
  readonly kind: ProblemKind;
  /** A short, stable name in kebab-case, e.g. `unknown-code`. */
  readonly code: string;
  readonly file?: string;
  /** The row number as in a spreadsheet: the heading row is usually 1. */
  readonly line?: number;
  /** The heading as the supplier wrote it. */
  readonly column?: string;
  /** Which text of its code is meant, where the code has several. */
  readonly variant?: string;
  /** What the gaps of its text are filled with. */
  readonly facts?: Facts;
  /** How many more rows have the same problem and are not listed. */
  readonly more?: number;
  /** Whether no pack can be built until it is mended, though this command went on. */
  readonly stopsPack?: boolean;
}

/** The value of a gap in a problem's text: one of its facts, or its file, line or column; undefined if it has none. */
export function findGapValue(problem: Problem, gap: string): Fact | undefined {
  const { file, line, column, facts = {} } = problem;
  if (Object.hasOwn(facts, gap)) return facts[gap];
  const place: Readonly<Record<string, string | undefined>> = {
    file,
    line: line?.toString(),
    column,
  };
  return place[gap];
}

/** Thrown when a step cannot continue; carries every problem found so far. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems.map(({ code, file, facts }) => JSON.stringify({ code, file, ...facts })).join('; '),
    );
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** Whether a problem blocks the build: every kind except a note does. */
export function isBlocking(problem: Problem): boolean {
  return problem.kind !== 'note';
}

/** The exit status for these problems: 0 built, 1 our bug, 2 a person must act, 3 this computer. */
export function exitStatus(problems: readonly Problem[]): 0 | 1 | 2 | 3 {
  const kinds = new Set(problems.map((problem) => problem.kind));
  if (kinds.has('bug')) return 1;
  if (kinds.has('data') || kinds.has('declaration')) return 2;
  return kinds.has('computer') ? 3 : 0;
}
