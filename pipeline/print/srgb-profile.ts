// The sRGB colour space → an ICC profile of it, made here so that no profile with a licence of its own is shipped.

/** Colours of the three primaries and of white, adapted to the D50 white that profiles use (IEC 61966-2-1, Bradford). */
const COLOURS = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;

const HEADER = 128;
const ENTRY = 12;
const STEPS = 1024;
const FULL = 65535;
const FIXED = 65536;
const VERSION = 0x02100000;

/**
 * A display profile of version 2.1 (ICC.1:2001-04) with sRGB's primaries and its curve in 1,024 steps. The same bytes
 * each time: its date is the first day that a profile can have in this century.
 */
export function createSrgbProfile(): Uint8Array {
  const curve = writeCurve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', writeDescription('sRGB')],
    ['cprt', writeText('No copyright')],
    ...Object.entries(COLOURS).map(([tag, colour]) => [tag, writeColour(colour)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return assembleProfile(tags);
}

/** The header, the table of tags, and each tag once, on a boundary of four bytes. */
function assembleProfile(tags: readonly (readonly [string, Buffer])[]): Uint8Array {
  const table = Buffer.alloc(4 + tags.length * ENTRY);
  table.writeUInt32BE(tags.length, 0);
  const placed = new Map<Buffer, number>();
  let end = HEADER + table.length;
  for (const [index, [tag, bytes]] of tags.entries()) {
    const offset = placed.get(bytes) ?? end;
    if (!placed.has(bytes)) end += bytes.length;
    placed.set(bytes, offset);
    table.write(tag, 4 + index * ENTRY, 'latin1');
    table.writeUInt32BE(offset, 8 + index * ENTRY);
    table.writeUInt32BE(bytes.length, 12 + index * ENTRY);
  }
  return Buffer.concat([writeHeader(end), table, ...placed.keys()]);
}

function writeHeader(size: number): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(VERSION, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [2001, 1, 1].entries()) header.writeUInt16BE(part, 24 + index * 2);
  header.write('acsp', 36, 'latin1');
  writeFixed(header, COLOURS.wtpt, 68);
  return header;
}

function writeColour(colour: readonly number[]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 0, 'latin1');
  writeFixed(tag, colour, 8);
  return tag;
}

/** Numbers with 16 bits after the point. */
function writeFixed(into: Buffer, numbers: readonly number[], at: number): void {
  for (const [index, number] of numbers.entries())
    into.writeInt32BE(Math.round(number * FIXED), at + index * 4);
}

function writeCurve(): Buffer {
  const tag = Buffer.alloc(12 + STEPS * 2);
  tag.write('curv', 0, 'latin1');
  tag.writeUInt32BE(STEPS, 8);
  for (let step = 0; step < STEPS; step++)
    tag.writeUInt16BE(Math.round(decodeSrgb(step / (STEPS - 1)) * FULL), 12 + step * 2);
  return tag;
}

/** A stored value → the light it stands for, both from 0 to 1 (IEC 61966-2-1). */
function decodeSrgb(stored: number): number {
  return stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4;
}

function writeText(text: string): Buffer {
  const tag = Buffer.alloc(8 + Math.ceil((text.length + 1) / 4) * 4);
  tag.write('text', 0, 'latin1');
  tag.write(text, 8, 'latin1');
  return tag;
}

/** A description in ASCII; its forms for other scripts are empty. */
function writeDescription(text: string): Buffer {
  const tag = Buffer.alloc(12 + Math.ceil((text.length + 1 + 78) / 4) * 4);
  tag.write('desc', 0, 'latin1');
  tag.writeUInt32BE(text.length + 1, 8);
  tag.write(text, 12, 'latin1');
  return tag;
}
