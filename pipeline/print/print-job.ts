// A document to print → the file that is handed out, or why there is none.
import type { Language } from '../domain/language.js';
import type { Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';

/** A document to print. `name` stands in problems, and its last part names the files; `dated` is the day the file says it was made. */
export interface PrintJob {
  readonly name: string;
  readonly html: string;
  readonly language: Language;
  readonly title: string;
  readonly dated: Day;
}

/** A document and the PDF that was printed of it. */
export interface PrintedDocument {
  readonly job: PrintJob;
  readonly pdf: Uint8Array;
}

/** What a document is that could not be printed. */
export function printFailure({ name }: Pick<PrintJob, 'name'>): Problem {
  return {
    kind: 'computer',
    code: 'not-printed',
    file: name,
  };
}
