// Every hostile file by a contract, what becomes of it, and its rows counted by themselves.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { normaliseLabel, type CodeList } from '../../pipeline/contracts/codes.js';
import type { Contract } from '../../pipeline/contracts/contract.js';
import { countRecords } from '../extracts/count-records.js';
import { taken } from './alone.js';
import { contractFrom } from './sample.js';

const FOLDER = new URL('../extracts/hostile/', import.meta.url);

const MANIFEST = JSON.parse(readFileSync(new URL('manifest.json', FOLDER), 'utf8')) as readonly {
  file: string;
  expected_rows: number | null;
}[];

const COLUMNS = {
  child_id: { type: 'id', required: true },
  upn: { type: 'id' },
  dob: { type: 'date', earliest: '2000-01-01' },
  ethnicity: { type: 'code', codes: 'ethnicity' },
  offence_date: { type: 'date', future: true },
  gravity: { type: 'whole', least: 1, most: 8 },
} as const;

const ETHNICITY: CodeList = {
  name: 'ethnicity',
  labels: new Map(
    ['White British', 'Black Caribbean', 'Mixed – White & Asian', 'Not known', 'line1\nline2'].map(
      (label) => [normaliseLabel(label), label],
    ),
  ),
};

/** A contract of these columns, of which a file must have the heading of each. */
function contractOf(columns: readonly string[]): Contract {
  const own = Object.entries(COLUMNS).filter(([name]) => columns.includes(name));
  return contractFrom('children', { key: 'child_id', columns: Object.fromEntries(own) });
}

/** The columns of the files that have not all. */
const FEWER: Readonly<Record<string, readonly string[]>> = {
  'leading_zero_ids.csv': ['child_id', 'upn'],
  'long_digits.csv': ['child_id'],
  'nulls.csv': ['child_id', 'ethnicity'],
};
const TWO =
  /^(duplicate_headers|blank_header|header_(whitespace|nbsp)|reordered_columns|extra_column|missing_column|date_forms)/;

interface Fate {
  readonly accepted: number;
  readonly blocked: boolean;
  readonly codes: readonly string[];
}
const whole = (accepted: number, codes: readonly string[] = []): Fate => ({
  accepted,
  blocked: false,
  codes,
});
const stops = (accepted: number, ...codes: string[]): Fate => ({ accepted, blocked: true, codes });

/** What the manifest asks for, file by file, in our words; the others are accepted whole and nothing is said. */
const FATES: Readonly<Record<string, Fate>> = {
  'delimiter_flip_midfile.csv': stops(3, 'ragged-row'),
  'duplicate_headers.csv': stops(1, 'duplicate-heading'),
  'blank_header.csv': whole(1, ['extra-column']),
  'extra_column.csv': whole(1, ['extra-column']),
  'missing_column.csv': stops(0, 'no-heading'),
  'footer_total.csv': whole(3, ['totals-line']),
  'truncated_midfield.csv': stops(0, 'cut-short'),
  'unclosed_quote_row1.csv': stops(0, 'unclosed-quote'),
  'empty.csv': stops(0, 'empty-file'),
  'header_only.csv': whole(0, ['no-rows']),
  'dup_rows.csv': stops(3, 'duplicate-id'),
  'date_forms.csv': stops(3, 'bad-date', 'date-out-of-range'),
  'nulls.csv': stops(5, 'unknown-code', 'not-recorded'),
};

const counts = { files: 0, rows: 0, refused: 0 };
afterAll(() => {
  process.stdout.write(
    `hostile CSV: ${counts.files} of ${MANIFEST.length} files read, ${counts.rows} rows conserved, ${counts.refused} refused whole\n`,
  );
});

describe('a hostile file', () => {
  it.each(MANIFEST)('$file', async ({ file, expected_rows }) => {
    const bytes = readFileSync(new URL(file, FOLDER));
    const columns = FEWER[file] ?? (TWO.test(file) ? ['child_id', 'dob'] : Object.keys(COLUMNS));
    const codes = new Map([['ethnicity', ETHNICITY]]);
    const receipt = await taken(contractOf(columns), bytes, codes);
    const { received, accepted, setAside, blocked, problems } = receipt;
    const fate = FATES[file] ?? whole(expected_rows ?? Number.NaN);
    expect({ accepted, blocked, codes: [...new Set(problems.map(({ code }) => code))] }).toEqual(
      fate,
    );
    expect(received).toBe(accepted + setAside);
    counts.files += 1;
    if (receipt.files[0]?.report.refused) counts.refused += 1;
    else {
      expect(received).toBe(recordsIn(file, bytes));
      counts.rows += received;
    }
  });
});

function recordsIn(file: string, bytes: Buffer): number {
  const text = bytes.toString(file.startsWith('utf16le') ? 'utf16le' : 'latin1');
  return countRecords(text, file === 'semicolon.csv' ? ';' : ',', 'child_id');
}
