import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { collect } from './collect.js';

const FOLDER = new URL('./hostile/', import.meta.url);

interface Entry {
  readonly file: string;
  readonly expected_rows: number | null;
  readonly expected: string;
}

const MANIFEST = JSON.parse(
  readFileSync(new URL('manifest.json', FOLDER), 'utf8'),
) as readonly Entry[];

/** What must become of each file that is not simply accepted, by the manifest's own words. */
const PROBLEMS: Readonly<Record<string, { codes: string[]; line?: number }>> = {
  'delimiter_flip_midfile.csv': { codes: ['ragged-row'], line: 5 },
  'truncated_midfield.csv': { codes: ['cut-short'], line: 4 },
  'unclosed_quote_row1.csv': { codes: ['unclosed-quote'], line: 2 },
  'empty.csv': { codes: ['empty-file'] },
  'header_only.csv': { codes: ['no-rows'] },
  'footer_total.csv': { codes: ['totals-line'], line: 6 },
};

/** Lines of a file that are neither blank nor above its heading; no quoted line break is counted as one. */
function recordsByCount(file: string, bytes: Buffer): number {
  const text = bytes.toString(file.startsWith('utf16le') ? 'utf16le' : 'latin1');
  const unquoted = text.replace(/"[^"]*"/g, 'quoted');
  const lines = unquoted
    .split(/\r\n|\r|\n/)
    .filter((line) => line.replace('\x1a', '').trim() !== '');
  const heading = lines.findIndex((line) => /child_id/.test(line));
  return lines.length - heading - 1;
}

describe.each(MANIFEST)('$file', ({ file, expected_rows }) => {
  const path = fileURLToPath(new URL(file, FOLDER));
  const bytes = readFileSync(path);
  const { codes = [], line } = PROBLEMS[file] ?? {};

  test('raises the problems it must and no others', async () => {
    const reading = await collect(path);
    expect(reading.codes).toEqual(codes);
    expect(reading.problems[0]?.line).toBe(line);
    expect(reading.refused).toBe(
      codes.some((code) => !/ragged-row|no-rows|totals-line/.test(code)),
    );
  });

  test('loses no row', async () => {
    const reading = await collect(path);
    expect(reading.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    if (reading.refused) return;
    expect(reading.received).toBe(reading.rows.length + reading.ragged + reading.totals);
    expect(reading.received).toBe(recordsByCount(file, bytes));
    expect(reading.rows).toHaveLength(expected_rows ?? Number.NaN);
  });
});

const SAME = [
  ['C001', 'A123456789012', '05/03/2009', 'White British', '01/02/2024', '3'],
  ['C002', '0012345678901', '29/02/2008', 'Black Caribbean', '31/12/2023', '2'],
  ['C003', 'B987654321098', '1/1/2010', 'Mixed – White & Asian', '15/01/2024', '4'],
];

test.each([
  ['utf8.csv', 'UTF-8', 2],
  ['utf8_bom.csv', 'UTF-8', 2],
  ['windows1252.csv', 'Windows-1252', 2],
  ['utf16le_bom.csv', 'UTF-16LE', 2],
  ['utf16le_nobom.csv', 'UTF-16LE', 2],
  ['semicolon.csv', 'UTF-8', 2],
  ['sep_line.csv', 'UTF-8', 2],
  ['cr_only.csv', 'UTF-8', 2],
  ['ctrl_z.csv', 'UTF-8', 2],
  ['preamble.csv', 'UTF-8', 5],
])('%s holds the same three children', async (file, encoding, firstLine) => {
  const reading = await collect(fileURLToPath(new URL(file, FOLDER)));
  expect(reading.encoding).toBe(encoding);
  expect(reading.heading).toEqual([
    'child_id',
    'upn',
    'dob',
    'ethnicity',
    'offence_date',
    'gravity',
  ]);
  expect(reading.rows.map((row) => row.cells)).toEqual(SAME);
  expect(reading.rows.map((row) => row.line)).toEqual([0, 1, 2].map((row) => firstLine + row));
});

test('identifiers stay text', async () => {
  const long = await collect(fileURLToPath(new URL('long_digits.csv', FOLDER)));
  const zeros = await collect(fileURLToPath(new URL('leading_zero_ids.csv', FOLDER)));
  expect(long.rows[0]?.cells).toEqual(['12345678901234567890']);
  expect(zeros.rows[0]?.cells).toEqual(['000123', '0012345678901']);
});

test.each(['header_nbsp.csv', 'header_whitespace.csv'])(
  '%s: headings are trimmed',
  async (file) => {
    const { heading } = await collect(fileURLToPath(new URL(file, FOLDER)));
    expect(heading).toEqual(['child_id', 'dob']);
  },
);
