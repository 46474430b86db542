// What came of an extract's files and rows → its receipt: how many rows, what is wrong, whether it may be used.
import type { ExtractCheck } from '../contracts/check.js';
import type { Contract } from '../contracts/contract.js';
import { isBlocking, type Problem } from '../domain/problem.js';
import type { System } from '../domain/system.js';
import type { Reading } from '../extracts/extract-file.js';
import type { Sender } from './source-systems.js';

/** What came of one extract. `received` is `accepted` plus `setAside`, always; of a file that is refused no row is accepted. */
export interface Receipt {
  readonly contract: Contract;
  /** Only where a service has several case systems: which of them it came from, and its mark in the store. */
  readonly system?: System;
  readonly mark?: string;
  readonly files: readonly { readonly name: string; readonly reading: Reading }[];
  /** By column, its heading in the last of the files. */
  readonly headings: Readonly<Record<string, string>>;
  readonly received: number;
  readonly accepted: number;
  readonly setAside: number;
  /** Whether it may not be used: then nothing is. */
  readonly stopped: boolean;
  readonly problems: readonly Problem[];
}

/** A fault in these stops an extract however few rows have it: nobody can say how many more were meant. */
const STOPPING = new Set([
  'missing-column',
  'duplicate-heading',
  'foreign-letter',
  'unknown-code',
  'american-date',
]);

/** The receipt of an extract whose files were read and whose rows were checked and linked. */
export function receiptOf(
  sender: From,
  check: ExtractCheck,
  files: Receipt['files'],
  tolerance = sender.contract.tolerance,
): Receipt {
  const received = sum(files.map(({ reading }) => reading.received));
  const found = [...files.flatMap(({ reading }) => reading.problems), ...check.listProblems()];
  const refused = files.some(({ reading }) => reading.refused);
  const counts = refused ? { accepted: 0, setAside: received } : countsOf(check, files, received);
  const totals = sum(files.map(({ reading }) => reading.totals));
  const stopped =
    refused || counts.setAside - totals > tolerance || found.some(({ code }) => STOPPING.has(code));
  const problems = stopped
    ? found
    : found.map((problem) => ({ ...problem, kind: 'note' as const }));
  const { headings } = check;
  return { ...fromOf(sender), files, headings, received, ...counts, stopped, problems };
}

/** What came where nothing was read. */
const NOTHING = { files: [], headings: {}, received: 0, accepted: 0, setAside: 0 };

/** Whose extract it is. */
type From = Pick<Receipt, 'contract' | 'system' | 'mark'>;

function fromOf({ contract, system, mark }: From): From {
  return { contract, ...(system ? { system } : {}), ...(mark === undefined ? {} : { mark }) };
}

/** What an extract is called on its way: after the case system too, where that is not the first. */
export function deliveryName(
  extract: string,
  { mark }: { readonly mark?: string | undefined },
): string {
  return mark === undefined ? extract : `${extract}@${mark}`;
}

/** The receipt of files of which nobody says which case system's they are: none of their rows is read. */
export function ofNoSystem({ contract, files }: Pick<Sender, 'contract' | 'files'>): Receipt {
  const problems = files.map(({ name }) => ({
    kind: 'data' as const,
    code: 'which-system',
    file: name,
    what: `nothing says which case system ${name} comes from, and its numbers mean something else in each`,
    fix: 'Put it into the folder named after its system, or put that name into its own: outcomes_core_2022-23.csv.',
  }));
  return { contract, ...NOTHING, stopped: true, problems };
}

/** Whether a file of it was refused whole: how many records that holds nobody can say, and none is accepted. */
export function isRefused({ files }: Receipt): boolean {
  return files.some(({ reading }) => reading.refused);
}

function countsOf(
  { contract, accepted, setAside }: ExtractCheck,
  files: Receipt['files'],
  received: number,
): Pick<Receipt, 'accepted' | 'setAside'> {
  const aside = setAside + sum(files.map(({ reading }) => reading.ragged + reading.totals));
  if (received !== accepted + aside)
    throw new Error(`${contract.extract}: ${received} rows received, ${accepted} + ${aside} known`);
  return { accepted, setAside: aside };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}

/** The receipt of an extract for which no file came. */
export function nothingCame(sender: From): Receipt {
  const { extract, required } = sender.contract;
  const of = sender.system ? ` from ${sender.system.name.en}` : '';
  const problem: Problem = {
    kind: required ? 'data' : 'note',
    code: 'missing-extract',
    file: extract,
    what: `no file came for the extract ${extract}${of}`,
    fix: `Export it as ${extract}.csv or ${extract}.xlsx into the folder of extracts; with no records, send the heading row alone.`,
  };
  return { ...fromOf(sender), ...NOTHING, stopped: isBlocking(problem), problems: [problem] };
}
