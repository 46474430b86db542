// The project's own linkage rules and nicknames, for the tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readLinkage } from '../../pipeline/identity/fields.js';
import { projectFolder } from '../../pipeline/config/project.js';

const FOLDER = join(projectFolder(), 'queries', 'linkage');

export const linkage = readLinkage(FOLDER);

/** The other forms of each forename, as the list has them. */
export function otherForms(): Map<string, string[]> {
  const rows = Papa.parse<{ name: string; also: string }>(
    readFileSync(join(FOLDER, 'nicknames.csv'), 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data;
  return new Map(rows.map(({ name, also }) => [name, also.split('|')]));
}
