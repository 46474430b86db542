// An edition's figures and words → pack.<language>.xlsx, made by the Analysis Function's rules for accessible spreadsheets.
import { writeXlsx } from 'hucre';
import type { FigureWords } from '../figures/words.js';
import type { FigureRow } from '../publish/figures-table.js';
import {
  buildContents,
  buildCover,
  buildFigureSheet,
  buildNotes,
  type SectionTable,
} from './sheets.js';
import { chooseFormats, writeTableRow } from './table-rows.js';

/** What a workbook is made of. Its figures are those of figures.csv, which are disclosed. */
export interface WorkbookInput {
  readonly title: string;
  /** What the cover says under the title, a line a row. */
  readonly cover: readonly string[];
  readonly service: string;
  /** The day that the file says it was made, so that the same inputs give the same bytes. */
  readonly dated: string;
  /** The sections in order, each with its measures in order and their titles. */
  readonly sections: readonly {
    readonly title: string;
    readonly measures: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly rows: readonly FigureRow[];
}

/**
 * Writes the workbook of one language: a cover, the contents, the notes, and a sheet with one table for each section that has
 * a figure. Each row of figures.csv whose measure is in a section is a row of its table, with the same numbers. Throws
 * `RangeError` for a row whose measure is in none.
 */
export async function writeWorkbook(input: WorkbookInput, words: FigureWords): Promise<Uint8Array> {
  const figures = collectTables(input, words).map((table, at) =>
    buildFigureSheet(table, at + 1, words),
  );
  const notes = buildNotes(words);
  const cover = buildCover(input.title, input.cover, words.say('workbook.cover'));
  const contents = buildContents([notes, ...figures], words);
  const day = new Date(`${input.dated}T00:00:00Z`);
  return writeXlsx({
    sheets: [cover, contents.sheet, notes.sheet, ...figures.map(({ sheet }) => sheet)],
    properties: {
      ...{ title: input.title, creator: input.service, description: input.cover.join(' ') },
      ...{ created: day, modified: day },
    },
    defaultFont: { name: 'Arial', size: 12 },
    activeSheet: 0,
  });
}

function collectTables({ sections, rows }: WorkbookInput, words: FigureWords): SectionTable[] {
  const byMeasure = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const measure = String(row.measure);
    byMeasure.set(measure, [...(byMeasure.get(measure) ?? []), row]);
  }
  const placed = new Set(sections.flatMap(({ measures }) => measures.map(({ id }) => id)));
  const lost = [...byMeasure.keys()].filter((measure) => !placed.has(measure));
  if (lost.length > 0) throw new RangeError(`in no section: ${lost.join(', ')}`);
  return sections
    .map(({ title, measures }) => {
      const own = measures.flatMap(({ id, title: name }) =>
        (byMeasure.get(id) ?? []).map((row) => ({ row, name })),
      );
      return {
        title,
        rows: own.map(({ row, name }) => writeTableRow(row, name, words)),
        formats: own.map(({ row }) => chooseFormats(row)),
      };
    })
    .filter((table) => table.rows.length > 0);
}
