// Two Parquet files with the same columns → one, the rows of the second below those of the first, none written anew.
import { closeSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import {
  writeCompact,
  type Compact,
  type CompactList,
  type CompactStruct,
} from './thrift-compact.js';
import { bytesOf, endBytes, MARK, readEnd, type ParquetEnd } from './parquet-footer.js';

/** The fields of a file's end: `FileMetaData` in https://github.com/apache/parquet-format. */
const [SCHEMA, ROWS, GROUPS] = [2, 3, 4];
/** The type of row groups, each a struct: a list of none may say another. */
const STRUCT = 12;

/** The numbers in a struct that say where in the file something lies, and the fields within that hold such numbers. */
interface Places {
  readonly own: readonly number[];
  readonly within?: readonly (readonly [number, Places])[];
}

/** `ColumnMetaData`: the pages of data, of an index and of a dictionary, and the filter. */
const META: Places = { own: [9, 10, 11, 14] };
/** `ColumnChunk`: itself, and the two indexes of its pages. */
const COLUMN: Places = { own: [2, 4, 6], within: [[3, META]] };
/** `RowGroup`: itself. */
const GROUP: Places = { own: [5], within: [[1, COLUMN]] };
/** The number of a row group among all. */
const ORDINAL = 7;

/**
 * Puts the rows of `more` below those of `parquet`, and removes `more`. Both are files that the database wrote, with the
 * same columns; anything else is refused. When it fails, neither is a file to be used.
 */
export function appendParquet(parquet: string, more: string): void {
  const [first, second] = [readEnd(parquet), readEnd(more)];
  const end = endBytes(endOfBoth(first, second));
  truncateSync(parquet, first.at);
  const file = openSync(parquet, 'a');
  try {
    for (const block of bytesOf(more, MARK.length, second.at)) writeFileSync(file, block);
    writeFileSync(file, end);
  } finally {
    closeSync(file);
  }
  rmSync(more);
}

function endOfBoth(first: ParquetEnd, second: ParquetEnd): CompactStruct {
  if (!columnsOf(first).equals(columnsOf(second))) throw new RangeError('two lists of columns');
  const by = BigInt(first.at - MARK.length);
  const [above, below] = [groupsOf(first), groupsOf(second)];
  const moved = below.map((each, at) => numbered(shifted(each, GROUP, by), above.length + at));
  const rows = numberIn(first.says, ROWS) + numberIn(second.says, ROWS);
  const groups: CompactList = { of: STRUCT, items: [...above, ...moved] };
  return withValue(withValue(first.says, ROWS, rows), GROUPS, groups);
}

function columnsOf({ says }: ParquetEnd): Buffer {
  return writeCompact(new Map([...says].filter(([field]) => field === SCHEMA)));
}

function groupsOf({ says }: ParquetEnd): readonly Compact[] {
  const groups = says.get(GROUPS)?.value;
  if (typeof groups !== 'object' || !('items' in groups)) throw new RangeError('no row groups');
  return groups.items;
}

function shifted(value: Compact, places: Places, by: bigint): Compact {
  if (typeof value !== 'object' || Buffer.isBuffer(value)) throw new RangeError('not a struct');
  if ('items' in value)
    return { of: value.of, items: value.items.map((each) => shifted(each, places, by)) };
  let moved = value;
  for (const [field, within] of places.within ?? []) {
    const held = value.get(field);
    if (held) moved = withValue(moved, field, shifted(held.value, within, by));
  }
  // The mark lies at 0: a thing that is said to lie there is not there.
  for (const field of places.own)
    if (numberIn(value, field) > 0n) moved = withValue(moved, field, numberIn(value, field) + by);
  return moved;
}

function numbered(group: Compact, ordinal: number): Compact {
  if (!(group instanceof Map) || !group.has(ORDINAL)) return group;
  return withValue(group as CompactStruct, ORDINAL, BigInt(ordinal));
}

function numberIn(struct: CompactStruct, field: number): bigint {
  const value = struct.get(field)?.value ?? 0n;
  if (typeof value !== 'bigint') throw new RangeError(`field ${field} is not a number`);
  return value;
}

function withValue(struct: CompactStruct, field: number, value: Compact): CompactStruct {
  const held = struct.get(field);
  if (!held) throw new RangeError(`no field ${field}`);
  return new Map([...struct, [field, { ...held, value }]]);
}
