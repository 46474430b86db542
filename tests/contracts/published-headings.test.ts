// The columns that are published for extracts of partners (SSDA903, the standard safeguarding dataset) and the fields of
// the case systems' entities: each is a heading of its contract, and of the right column.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { locateColumns } from '../../pipeline/contracts/headings.js';
import { theProject } from '../project.js';

interface Row {
  readonly from: string;
  readonly extract: string;
  readonly heading: string;
  readonly column: string;
}

const ROWS = Papa.parse<Row>(
  readFileSync(join(import.meta.dirname, 'published-headings.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;
const { contracts } = theProject();

function placed(extract: string, cells: readonly string[]): ReturnType<typeof locateColumns> {
  const contract = contracts.find((each) => each.extract === extract);
  if (!contract) throw new Error(`no contract for ${extract}`);
  return locateColumns(contract, cells, `${extract}.csv`, 1);
}

describe('a published heading', () => {
  it.each(ROWS)('$from: $heading is $column of $extract', ({ extract, heading, column }) => {
    const { places, problems } = placed(extract, [heading]);
    expect(places.map((place) => place.column.name)).toEqual([column]);
    expect(problems.filter(({ code }) => code !== 'missing-column')).toEqual([]);
  });
});

describe('a published table', () => {
  const tables = new Map<string, Row[]>();
  for (const row of ROWS.filter(({ from }) => /^(SSDA903|ssd_)/.test(from))) {
    const key = `${row.from} ${row.extract}`;
    tables.set(key, [...(tables.get(key) ?? []), row]);
  }

  it.each([...tables])('%s names no column twice, and no unknown column', (_, rows) => {
    const [{ extract } = { extract: '' }] = rows;
    const { places, problems } = placed(
      extract,
      rows.map(({ heading }) => heading),
    );
    expect(places).toHaveLength(rows.length);
    expect(problems.filter(({ code }) => code !== 'missing-column')).toEqual([]);
  });

  it.each([
    ['care_children', 'SSDA903 Header'],
    ['care_episodes', 'SSDA903 Episodes'],
  ])('%s accepts the file %s unchanged', (extract, from) => {
    const cells = ROWS.filter((row) => row.from === from).map(({ heading }) => heading);
    expect(placed(extract, cells).problems).toEqual([]);
  });
});
