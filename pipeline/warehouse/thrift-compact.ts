// Bytes in Thrift's compact protocol, as Parquet ends with them → values in a tree, and back to the same bytes.

/** A value, with the type by which it stands. */
export type Compact = bigint | Buffer | CompactList | CompactStruct;

/** The values of one type; `of` is that type. */
export interface CompactList {
  readonly of: number;
  readonly items: readonly Compact[];
}

/** Fields by their numbers, in the order in which they stand. */
export type CompactStruct = ReadonlyMap<number, { readonly type: number; readonly value: Compact }>;

const [STOP, TRUE, FALSE, BYTE, SHORT, LONG, DOUBLE, BINARY, LIST, STRUCT] = [
  0, 1, 2, 3, 4, 6, 7, 8, 9, 12,
];
/** A list that has so many values, or more, says how many in a number of its own. */
const MANY = 15;
/** A field whose number is so much above that of the field before it, or more, says it in a number of its own. */
const FAR = 16;

/** Reads a struct. Throws on a type that Parquet's ends do not have, and on bytes that break off. */
export function readCompact(bytes: Buffer): CompactStruct {
  return new Reader(bytes).struct();
}

/** Writes a struct. */
export function writeCompact(struct: CompactStruct): Buffer {
  const parts: Buffer[] = [];
  writeStruct(struct, parts);
  return Buffer.concat(parts);
}

class Reader {
  #at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  struct(): CompactStruct {
    const fields = new Map<number, { type: number; value: Compact }>();
    for (let last = 0; ;) {
      const head = this.#byte();
      if (head === STOP) return fields;
      last = head >> 4 === 0 ? Number(signed(this.#number())) : last + (head >> 4);
      fields.set(last, { type: head & 15, value: this.#value(head & 15) });
    }
  }

  #value(type: number): Compact {
    if (type === TRUE || type === FALSE) return BigInt(type);
    if (type === BYTE) return BigInt(this.#byte());
    if (type >= SHORT && type <= LONG) return signed(this.#number());
    if (type === DOUBLE) return this.#take(8);
    if (type === BINARY) return this.#take(Number(this.#number()));
    if (type === LIST) return this.#list();
    if (type === STRUCT) return this.struct();
    throw new RangeError(`a value of type ${type} at the end of a Parquet file`);
  }

  #list(): CompactList {
    const head = this.#byte();
    const [count, of] = [head >> 4 === MANY ? Number(this.#number()) : head >> 4, head & 15];
    const isTruth = of === TRUE || of === FALSE;
    const items = Array.from({ length: count }, () => this.#value(isTruth ? BYTE : of));
    return { of, items };
  }

  #number(): bigint {
    let number = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.#byte();
      number |= BigInt(byte & 127) << shift;
      if (byte < 128) return number;
    }
  }

  #byte(): number {
    return this.#take(1).readUInt8();
  }

  #take(length: number): Buffer {
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    if (taken.length !== length) throw new RangeError('the end of a Parquet file breaks off');
    this.#at += length;
    return taken;
  }
}

function signed(number: bigint): bigint {
  return (number & 1n) === 0n ? number >> 1n : -((number + 1n) >> 1n);
}

function unsigned(number: bigint): bigint {
  return number < 0n ? -number * 2n - 1n : number * 2n;
}

function numberOf(number: bigint): Buffer {
  const bytes: number[] = [];
  let left = number;
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  return Buffer.from([...bytes, Number(left)]);
}

function writeStruct(struct: CompactStruct, parts: Buffer[]): void {
  let last = 0;
  for (const [field, { type, value }] of struct) {
    const above = field - last;
    if (above > 0 && above < FAR) parts.push(Buffer.from([(above << 4) | type]));
    else parts.push(Buffer.from([type]), numberOf(unsigned(BigInt(field))));
    if (type !== TRUE && type !== FALSE) writeValue(type, value, parts);
    last = field;
  }
  parts.push(Buffer.from([STOP]));
}

function writeValue(type: number, value: Compact, parts: Buffer[]): void {
  if (typeof value === 'bigint')
    parts.push(type <= BYTE ? Buffer.from([Number(value)]) : numberOf(unsigned(value)));
  else if (Buffer.isBuffer(value))
    parts.push(...(type === BINARY ? [numberOf(BigInt(value.length)), value] : [value]));
  else if ('items' in value) writeList(value, parts);
  else writeStruct(value, parts);
}

function writeList({ of, items }: CompactList, parts: Buffer[]): void {
  const count = items.length;
  if (count < MANY) parts.push(Buffer.from([(count << 4) | of]));
  else parts.push(Buffer.from([(MANY << 4) | of]), numberOf(BigInt(count)));
  for (const item of items) writeValue(of, item, parts);
}
