// The folder of a built pack → what a reader of its pages, figures and lists can see.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readPages } from '../end-to-end/read-pages.js';
import { readDocumentHeadings } from '../../pipeline/print/bookmarks.js';

export type Row = Readonly<Record<string, string>>;

/** How a build ended, and what it left. */
export interface PrintedPack {
  /** Whether anything stopped it. */
  readonly stopped: boolean;
  /** What the program said of it. */
  readonly said: string;
  readonly folder: string;
  /** What the names of an edition's files begin with. */
  readonly prefix: '' | 'draft-';
  /** The last day of the quarter, YYYY-MM-DD. */
  readonly ends: string;
}

/** Rows of a CSV file of the pack's folder; none where there is no such file. */
export function readRows({ folder }: PrintedPack, path: string): readonly Row[] {
  const file = join(folder, path);
  if (!existsSync(file)) return [];
  return Papa.parse<Row>(readFileSync(file, 'utf8').trim(), { header: true }).data;
}

/** The words of an edition's English pages, without markup. A heading begins with #. */
export function readPage({ folder, prefix }: PrintedPack, edition: string): string {
  const html = readPages(join(folder, edition), 'en', prefix)
    .replace(/<(style|svg|script)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<h[1-6]\b/g, '# $&')
    .replace(/<\/(?:td|th|p|li|h[1-6])>/g, ' | ');
  const [{ words } = { words: '' }] = readDocumentHeadings(
    `<h1>${html.replace(/<\/?h1\b[^>]*>/g, ' ')}</h1>`,
  );
  return words;
}

/** Every file of the pack's folder as text, by its path. */
export function readTexts({ folder }: PrintedPack): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:csv|json|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}
