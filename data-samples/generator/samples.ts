// Every plan → every file of data-samples, by its path in that folder.
import { writeCsv } from './csv.js';
import { demonstrationTables } from './demonstration.js';
import { englishPublished, englishTables, exampleshirePopulation } from './english.js';
import { expectedProblems, faultySets, type Faulty } from './faults.js';
import { SYNTHETIC } from './notices.js';
import { flintshirePopulation } from './population.js';
import { publishedFigures } from './published.js';
import type { Table } from './tables.js';
import { writeWorkbook } from './workbook.js';

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
  addEnglishService(files);
  for (const faulty of faultySets()) addFaultySet(files, faulty);
  return files;
}

/** One extract comes as a workbook, as it does where somebody opens it before sending it on. */
function addEnglishService(files: Files): void {
  const folder = 'english-service';
  const { outcomes, ...others } = englishTables();
  files.set(`${folder}/outcomes_2024-25-q1.xlsx`, writeWorkbook('outcomes', outcomes));
  for (const [extract, table] of Object.entries(others))
    files.set(`${folder}/${extract}_2024-25-q1.csv`, csv(table));
  files.set(`${folder}/reference/population.csv`, csv(exampleshirePopulation()));
  files.set(`${folder}/reference/published.csv`, csv(englishPublished()));
  files.set(`${folder}/SYNTHETIC.txt`, SYNTHETIC);
}

function addFaultySet(files: Files, faulty: Faulty): void {
  const folder = `faults/${faulty.code}`;
  for (const [extract, table] of Object.entries(faulty.tables))
    files.set(`${folder}/${extract}.csv`, csv(table));
  files.set(`${folder}/expected.yaml`, expectedProblems(faulty));
  files.set(`${folder}/SYNTHETIC.txt`, SYNTHETIC);
}

function csv(table: Table): string {
  return writeCsv(table.headings, table.rows);
}
