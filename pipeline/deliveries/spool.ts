// Encoded rows → one temporary file that the database reads to make a delivery.
import { closeSync, openSync, writeFileSync } from 'node:fs';

/** An encoded line: the first `length` bytes of `bytes`. */
interface EncodedLine {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** A file that is written line by line. */
interface Spool {
  readonly path: string;
  /** Writes a line; the caller may reuse its bytes afterwards. */
  write(line: EncodedLine): void;
  /** Closes the file; may be called again. */
  close(): void;
}

/** In bytes; a longer line is written directly. */
const BUFFER_BYTES = 1 << 18;

/** Opens a spool: a new file, readable by its owner only. */
export function openSpool(path: string): Spool {
  const file = openSync(path, 'wx', 0o600);
  const buffer = new Uint8Array(BUFFER_BYTES);
  let filled = 0;
  let isClosed = false;
  // Not writeSync, which may write only a part and report it only in its return value.
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
