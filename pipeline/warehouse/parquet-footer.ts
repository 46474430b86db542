// A Parquet file → what its end says of it, and its bytes a stretch at a time.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { readCompact, writeCompact, type CompactStruct } from './thrift-compact.js';

/** What a Parquet file begins and ends with. */
export const MARK = Buffer.from('PAR1');
/** In bytes: the length of what a file says of itself, which stands before the last mark. */
const LENGTH = 4;
const TAIL = LENGTH + MARK.length;
/** In bytes: how much is read at once. */
const BLOCK = 4_000_000;

/** What a file says of itself, and where that begins. */
export interface ParquetEnd {
  readonly at: number;
  readonly says: CompactStruct;
}

/** Reads a file's end. Refuses one that would not be written again as it stands: it would not be understood. */
export function readEnd(path: string): ParquetEnd {
  const { size } = statSync(path);
  const tail = Buffer.concat([...bytesOf(path, size - TAIL, size)]);
  const at = size - TAIL - tail.readUInt32LE();
  const bytes = Buffer.concat([...bytesOf(path, at, size - TAIL)]);
  const says = readCompact(bytes);
  if (!tail.subarray(LENGTH).equals(MARK) || !writeCompact(says).equals(bytes))
    throw new RangeError('a Parquet file whose end is not understood');
  return { at, says };
}

/** The bytes of an end, to be written below the rows. */
export function endBytes(says: CompactStruct): Buffer {
  const end = writeCompact(says);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(end.length);
  return Buffer.concat([end, length, MARK]);
}

/** A file's bytes from one place to another, in order. Throws where it has not so many. */
export function* bytesOf(path: string, from: number, to: number): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (let at = from; at < to;) {
      const block = Buffer.allocUnsafe(Math.min(BLOCK, to - at));
      const read = readSync(file, block, 0, block.length, at);
      if (read === 0) throw new RangeError('a Parquet file breaks off');
      at += read;
      yield block.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}
