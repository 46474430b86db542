// The files and checked rows of an extract → its receipt: row counts, problems, and whether it may be used.
import type { ExtractCheck } from '../contracts/check.js';
import type { Contract } from '../contracts/contract.js';
import { isBlocking, type Problem } from '../domain/problem.js';
import type { System } from '../domain/system.js';
import type { FileReport } from '../extracts/extract-file.js';
import type { ExtractSource } from './source-systems.js';

/** The result for one extract. `received` is always `accepted` + `setAside`; no row of a refused file is accepted. */
export interface Receipt {
  readonly contract: Contract;
  /** Only if a service has several case systems: the one it came from, and its mark in the store. */
  readonly system?: System;
  readonly mark?: string;
  readonly files: readonly { readonly name: string; readonly report: FileReport }[];
  /** By column, its heading in the last of the files. */
  readonly headings: Readonly<Record<string, string>>;
  readonly received: number;
  readonly accepted: number;
  readonly setAside: number;
  /** Whether it may not be used; then no extract is stored. */
  readonly blocked: boolean;
  readonly problems: readonly Problem[];
}

/** Problems that block an extract even in one row, because the number of affected rows cannot be known. */
const BLOCKING_CODES = new Set([
  'missing-column',
  'duplicate-heading',
  'foreign-letter',
  'unknown-code',
  'bare-code',
  'american-date',
]);

/** The receipt of an extract whose files were read and whose rows were checked and linked. */
export function buildReceipt(
  source: ReceiptSource,
  check: ExtractCheck,
  files: Receipt['files'],
  tolerance = source.contract.tolerance,
): Receipt {
  const received = sum(files.map(({ report }) => report.received));
  const found = [...files.flatMap(({ report }) => report.problems), ...check.listProblems()];
  const refused = files.some(({ report }) => report.refused);
  const counts = refused ? { accepted: 0, setAside: received } : countRows(check, files, received);
  const totals = sum(files.map(({ report }) => report.totals));
  const blocked =
    refused ||
    counts.setAside - totals - check.skipped > tolerance ||
    found.some(({ code }) => BLOCKING_CODES.has(code));
  const problems = blocked
    ? found
    : found.map((problem) => ({ ...problem, kind: 'note' as const }));
  const { headings } = check;
  return { ...selectSource(source), files, headings, received, ...counts, blocked, problems };
}

/** The counts if nothing was read. */
const NO_ROWS = { files: [], headings: {}, received: 0, accepted: 0, setAside: 0 };

/** The extract, and the case system it comes from. */
type ReceiptSource = Pick<Receipt, 'contract' | 'system' | 'mark'>;

function selectSource({ contract, system, mark }: ReceiptSource): ReceiptSource {
  return { contract, ...(system ? { system } : {}), ...(mark === undefined ? {} : { mark }) };
}

/** The name of a delivery while it is ingested: `extract`, or `extract@mark` if its system is not the first. */
export function deliveryName(
  extract: string,
  { mark }: { readonly mark?: string | undefined },
): string {
  return mark === undefined ? extract : `${extract}@${mark}`;
}

/** The receipt of files whose case system is unknown: none of their rows is read. */
export function buildUnknownSystemReceipt({
  contract,
  files,
}: Pick<ExtractSource, 'contract' | 'files'>): Receipt {
  const problems = files.map(({ name }) => ({
    kind: 'data' as const,
    code: 'which-system',
    file: name,
  }));
  return { contract, ...NO_ROWS, blocked: true, problems };
}

/** Whether one of its files was refused: the number of its records is unknown, and none is accepted. */
export function isRefused({ files }: Receipt): boolean {
  return files.some(({ report }) => report.refused);
}

function countRows(
  { contract, accepted, setAside, skipped }: ExtractCheck,
  files: Receipt['files'],
  received: number,
): Pick<Receipt, 'accepted' | 'setAside'> {
  const aside = setAside + skipped + sum(files.map(({ report }) => report.ragged + report.totals));
  if (received !== accepted + aside)
    throw new Error(`${contract.extract}: ${received} rows received, ${accepted} + ${aside} known`);
  return { accepted, setAside: aside };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}

/** The receipt of an extract for which no file came. */
export function buildMissingReceipt(source: ReceiptSource): Receipt {
  const { extract, required } = source.contract;
  const problem: Problem = {
    kind: required ? 'data' : 'note',
    code: 'missing-extract',
    file: extract,
    ...(source.system
      ? { variant: 'from-system', facts: { system: source.system.name.en } }
      : { variant: 'any' }),
  };
  return { ...selectSource(source), ...NO_ROWS, blocked: isBlocking(problem), problems: [problem] };
}
