// Files of extracts → checked rows on their way to the store, a receipt for each extract, and every problem found.
import { join } from 'node:path';
import {
  findCaseSystemExtracts,
  IDENTITY_MARK,
  hasIdentity,
  type Contract,
} from '../contracts/contract.js';
import type { IdentityRecord } from '../contracts/identity-columns.js';
import { MAX_LOCATED } from '../contracts/faults.js';
import type { ExtractFile, Reading } from '../extracts/extract-file.js';
import { deliveryName, nothingCame, ofNoSystem, receiptOf, type Receipt } from './receipt.js';
import { sendersOf, type Sender, type Sent } from './source-systems.js';
import { openCheck, takeFile, type RowRules } from './ingest-file.js';
import type { Connection } from '../warehouse/connection.js';
import { ExtractRows } from '../warehouse/extract-rows.js';
import { linkRows, type Parent } from '../warehouse/links.js';

/** What taking in needs besides files. */
export interface TakeInContext extends Omit<RowRules, 'contract'> {
  readonly tolerance: Readonly<Record<string, number>>;
  /** By whose headings and labels files are read, beside those of the contracts and codes. */
  readonly sent?: Sent;
  /** Where the rows of an extract are linked to each other and to those of the extracts before it. */
  readonly database: Connection;
  /** A folder for rows on their way; the caller removes it, whatever happens. */
  readonly room: string;
  /** Told as each extract begins. */
  readonly progress: (what: string) => void;
}

/** What came of every extract, and the rows of those that may be used, as Parquet by extract, or extract and system. */
export interface TakenIn {
  readonly receipts: readonly Receipt[];
  readonly parquets: ReadonlyMap<string, string>;
  /** Who the accepted rows of those that may be used are of. */
  readonly who: readonly IdentityRecord[];
}

/**
 * Checks every extract, each after those it refers to, so that all problems are known before anything stops. The rows
 * of an extract that stopped are no guide: references to it are not held against others. Records of a case system refer
 * to that system's own.
 */
export async function takeIn(
  contracts: readonly Contract[],
  files: readonly ExtractFile[],
  context: TakeInContext,
): Promise<TakenIn> {
  const fromSystem = findCaseSystemExtracts(contracts);
  const parents = new Map<string, Parent>();
  const receipts: Receipt[] = [];
  const who: IdentityRecord[] = [];
  for (const contract of contracts) {
    context.progress(contract.extract);
    const isFromSystem = fromSystem.has(contract.extract);
    const senders = sendersOf(contract, files, context.codes, context.sent, isFromSystem);
    for (const sender of senders) {
      const { receipt, rows, said } = await receiptFrom(sender, context, parents);
      receipts.push(receipt);
      if (rows !== null && !receipt.stopped) {
        who.push(...(await ofAccepted(rows, said)));
        const of = deliveryName(contract.extract, sender);
        const parquet = await write(rows, receipt.accepted, join(context.room, `${of}.parquet`));
        parents.set(of, { parquet, key: contract.key[0] ?? '' });
      }
      await rows?.close();
    }
  }
  return {
    receipts,
    who,
    parquets: new Map([...parents].map(([name, { parquet }]) => [name, parquet])),
  };
}

async function write(rows: ExtractRows, accepted: number, parquet: string): Promise<string> {
  const written = await rows.writeParquet(parquet);
  if (written !== accepted)
    throw new Error(`${rows.contract.extract}: ${accepted} rows accepted, ${written} stored`);
  return parquet;
}

async function receiptFrom(
  sender: Sender,
  context: TakeInContext,
  parents: ReadonlyMap<string, Parent>,
): Promise<Came> {
  if (sender.files.length === 0)
    return { receipt: nothingCame(sender), rows: null, said: new Map() };
  if (sender.isUnknown) return { receipt: ofNoSystem(sender), rows: null, said: new Map() };
  return take(sender, context, parents);
}

/** What came of one extract, its rows where any file of it was read, and what they said of who somebody is. */
interface Came {
  readonly receipt: Receipt;
  readonly rows: ExtractRows | null;
  readonly said: ReadonlyMap<string, IdentityRecord>;
}

/** Takes in one extract. */
async function take(
  sender: Sender,
  context: TakeInContext,
  parents: ReadonlyMap<string, Parent>,
): Promise<Came> {
  const { contract, files, codes } = sender;
  const { today, key, database } = context;
  const check = openCheck({ contract, codes: ownCodes(contract, codes), today, key });
  const readings: { name: string; reading: Reading }[] = [];
  const rows = new ExtractRows(database, contract);
  for (const [at, file] of files.entries()) {
    const path = join(context.room, `${deliveryName(contract.extract, sender)}-${at}`);
    check.prefixes = sender.marksIn(file);
    const { reading, part } = await takeFile(file, check, database, path);
    readings.push({ name: file.name, reading });
    rows.add(part);
  }
  check.addLinkResult(
    await linkRows(rows, check.accepted, parentsOf(sender, parents), MAX_LOCATED),
  );
  const receipt = receiptOf(sender, check, readings, context.tolerance[contract.extract]);
  return { receipt, rows, said: check.identities };
}

/** The extracts that an extract refers to, of the same case system. */
function parentsOf(
  { contract: { columns }, ...sender }: Sender,
  parents: ReadonlyMap<string, Parent>,
): Map<string, Parent> {
  const named = columns.flatMap(({ references }) => (references === undefined ? [] : [references]));
  return new Map(
    named.flatMap((extract) => {
      const parent = parents.get(deliveryName(extract, sender));
      return parent ? [[extract, parent] as const] : [];
    }),
  );
}

/** A row may have been set aside after it was read; what it alone said of somebody is not kept. */
async function ofAccepted(
  rows: ExtractRows,
  said: ReadonlyMap<string, IdentityRecord>,
): Promise<IdentityRecord[]> {
  if (!hasIdentity(rows.contract)) return [];
  const marks = new Set(await rows.texts(IDENTITY_MARK.name));
  return [...said.values()].filter(({ mark }) => marks.has(mark));
}

/** The code lists that a contract names, and no others. */
function ownCodes({ storedColumns: kept }: Contract, codes: RowRules['codes']): RowRules['codes'] {
  const named = new Set(kept.flatMap((column) => (column.type === 'code' ? [column.codes] : [])));
  return new Map([...codes].filter(([name]) => named.has(name)));
}
