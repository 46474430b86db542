// HTML documents → finished, checked PDFs, in the order they came, by whatever prints them.
import { Stopped } from '../domain/problem.js';
import type { Day } from '../domain/period.js';
import type { Language } from '../domain/language.js';
import { unprinted, type Finished } from './print-job.js';

/** A document to print. `name` stands in problems; `dated` is the day the file says it was made. */
export interface PrintJob {
  readonly name: string;
  readonly html: string;
  readonly language: Language;
  readonly title: string;
  readonly dated: Day;
}

/** Documents that may still be being written: one is printed while the next is drawn. */
export type Jobs = Iterable<PrintJob> | AsyncIterable<PrintJob>;

/** One document, finished, by its place among the jobs. */
export interface Printed extends Finished {
  readonly at: number;
}

/** Prints and finishes documents, and hands each over as soon as it is done, in whatever order. */
export type Print = (jobs: Jobs, hand: Hand) => Promise<void>;
/** Is given each as soon as it is done. */
export type Hand = (printed: Printed) => unknown;

/** A document and the PDF that was printed of it. */
export interface PrintedDocument {
  readonly job: PrintJob;
  readonly pdf: Uint8Array;
}

/**
 * Prints each document as a tagged PDF, and gives them in the order they came. One document gives the same bytes
 * whenever and beside whatever it is printed by one browser. Throws `Stopped` when one was not printed, or is blank,
 * untagged, without its fonts or its title.
 */
export async function printPdfs(jobs: Jobs, print: Print): Promise<PrintedDocument[]> {
  const known: PrintJob[] = [];
  const printed = new Map<number, Finished>();
  async function* noted(): AsyncGenerator<PrintJob> {
    for await (const job of jobs) {
      known.push(job);
      yield job;
    }
  }
  await print(noted(), ({ at, ...one }) => printed.set(at, one));
  const documents = known.map((job, at) => ({ job, ...(printed.get(at) ?? unprinted(job)) }));
  const problems = documents.flatMap((one) => one.problems);
  if (problems.length > 0) throw new Stopped(problems);
  return documents.map(({ job, file }) => ({ job, pdf: file }));
}
