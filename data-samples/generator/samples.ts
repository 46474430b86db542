// Every plan → every file of data-samples, by its path in that folder.
import { writeCsv } from './csv.js';
import { demonstrationTables } from './demonstration.js';
import { SYNTHETIC } from './notices.js';
import { flintshirePopulation } from './population.js';
import { publishedFigures } from './published.js';
import type { Table } from './tables.js';

/** Files by path: text in UTF-8, or bytes. */
export type Files = Map<string, string | Uint8Array>;

/** Makes all the samples in memory. The same source gives the same bytes on every computer. */
export function sampleFiles(): Files {
  const files: Files = new Map();
  for (const [extract, table] of Object.entries(demonstrationTables()))
    files.set(`demonstration/${extract}.csv`, csv(table));
  files.set('demonstration/reference/population.csv', csv(flintshirePopulation()));
  files.set('demonstration/reference/published.csv', csv(publishedFigures()));
  files.set('demonstration/SYNTHETIC.txt', SYNTHETIC);
  return files;
}

function csv(table: Table): string {
  return writeCsv(table.headings, table.rows);
}
