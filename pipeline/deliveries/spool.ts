// Lines of checked rows → one file that the database reads, on the way to becoming a delivery.
import { closeSync, openSync, writeFileSync } from 'node:fs';

/** A line that has been written: the first `length` of its bytes. */
export interface EncodedLine {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** A file being filled line by line. */
export interface Spool {
  readonly path: string;
  /** Takes a line; it may change afterwards. */
  write(line: EncodedLine): void;
  /** Ends it; may be called again. */
  close(): void;
}

/** In bytes; a longer line than fits is written by itself. */
const BUFFER_BYTES = 1 << 18;

/** Opens a spool, a new file for its owner alone. */
export function openSpool(path: string): Spool {
  const file = openSync(path, 'wx', 0o600);
  const buffer = new Uint8Array(BUFFER_BYTES);
  let filled = 0;
  let isClosed = false;
  // Not writeSync, which may write a part and say so only in its return value.
  const flush = (bytes: Uint8Array, length: number): void => {
    writeFileSync(file, bytes.subarray(0, length));
    filled = 0;
  };
  return {
    path,
    write({ bytes, length }) {
      if (filled + length > BUFFER_BYTES) flush(buffer, filled);
      if (length > BUFFER_BYTES) flush(bytes, length);
      else for (let at = 0; at < length; at += 1) buffer[filled++] = bytes[at] ?? 0;
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      flush(buffer, filled);
      closeSync(file);
    },
  };
}
