// What is to be decided → a question each at the terminal; each choice is kept before the next question.
import { ProblemError, type Problem } from '../domain/problem.js';
import { findChoice, type MappingChoice } from '../mapping/decide.js';
import type { MappingItem } from '../mapping/list-items.js';
import type { Prompt } from '../setup/answers.js';
import { describeItem } from './map-page.js';

const HOW =
  'Enter takes the nearest, 2 or 3 another of them; type what it means otherwise; ? lists all it can mean; - asks later; q stops.';

/** Asks about each item until one answer stops it. What cannot be is described by `describe`, and asked again. */
export async function askDecisions(
  items: readonly MappingItem[],
  prompt: Prompt,
  keep: (choice: MappingChoice) => void,
  describe: (problem: Problem) => string,
): Promise<void> {
  prompt.say(HOW);
  for (const [at, item] of items.entries()) {
    prompt.say('');
    for (const line of describeItem(item)) prompt.say(line);
    const choice = await askChoice(item, `${at + 1} of ${items.length}: `, prompt, keep, describe);
    if (choice === 'stop') return;
  }
}

async function askChoice(
  item: MappingItem,
  question: string,
  prompt: Prompt,
  keep: (choice: MappingChoice) => void,
  describe: (problem: Problem) => string,
): Promise<'stop' | 'next'> {
  const typed = (await prompt.ask(question)).trim();
  if (typed === 'q') return 'stop';
  if (typed === '-' || (typed === '' && item.nearest.length === 0)) return 'next';
  if (typed === '?') {
    prompt.say(item.choices.map(({ name }) => name).join(' | '));
    return askChoice(item, question, prompt, keep, describe);
  }
  const numbered = /^[1-3]$/.test(typed) && findChoice(item, typed) === undefined;
  const means =
    typed === '' ? null : ((numbered ? item.nearest[Number(typed) - 1] : typed) ?? typed);
  try {
    keep({ item, means });
    return 'next';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const problem of error.problems) prompt.say(describe(problem));
    return item.writable ? askChoice(item, question, prompt, keep, describe) : 'next';
  }
}
