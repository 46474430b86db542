// Deliveries of several case systems → what a warehouse is loaded from, and how the systems' records overlap.
import type { Contract } from '../contracts/contract.js';
import type { LossTolerance } from '../deliveries/volume-checks.js';
import type { LedgerEntry } from '../deliveries/ledger.js';
import { parquetPath } from '../deliveries/store.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { parentSystemKey, systemKey, systemName, type System } from '../domain/system.js';
import type { Settings } from '../config/settings.js';
import { fillRecords, type WarehousePlan } from '../warehouse/build.js';
import type { Connection } from '../warehouse/connection.js';
import {
  countSharedHistory,
  countJoined,
  type SharedHistory,
  type JoinCounts,
} from '../warehouse/join.js';

/** One Parquet file, and the mark of its case system. */
export interface ParquetFile {
  readonly extract: string;
  readonly mark?: string | undefined;
  readonly parquet: string;
}

/** Lists the Parquet files of deliveries. */
export function listParquetFiles(entries: readonly LedgerEntry[], store: string): ParquetFile[] {
  return entries.map(({ extract, system, delivery }) => ({
    extract,
    mark: system,
    parquet: parquetPath(store, delivery),
  }));
}

/**
 * Groups files by system; files without a mark belong to the first. Throws `Stopped` for deliveries of a system that is
 * not in the settings: under another name its children would count as other children.
 */
export function planLoad(
  files: readonly ParquetFile[],
  systems: readonly System[],
): Pick<WarehousePlan, 'parquets'> & Required<Pick<WarehousePlan, 'laterSystems'>> {
  const marks = systems.flatMap(({ id }) => systemKey(systems, id) ?? []);
  const unknown = files.flatMap(({ mark }) =>
    mark === undefined || marks.includes(mark) ? [] : [mark],
  );
  if (unknown.length > 0) throw new ProblemError([...new Set(unknown)].map(describeUnknownSystem));
  const groupPaths = (mark: string | undefined): Map<string, string[]> => {
    const own = files.filter((file) => file.mark === mark);
    return new Map(
      own.map(({ extract }) => [
        extract,
        own.filter((file) => file.extract === extract).map(({ parquet }) => parquet),
      ]),
    );
  };
  const laterSystems = marks.map((mark) => {
    const parentMark = parentSystemKey(systems, mark);
    return {
      mark,
      parquets: groupPaths(mark),
      ...(parentMark === undefined ? {} : { parentMark }),
    };
  });
  return { parquets: groupPaths(undefined), laterSystems };
}

/** How the records of a system overlap with those of the systems before it. */
export interface SystemJoin {
  readonly mark: string;
  readonly extracts: ReadonlyMap<string, JoinCounts>;
  /** Children with records on days that an earlier system also covers: all, and those linked to none there. */
  readonly history: SharedHistory;
}

/** The case systems, the folder of the code lists, and a service's own lines of them. */
interface JoinDeclarations extends Pick<WarehousePlan, 'ownCodes'> {
  readonly systems: readonly System[];
  readonly codes: string;
}

/**
 * Joins systems on a database without raw tables and code lists, and leaves none behind; `codes` is the folder of the
 * lists. Empty if a service has one system.
 */
export async function joinSystems(
  connection: Connection,
  contracts: readonly Contract[],
  files: readonly ParquetFile[],
  { systems, codes, ownCodes }: JoinDeclarations,
): Promise<SystemJoin[]> {
  const plan = planLoad(files, systems);
  const delivered = plan.laterSystems.filter(({ parquets }) => parquets.size > 0);
  if (delivered.length === 0) return [];
  await fillRecords(connection, { contracts, codes, ownCodes, ...plan });
  const joins: SystemJoin[] = [];
  for (const { mark } of delivered)
    joins.push({
      mark,
      extracts: await countJoined(connection, mark),
      history: await countSharedHistory(connection, contracts, mark),
    });
  await connection.execute('drop schema raw cascade');
  await connection.execute('drop schema codes cascade');
  return joins;
}

/** Lists the problems of every join; the contract of children sets how many may be unlinked. */
export function checkUnlinkedChildren(
  joins: readonly SystemJoin[],
  contracts: readonly Contract[],
  { systems, may_lose }: Pick<Settings, 'systems' | 'may_lose'>,
): Problem[] {
  const children = contracts.find(({ extract }) => extract === 'children');
  const { share = 0, rows = 0 } = children?.may_lose ?? {};
  const tolerance = { rows, share: may_lose['children'] ?? share };
  return joins.flatMap((join) => describeUnlinkedChildren(join, systems, tolerance));
}

/**
 * Describes children whose history came with a system but who are linked to no earlier child, and may be counted twice.
 * A note if they are within the tolerance, otherwise a problem.
 */
function describeUnlinkedChildren(
  { mark, history: { children, notLinked } }: SystemJoin,
  systems: readonly System[],
  { share, rows }: LossTolerance,
): Problem[] {
  if (notLinked === 0) return [];
  const isFew = notLinked <= rows || notLinked <= children * share;
  const name = systemName(systems, mark);
  return [
    {
      kind: isFew ? 'note' : 'data',
      code: 'children-not-linked',
      file: 'children',
      variant: isFew ? 'few' : 'many',
      facts: { unlinked: notLinked, children, system: name },
    },
  ];
}

function describeUnknownSystem(mark: string): Problem {
  return {
    kind: 'declaration',
    code: 'unknown-system',
    facts: { system: mark },
  };
}
