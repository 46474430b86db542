// The terminal of this run → questions that a person answers, or nothing where nobody is there.
import { createInterface } from 'node:readline/promises';
import type { Prompt } from '../setup/answers.js';
import { badArgument } from './arguments.js';
import type { Terminal } from './print.js';

/** Null where nobody is at the terminal. A question left without an answer throws `ProblemError` of this variant. */
export function openPrompt({ err }: Terminal, unanswered: string): Prompt | null {
  if (!process.stdin.isTTY) return null;
  return {
    say: err,
    ask: (question) =>
      new Promise((answer, stop) => {
        const asking = createInterface({ input: process.stdin, output: process.stderr });
        asking.once('close', () => {
          stop(badArgument(unanswered));
        });
        asking.question(question).then((text) => {
          answer(text);
          asking.close();
        }, stop);
      }),
  };
}
