// What a person chose for each heading or label → decisions, or what is wrong with the choice.
import { normaliseLabel } from '../contracts/codes.js';
import { normaliseHeading } from '../contracts/headings.js';
import type { MappingDecision } from '../contracts/mapping-file.js';
import type { Day } from '../domain/period.js';
import { ProblemError, type Facts, type Problem } from '../domain/problem.js';
import type { MappingItem } from './list-items.js';

/** A choice: an item by its id, and what it means; null for the nearest. */
export interface MappingChoice {
  readonly item: MappingItem;
  readonly means: string | null;
}

/** Who decided, and when. */
export interface Decider {
  readonly on: Day;
  readonly by: string;
}

/**
 * Makes a decision of each choice. Throws `ProblemError` with every choice that cannot be: of what is not on the list, of
 * the nearest where nothing is near, and of a text that may be a child's own.
 */
export function makeDecisions(
  choices: readonly MappingChoice[],
  { on, by }: Decider,
): MappingDecision[] {
  const made = choices.map(({ item, means }) => {
    const target = means === null ? item.nearest[0] : findChoice(item, means);
    if (!item.writable) return describeBadChoice(item, 'unwritable');
    if (target === undefined) return describeUnknownTarget(item, means);
    return { ...item.subject, means: target, decided_on: on, decided_by: by } as MappingDecision;
  });
  const problems = made.filter((each): each is Problem => 'code' in each);
  if (problems.length > 0) throw new ProblemError(problems);
  return made.filter((each): each is MappingDecision => !('code' in each));
}

/** The name that a person means, however it is spelt. */
export function findChoice({ subject, choices }: MappingItem, text: string): string | undefined {
  const normalise = subject.kind === 'heading' ? normaliseHeading : normaliseLabel;
  const wanted = normalise(text);
  const exact = choices.find(({ name }) => normalise(name) === wanted);
  const spelt = choices.find(({ spellings }) =>
    spellings.some((each) => normalise(each) === wanted),
  );
  return (exact ?? spelt)?.name;
}

function describeUnknownTarget(item: MappingItem, means: string | null): Problem {
  if (means === null) return describeBadChoice(item, 'nothing-near');
  const { list, extract, kind } = item.subject;
  return kind === 'heading'
    ? describeBadChoice(item, 'no-column', { typed: means, extract })
    : describeBadChoice(item, 'no-label', { typed: means, list });
}

function describeBadChoice(
  { id, shown }: MappingItem,
  variant: string,
  facts: Facts = {},
): Problem {
  const item = shown === null ? id : `${id} (${shown})`;
  return { kind: 'declaration', code: 'bad-choice', variant, facts: { item, ...facts } };
}
