// What was typed after --accept, or stands in a file → what is chosen for which item.
import { mappingSubject, type MappingDecision } from '../contracts/mapping-file.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { MappingChoice } from './decide.js';
import type { MappingItem } from './list-items.js';

/** The choices of texts such as `all`, `ID` and `ID=MEANING`. Throws `ProblemError` for an id that nothing has. */
export function readChoices(
  texts: readonly string[],
  items: readonly MappingItem[],
): MappingChoice[] {
  const problems: Problem[] = [];
  const choices = texts.flatMap((text): MappingChoice[] => {
    if (text === 'all') return acceptNearest(items);
    const [, id = '', means] = /^([^=]*?)\s*(?:=\s*(.*\S)\s*)?$/s.exec(text) ?? [];
    const item = items.find((each) => each.id === id.trim());
    if (item) return [{ item, means: means ?? null }];
    problems.push(describeUnknownItem(id));
    return [];
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return choices;
}

/** Every item that may be written down and has something near it, taken as the nearest. */
export function acceptNearest(items: readonly MappingItem[]): MappingChoice[] {
  return items
    .filter(({ nearest, writable }) => nearest.length > 0 && writable)
    .map((item) => ({ item, means: null }));
}

/** A line of a file of decisions: by its id, or by what it is about. */
export type ChoiceLine = Omit<MappingDecision, 'decided_on' | 'decided_by'> & {
  /** Empty where it is known by the rest alone. */
  readonly id: string;
  /** Where it stands in its file, as a spreadsheet shows it. */
  readonly line: number;
};

/**
 * The choices of the lines of a file that say what they mean. Throws `ProblemError` for a line that is about nothing that was
 * found in the extracts.
 */
export function matchChoices(
  lines: readonly ChoiceLine[],
  items: readonly MappingItem[],
  file: string,
): MappingChoice[] {
  const bySubject = new Map(items.map((item) => [mappingSubject(item.subject), item]));
  const problems: Problem[] = [];
  const choices = lines.flatMap((each): MappingChoice[] => {
    if (each.means === '') return [];
    const item = items.find(({ id }) => id === each.id) ?? bySubject.get(mappingSubject(each));
    if (item) return [{ item, means: each.means }];
    problems.push({ ...describeUnknownItem(each.id), file, line: each.line });
    return [];
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return choices;
}

function describeUnknownItem(id: string): Problem {
  const variant = id === '' ? 'nothing-here' : 'nothing-under';
  return { kind: 'declaration', code: 'bad-choice', variant, facts: { item: id } };
}
