// A sample service and changes → its files in a folder of its own.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dump, load } from 'js-yaml';
import Papa from 'papaparse';
import { addDays } from '../../pipeline/domain/period.js';
import { projectFolder } from '../../pipeline/config/project.js';
import type { Change, PackPlan } from './input.js';

type Row = Record<string, string>;

interface Sample {
  /** Folders and files of the project, by where they are put. */
  readonly files: Readonly<Record<string, string>>;
  readonly quarter: string;
  readonly asAt: string;
  /** Where the settings then find them. */
  readonly settings: Readonly<Record<string, unknown>>;
}

const OWN = { deliveries: 'deliveries', output: 'out' };
const LARGE = { ...OWN, extracts: '.', reference: 'reference', key_file: 'synthetic.key' };

export const SAMPLES: Readonly<Record<PackPlan['service'], Sample>> = {
  small: {
    files: { '.': 'tests/first-contact/cases/base' },
    ...{ quarter: '2022-23 Q4', asAt: '2023-05-15', settings: OWN },
  },
  hard: {
    files: { '.': 'tests/end-to-end/hard' },
    ...{ quarter: '2023-24 Q4', asAt: '2024-05-10', settings: OWN },
  },
  stale: {
    files: { '.': 'tests/warehouse/stale' },
    ...{ quarter: '2023-24 Q4', asAt: '2024-05-10', settings: OWN },
  },
  demonstration: {
    files: {
      '.': 'data-samples/demonstration',
      'service.yaml': 'reports/service.yaml',
      'receipts.yaml': 'reports/receipts.yaml',
    },
    ...{ quarter: '2022-23 Q4', asAt: '2023-05-15' },
    settings: { ...LARGE, receipts: 'receipts.yaml', languages: ['en'] },
  },
  english: {
    files: { '.': 'data-samples/english-service' },
    ...{ quarter: '2023-24 Q4', asAt: '2024-07-31', settings: OWN },
  },
};

/** Puts a sample service into a new folder. */
export function layOutSample(service: PackPlan['service'], folder: string): void {
  const { files, settings } = SAMPLES[service];
  mkdirSync(folder, { recursive: true });
  for (const [to, from] of Object.entries(files))
    cpSync(join(projectFolder(), from), join(folder, to), { recursive: true });
  applyChange(folder, { settings });
}

/** Makes one change to the files of a service in a folder. Throws where it finds no row to change. */
export function applyChange(folder: string, change: Change): void {
  if ('settings' in change) changeSettings(folder, change.settings);
  else if ('file' in change) write(join(folder, change.file), change.text);
  else {
    const path = findExtract(folder, change.in);
    const { data, meta } = Papa.parse<Row>(readFileSync(path, 'utf8').trim(), { header: true });
    const fields = meta.fields ?? [];
    write(path, Papa.unparse({ fields, data: changeRows(data, change, fields) }));
  }
}

function changeRows(
  rows: Row[],
  change: Exclude<Change, { settings: unknown } | { file: unknown }>,
  fields: readonly string[],
): Row[] {
  if ('add' in change) {
    requireFields(change.add, fields, change.in);
    const numbers = Array.from({ length: change.times }, (_, at) => at + 1);
    return [...rows, ...numbers.flatMap((n) => change.add.map((row) => fillRow(row, n)))];
  }
  const where = 'remove' in change ? change.remove : change.where;
  const matches = (row: Row): boolean => Object.entries(where).every(([k, v]) => row[k] === v);
  if (!rows.some(matches)) throw new Error(`no row of ${change.in} is ${JSON.stringify(where)}`);
  if ('remove' in change) return rows.filter((row) => !matches(row));
  requireFields([change.set], fields, change.in);
  return rows.map((row) => (matches(row) ? { ...row, ...change.set } : row));
}

function requireFields(rows: readonly Row[], fields: readonly string[], place: string): void {
  const unknown = rows.flatMap((row) => Object.keys(row)).filter((name) => !fields.includes(name));
  if (unknown.length > 0) throw new Error(`${place} has no column ${unknown.join(', ')}`);
}

function fillRow(row: Row, n: number): Row {
  const fill = (text: string): string =>
    text
      .replaceAll('{n}', String(n).padStart(3, '0'))
      .replace(/\{(\d{4}-\d\d-\d\d)\+(\d+)\}/g, (_, day: string, step: string) =>
        addDays(day, (n - 1) * Number(step)),
      );
  return Object.fromEntries(Object.entries(row).map(([name, text]) => [name, fill(text)]));
}

function changeSettings(folder: string, changed: Readonly<Record<string, unknown>>): void {
  const path = join(folder, 'service.yaml');
  const settings = { ...(load(readFileSync(path, 'utf8')) as object), ...changed };
  const kept = Object.entries(settings).filter(([, value]) => value !== null);
  write(path, dump(Object.fromEntries(kept)));
}

function findExtract(folder: string, name: string): string {
  const paths = [`${name}.csv`, `reference/${name}.csv`].map((path) => join(folder, path));
  const path = paths.find((each) => existsSync(each));
  if (path === undefined) throw new Error(`no file of ${name}`);
  return path;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
