// What the browser made of a document → the file as it is handed out, and what is wrong with it.
import type { Problem } from '../domain/problem.js';
import type { PrintJob } from './pdf.js';

/** A finished file, and what is wrong with it. */
export interface Finished {
  readonly file: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Finishes and checks a document; null is one that the browser could not print. */
export type Finish = (printed: Uint8Array | null, job: PrintJob) => Promise<Finished>;

/** A document that could not be printed. */
export function unprinted({ name }: Pick<PrintJob, 'name'>): Finished {
  const problem: Problem = {
    kind: 'computer',
    code: 'not-printed',
    file: name,
    what: 'The browser could not print this document.',
    fix: 'Build it again. If it happens again, install another browser and name it in BOARDPACK_BROWSER.',
  };
  return { file: new Uint8Array(), problems: [problem] };
}
