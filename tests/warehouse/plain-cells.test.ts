// A plain file cut into two stretches by the database: each line is in one of them, with its number.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainLayout, type PlainLayout } from '../../pipeline/extracts/simple-csv.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { cellsIn } from '../../pipeline/warehouse/plain-cells.js';
import { emptyFolder } from '../deliveries/folder.js';

let database: Connection;
beforeAll(async () => {
  database = await openForBuilding(':memory:');
});
afterAll(() => {
  database.close();
});

function layoutOf(lines: readonly string[], lineBreak: string): PlainLayout {
  const path = join(emptyFolder(), 'visits.csv');
  writeFileSync(path, ['A service', '', 'id,place', ...lines, ''].join(lineBreak));
  return plainLayout({ path, name: 'visits.csv' }, (cells) => cells[0] === 'id');
}

/** The first cell of every row, with the number of the line that it is said to stand in. */
async function numbered(layout: PlainLayout): Promise<string[]> {
  const found = [];
  for (const { cells, line } of cellsIn(layout, 4)) {
    const rows = await database.ask(
      `select cell_0, (row_number() over () + ${line - 1})::integer from ${cells}`,
    );
    found.push(...rows.map(([id, at]) => `${id} in ${at}`));
  }
  return found;
}

describe('the two stretches of a plain file', () => {
  const lines = Array.from({ length: 4000 }, (_, at) => `V${at},${'a '.repeat(at % 50)}place`);
  const all = lines.map((_, at) => `V${at} in ${at + 4}`);

  it.each(['\n', '\r\n'])('have each line once and in order, with line break %j', async (end) => {
    const layout = layoutOf(lines, end);
    expect(await numbered(layout)).toEqual(all);
    // Of a large file the second stretch reads past the lines that a smaller one skips.
    expect(await numbered({ ...layout, bytes: 1e9 })).toEqual(all);
  });

  it('have them however many lines there seem to be', async () => {
    const layout = layoutOf(lines, '\n');
    for (const records of [0, 1, 3999, 4000])
      for (const bytes of [layout.bytes, 1e9])
        expect(await numbered({ ...layout, records, bytes })).toEqual(all);
  });
});
