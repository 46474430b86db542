// The figures files of built packs: a row is `shown` exactly where it has a value, and every other says why.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isFigureNote } from '../../pipeline/domain/figure-note.js';
import { sharedPack } from '../end-to-end/shared.js';

type Row = Readonly<Record<string, string>>;

async function readEditions(name: 'demonstration' | 'english'): Promise<Map<string, Row[]>> {
  const { out } = await sharedPack(name);
  const [quarter = ''] = readdirSync(out);
  const editions = readdirSync(join(out, quarter), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return new Map(
    editions.map((edition) => {
      const folder = join(out, quarter, edition.name);
      const text = readFileSync(join(folder, 'figures.csv'), 'utf8');
      return [folder, Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data];
    }),
  );
}

describe.each(['demonstration', 'english'] as const)('the figures of %s', (name) => {
  it('are shown exactly where there is a value', async () => {
    for (const [folder, rows] of await readEditions(name)) {
      expect(rows.length, folder).toBeGreaterThan(500);
      const wrong = rows.filter(({ value, status }) => (value !== '') !== (status === 'shown'));
      expect(wrong, folder).toEqual([]);
    }
  });

  it('say of every row without data why, from the declared list, and beside no hidden number', async () => {
    for (const [folder, rows] of await readEditions(name)) {
      const notes = rows.flatMap(({ note = '' }) => (note === '' ? [] : [note]));
      expect(notes.length, folder).toBeGreaterThan(50);
      expect(notes.filter((note) => !isFigureNote(note))).toEqual([]);
      const silent = rows.filter(({ note, status }) => status === 'no data' && note === '');
      expect(silent, folder).toEqual([]);
      const said = rows.filter(({ note, status }) => /hidden|immature/.test(status ?? '') && note);
      expect(said, folder).toEqual([]);
    }
  });

  it('are the same notes in the Arrow file', async () => {
    for (const [folder, rows] of await readEditions(name)) {
      const table = tableFromIPC(readFileSync(join(folder, 'figures.arrow')));
      const column = table.getChild('note');
      const notes = Array.from({ length: table.numRows }, (_, at) => String(column?.get(at) ?? ''));
      expect(notes).toEqual(rows.map(({ note }) => note));
    }
  });
});
