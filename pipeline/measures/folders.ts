// queries/measures → every measure that its folders declare, with its queries.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDeclaration, readEach } from '../domain/declared.js';
import { readYaml } from '../domain/yaml.js';
import type { Measure } from './count.js';
import { findParameters } from './parameters.js';
import { measureFileSchema } from './variants.js';

/** Which folder declares a measure. */
interface ListedMeasure {
  readonly id: string;
  readonly folder: string;
}

/**
 * Every measure by name, however faulty its declaration: a folder whose `measure.yaml` declares no variants, or is not
 * there to be read, is one measure of the folder's name.
 */
export function listMeasures(measures: string): ListedMeasure[] {
  return listFolders(measures).flatMap((folder) =>
    listIds(join(measures, folder, 'measure.yaml'), folder).map((id) => ({ id, folder })),
  );
}

function listFolders(measures: string): string[] {
  return readdirSync(measures, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function listIds(file: string, folder: string): string[] {
  const read = existsSync(file) ? readYaml(readFileSync(file, 'utf8')) : { value: null };
  const value = 'value' in read ? read.value : null;
  if (typeof value !== 'object' || value === null || !('variants' in value)) return [folder];
  return Object.keys(value.variants ?? {});
}

/** Reads every measure, in the order of folders and variants. Throws `ProblemError` with the problems of all folders. */
export function readMeasureFolders(measures: string, drafts: ReadonlySet<string>): Measure[] {
  const listed = listMeasures(measures);
  return readEach(listFolders(measures), (folder) => {
    const elsewhere = listed.filter((each) => each.folder !== folder);
    const otherIds = new Set(elsewhere.map(({ id }) => id));
    return readFolder(join(measures, folder), folder, otherIds, drafts);
  }).flat();
}

function readFolder(
  path: string,
  folder: string,
  otherIds: ReadonlySet<string>,
  drafts: ReadonlySet<string>,
): Measure[] {
  const sql = readFileSync(join(path, 'measure.sql'), 'utf8');
  const reconcile = readQuery(join(path, 'reconcile.sql'));
  const recorded = readQuery(join(path, 'recorded.sql'));
  const queryParameters = findParameters(`${sql}\n${reconcile ?? ''}\n${recorded ?? ''}`);
  const schema = measureFileSchema({ folder, queryParameters, otherIds, drafts });
  const declared = readDeclaration(join(path, 'measure.yaml'), schema);
  return declared.map((each) => ({ ...each, folder, sql, reconcile, recorded }));
}

function readQuery(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
