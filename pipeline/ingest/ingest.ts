// Files of extracts → checked rows ready to be stored, a receipt for each extract, and every problem found.
import { join } from 'node:path';
import {
  findCaseSystemExtracts,
  IDENTITY_MARK,
  hasIdentity,
  type Contract,
} from '../contracts/contract.js';
import type { IdentityRecord } from '../contracts/identity-columns.js';
import { NO_DATE_LIST, YES_NO_LIST } from '../contracts/cells.js';
import { MAX_LOCATED } from '../contracts/faults.js';
import type { ExtractFile, FileReport } from '../extracts/extract-file.js';
import {
  deliveryName,
  buildMissingReceipt,
  buildUnknownSystemReceipt,
  buildReceipt,
  type Receipt,
} from './receipt.js';
import { listSources, type ExtractSource, type SourceDeclarations } from './source-systems.js';
import { createExtractCheck, ingestFile, type RowRules } from './ingest-file.js';
import type { Connection } from '../warehouse/connection.js';
import { ExtractRows } from '../warehouse/extract-rows.js';
import { linkRows, type ParentRows } from '../warehouse/links.js';
import { readFileYears, rejectSuperseded } from '../warehouse/superseded.js';

/** What ingesting needs in addition to the files. */
export interface IngestContext extends Omit<RowRules, 'contract'> {
  readonly tolerance: Readonly<Record<string, number>>;
  /** Whose headings and labels files may use, in addition to those of the contracts and code lists. */
  readonly sources?: SourceDeclarations;
  /** Database in which the rows of an extract are linked to each other and to earlier extracts. */
  readonly database: Connection;
  /** A folder for temporary files; the caller always removes it. */
  readonly stagingFolder: string;
  /** Called with the name of each extract as it starts. */
  readonly progress: (what: string) => void;
}

/** A receipt of every extract, and the Parquet files of the usable ones by `deliveryName`. */
export interface IngestResult {
  readonly receipts: readonly Receipt[];
  readonly parquets: ReadonlyMap<string, string>;
  /** The identities in accepted rows of usable extracts. */
  readonly identities: readonly IdentityRecord[];
}

/**
 * Checks every extract after those it refers to, and continues after a blocked one so that all problems are found.
 * References to a blocked extract are not checked. Records of a case system refer to records of the same system.
 */
export async function ingestExtracts(
  contracts: readonly Contract[],
  files: readonly ExtractFile[],
  context: IngestContext,
): Promise<IngestResult> {
  const fromSystem = findCaseSystemExtracts(contracts);
  const parents = new Map<string, ParentRows>();
  const receipts: Receipt[] = [];
  const identities: IdentityRecord[] = [];
  for (const contract of contracts) {
    context.progress(contract.extract);
    const isFromSystem = fromSystem.has(contract.extract);
    const sources = listSources(contract, files, context.codes, context.sources, isFromSystem);
    for (const source of sources) {
      const { receipt, rows, fileIdentities } = await ingestSource(source, context, parents);
      receipts.push(receipt);
      if (rows !== null && !receipt.blocked) {
        identities.push(...(await selectAccepted(rows, fileIdentities)));
        const fileName = deliveryName(contract.extract, source);
        const parquet = await writeAcceptedRows(
          rows,
          receipt.accepted,
          join(context.stagingFolder, `${fileName}.parquet`),
        );
        parents.set(fileName, { parquet, key: contract.key[0] ?? '' });
      }
      await rows?.close();
    }
  }
  return {
    receipts,
    identities,
    parquets: new Map([...parents].map(([name, { parquet }]) => [name, parquet])),
  };
}

async function writeAcceptedRows(
  rows: ExtractRows,
  accepted: number,
  parquet: string,
): Promise<string> {
  const written = await rows.writeParquet(parquet);
  if (written !== accepted)
    throw new Error(`${rows.contract.extract}: ${accepted} rows accepted, ${written} stored`);
  return parquet;
}

async function ingestSource(
  source: ExtractSource,
  context: IngestContext,
  parents: ReadonlyMap<string, ParentRows>,
): Promise<SourceResult> {
  if (source.files.length === 0)
    return { receipt: buildMissingReceipt(source), rows: null, fileIdentities: new Map() };
  if (source.isUnknown)
    return { receipt: buildUnknownSystemReceipt(source), rows: null, fileIdentities: new Map() };
  return ingestFiles(source, context, parents);
}

/** The result of one extract: its receipt, its rows if any file was read, and the identities in them. */
interface SourceResult {
  readonly receipt: Receipt;
  readonly rows: ExtractRows | null;
  readonly fileIdentities: ReadonlyMap<string, IdentityRecord>;
}

/** Ingests the files of one extract. */
async function ingestFiles(
  source: ExtractSource,
  context: IngestContext,
  parents: ReadonlyMap<string, ParentRows>,
): Promise<SourceResult> {
  const { contract, files, codes } = source;
  const { today, key, database } = context;
  const check = createExtractCheck({ contract, codes: selectCodes(contract, codes), today, key });
  const reports: { name: string; report: FileReport }[] = [];
  const rows = new ExtractRows(database, contract);
  for (const [at, file] of files.entries()) {
    const path = join(context.stagingFolder, `${deliveryName(contract.extract, source)}-${at}`);
    check.prefixes = source.findPrefixes(file);
    const { report, rows: fileRows } = await ingestFile(file, check, database, path);
    reports.push({ name: file.name, report });
    rows.add(fileRows);
  }
  if (contract.later_year_supersedes)
    check.addSuperseded(await rejectSuperseded(rows, readFileYears(files.map(({ name }) => name))));
  check.addLinkResult(
    await linkRows(rows, check.accepted, findParents(source, parents), MAX_LOCATED),
  );
  const receipt = buildReceipt(source, check, reports, context.tolerance[contract.extract]);
  return { receipt, rows, fileIdentities: check.identities };
}

/** The extracts of the same case system that an extract refers to. */
function findParents(
  { contract: { columns }, ...source }: ExtractSource,
  parents: ReadonlyMap<string, ParentRows>,
): Map<string, ParentRows> {
  const named = columns.flatMap(({ references }) => (references === undefined ? [] : [references]));
  return new Map(
    named.flatMap((extract) => {
      const parent = parents.get(deliveryName(extract, source));
      return parent ? [[extract, parent] as const] : [];
    }),
  );
}

/** Keeps only the identities in accepted rows: a row may have been set aside after it was read. */
async function selectAccepted(
  rows: ExtractRows,
  fileIdentities: ReadonlyMap<string, IdentityRecord>,
): Promise<IdentityRecord[]> {
  if (!hasIdentity(rows.contract)) return [];
  const marks = new Set(await rows.listTexts(IDENTITY_MARK.name));
  return [...fileIdentities.values()].filter(({ mark }) => marks.has(mark));
}

/** The code lists that a contract names and that its dates and its yes and no are read by, and no others. */
function selectCodes(
  { storedColumns: kept }: Contract,
  codes: RowRules['codes'],
): RowRules['codes'] {
  const named = new Set(
    kept.flatMap((column) => {
      if (column.type === 'date') return [NO_DATE_LIST];
      if (column.type === 'yes_no') return [YES_NO_LIST, ...(column.isDay ? [NO_DATE_LIST] : [])];
      return column.type === 'code' ? [column.codes] : [];
    }),
  );
  return new Map([...codes].filter(([name]) => named.has(name)));
}
