// An extract's file → its bytes in blocks, their hash, and whether it stayed as it was while they were read.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { ProblemError } from '../domain/problem.js';
import type { ExtractFile } from './extract-file.js';

/** In bytes. Small blocks die young: at a megabyte and more the rows of each block outlive the first collection. */
const BLOCK_BYTES = 65_536;

/** A file that may be read more than once. Every method throws `ProblemError` if the computer cannot read it. */
export class SourceFile {
  /** How many bytes have been hashed. */
  bytes = 0;
  /** The first four of them, a character each. */
  signature = '';
  readonly #hash = createHash('sha256');
  #state: string | null = null;

  constructor(readonly file: ExtractFile) {}

  /** All its bytes, in full blocks but for the last. */
  *readBlocks(): Generator<Buffer> {
    const file = this.#attempt(() => openSync(this.file.path, 'r'));
    try {
      for (let length = BLOCK_BYTES; length === BLOCK_BYTES;) {
        const block = this.#readBlock(file);
        length = block.length;
        if (length > 0) yield block;
      }
    } finally {
      closeSync(file);
    }
  }

  /** The same, hashing and counting them. Once. */
  *readAndHashBlocks(): Generator<Buffer> {
    this.#state = this.#readState();
    for (const block of this.readBlocks()) {
      if (this.bytes === 0) this.signature = block.toString('latin1', 0, 4);
      this.bytes += block.length;
      this.#hash.update(block);
      yield block;
    }
  }

  /** Refuses a file that is not what it was when its hash was begun. */
  requireUnchanged(): void {
    if (this.#readState() !== this.#state) throw this.#unreadableError('changed');
  }

  /** SHA-256 of what has been hashed, in hexadecimal. Called once. */
  computeHash(): string {
    return this.#hash.digest('hex');
  }

  #readBlock(file: number): Buffer {
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    let filled = 0;
    for (let read = -1; filled < BLOCK_BYTES && read !== 0; filled += read)
      read = this.#attempt(() => readSync(file, block, filled, BLOCK_BYTES - filled, null));
    return block.subarray(0, filled);
  }

  #readState(): string {
    const { ino, size, mtimeNs, ctimeNs } = this.#attempt(() =>
      statSync(this.file.path, { bigint: true }),
    );
    return [ino, size, mtimeNs, ctimeNs].join(' ');
  }

  #attempt<Result>(read: () => Result): Result {
    try {
      return read();
    } catch {
      throw this.#unreadableError('not-opened');
    }
  }

  #unreadableError(variant: 'changed' | 'not-opened'): ProblemError {
    return new ProblemError([
      { kind: 'computer', code: 'locked-file', variant, file: this.file.name },
    ]);
  }
}
