// Texts and the editions of a project → what is wrong in how they name editions, and which the public will not see.
import type { Edition } from '../disclosure/edition.js';
import type { Problem } from '../domain/problem.js';
import { CASE_STUDY, type Commentary } from './file.js';
import type { Registers } from './registers.js';

/** Refuses an edition that is none, and two languages of a section that are for different editions. */
export function findEditionProblems(
  commentaries: readonly Commentary[],
  names: ReadonlySet<string>,
): Problem[] {
  return commentaries.flatMap((each, at) => {
    const unknown = (each.editions ?? []).filter((name) => !names.has(name));
    const isUnlike = commentaries
      .slice(0, at)
      .some(
        ({ section, editions }) => section === each.section && !isSame(editions, each.editions),
      );
    return [
      ...unknown.map((name) => rejectEditions(each, 'no-edition', name)),
      ...(isUnlike ? [rejectEditions(each, 'other-editions')] : []),
    ];
  });
}

/** Refuses a case study for an edition that hides: the story of a child is no public text, whoever has read it. */
export function findStoryProblems(
  commentaries: readonly Commentary[],
  editions: readonly Edition[],
): Problem[] {
  const hiding = new Set(
    editions
      .filter(({ hide_below }) => hide_below > 0)
      .flatMap(({ name, formerly }) => [name, ...(formerly ?? [])]),
  );
  return commentaries
    .filter(({ section }) => section === CASE_STUDY)
    .flatMap((each) =>
      (each.editions ?? [])
        .filter((name) => hiding.has(name))
        .map((name) => rejectEditions(each, 'case-study', name)),
    );
}

/**
 * Notes each commentary, and each register with open lines, that does not say whom it is for: editions that hide do not
 * carry it. None where no edition hides.
 */
export function noteBoardOnlyTexts(
  commentaries: readonly Commentary[],
  { actions, risks, decisions }: Registers,
  editions: readonly Edition[],
): Problem[] {
  if (editions.every(({ hide_below }) => hide_below === 0)) return [];
  const registers = { 'actions.csv': actions, 'risks.csv': risks, 'decisions.csv': decisions };
  const files = [
    ...commentaries
      .filter(({ section, editions: named }) => named === null && section !== CASE_STUDY)
      .map(({ file }) => file),
    ...Object.entries(registers)
      .filter(([, entries]) => entries.some((each) => each.editions === null))
      .map(([file]) => file),
  ];
  return files.map((file) => ({
    kind: 'note',
    code: 'board-only-text',
    file,
  }));
}

function isSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  const write = (names: readonly string[] | null): string => JSON.stringify(names?.toSorted());
  return write(one) === write(other);
}

function rejectEditions(
  { file }: Commentary,
  variant: 'no-edition' | 'other-editions' | 'case-study',
  name = '',
): Problem {
  return { kind: 'data', code: 'bad-front-matter', variant, file, line: 1, facts: { name } };
}
