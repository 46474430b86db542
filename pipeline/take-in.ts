// Files of extracts → checked rows on their way to the store, a receipt for each extract, and every problem found.
import { ExtractCheck, type Keys } from './contracts/check.js';
import type { CodeList } from './contracts/codes.js';
import type { Contract } from './contracts/contract.js';
import { isHeading } from './contracts/headings.js';
import type { Incoming } from './deliveries/store.js';
import type { Spool } from './deliveries/spool.js';
import type { Day } from './domain/period.js';
import { stops, type Problem } from './domain/problem.js';
import { readExtract } from './extracts/read.js';
import type { ExtractFile, Reading } from './extracts/received.js';
import type { Pseudonymise } from './identity/pseudonym.js';

/** What came of one extract. `received` is `accepted` plus `setAside`, always; of a file that is refused no row is accepted. */
export interface Receipt {
  readonly contract: Contract;
  readonly files: readonly { readonly name: string; readonly reading: Reading }[];
  readonly received: number;
  readonly accepted: number;
  readonly setAside: number;
  /** Whether it may not be used: then nothing is. */
  readonly stopped: boolean;
  readonly problems: readonly Problem[];
}

/** What taking in needs besides files. Without a store the rows are only checked. */
export interface TakeInContext {
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly today: Day;
  readonly tolerance: Readonly<Record<string, number>>;
  readonly store: { readonly incoming: Incoming; readonly pseudonymise: Pseudonymise } | null;
  /** Told as each extract begins. */
  readonly progress: (what: string) => void;
}

/** A fault in these stops an extract however few rows have it: nobody can say how many more were meant. */
const STOPPING = new Set(['missing-column', 'duplicate-heading', 'unknown-code']);

/**
 * Checks every extract, each after those it refers to, so that all problems are known before anything stops. Filled
 * spools are left to the caller, who keeps them only if no receipt is stopped.
 */
export async function takeIn(
  contracts: readonly Contract[],
  files: readonly ExtractFile[],
  context: TakeInContext,
): Promise<{ receipts: Receipt[]; spools: ReadonlyMap<string, Spool> }> {
  const keys = new Map<string, Keys>();
  const spools = new Map<string, Spool>();
  const receipts: Receipt[] = [];
  for (const contract of contracts) {
    context.progress(contract.extract);
    const own = files.filter(({ extract }) => extract === contract.extract);
    if (own.length === 0) {
      receipts.push(nothingCame(contract));
      continue;
    }
    const check = new ExtractCheck(contract, { codes: context.codes, keys, today: context.today });
    const readings = await readFiles(own, check, openWriter(contract, context, spools));
    const receipt = receiptOf(contract, check, readings, context.tolerance[contract.extract]);
    receipts.push(receipt);
    // The rows of an extract that stopped are no guide: references to it are not held against others.
    if (!receipt.stopped) keys.set(contract.extract, check.keys);
  }
  return { receipts, spools };
}

async function readFiles(
  files: readonly ExtractFile[],
  check: ExtractCheck,
  write: ((row: readonly (string | null)[]) => void) | null,
): Promise<Receipt['files']> {
  const readings: { name: string; reading: Reading }[] = [];
  for (const file of files) {
    const reading = await readExtract(file, (cells) => isHeading(check.contract, cells), {
      heading: (cells, line) => {
        check.heading(cells, file.name, line);
      },
      rows: (batch) => {
        for (const { cells, line } of batch) {
          const row = check.row(cells, line);
          if (row && write) write(row);
        }
      },
    });
    readings.push({ name: file.name, reading });
  }
  return readings;
}

/** Where accepted rows are written; nowhere when they are only checked. */
function openWriter(
  contract: Contract,
  { store }: TakeInContext,
  spools: Map<string, Spool>,
): ((row: readonly (string | null)[]) => void) | null {
  if (!store) return null;
  const spool = store.incoming.spool(contract.extract);
  spools.set(contract.extract, spool);
  return writerOf(contract, spool, store.pseudonymise);
}

/** A writer of rows with the children's numbers replaced. Only pseudonyms go any further than this. */
function writerOf(
  contract: Contract,
  spool: Spool,
  pseudonymise: Pseudonymise,
): (row: readonly (string | null)[]) => void {
  const isChild = contract.kept.map(({ type }) => type === 'child');
  const outgoing = new Array<string | null>(isChild.length);
  return (row) => {
    for (let at = 0; at < outgoing.length; at += 1) {
      const cell = row[at] ?? null;
      outgoing[at] = cell !== null && isChild[at] === true ? pseudonymise(cell) : cell;
    }
    spool.write(outgoing);
  };
}

function receiptOf(
  contract: Contract,
  check: ExtractCheck,
  files: Receipt['files'],
  tolerance = contract.tolerance,
): Receipt {
  const received = sum(files.map(({ reading }) => reading.received));
  const found = [...files.flatMap(({ reading }) => reading.problems), ...check.problems()];
  const refused = files.some(({ reading }) => reading.refused);
  const counts = refused ? { accepted: 0, setAside: received } : countsOf(check, files, received);
  const stopped =
    refused || counts.setAside > tolerance || found.some(({ code }) => STOPPING.has(code));
  const problems = stopped
    ? found
    : found.map((problem) => ({ ...problem, kind: 'note' as const }));
  return { contract, files, received, ...counts, stopped, problems };
}

function countsOf(
  { contract, accepted, setAside }: ExtractCheck,
  files: Receipt['files'],
  received: number,
): Pick<Receipt, 'accepted' | 'setAside'> {
  const aside = setAside + sum(files.map(({ reading }) => reading.ragged));
  if (received !== accepted + aside)
    throw new Error(`${contract.extract}: ${received} rows received, ${accepted} + ${aside} known`);
  return { accepted, setAside: aside };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}

function nothingCame(contract: Contract): Receipt {
  const { extract, required } = contract;
  const problem: Problem = {
    kind: required ? 'data' : 'note',
    code: 'missing-extract',
    file: extract,
    what: `no file came for the extract ${extract}`,
    fix: `Export it as ${extract}.csv or ${extract}.xlsx into the folder of extracts; with no records, send the heading row alone.`,
  };
  const nothing = { files: [], received: 0, accepted: 0, setAside: 0 };
  return { contract, ...nothing, stopped: stops(problem), problems: [problem] };
}
