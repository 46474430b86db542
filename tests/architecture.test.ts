// The rooms of pipeline/: what each may import, and what may be written in it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from '@typescript/typescript6';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../pipeline/config/project.js';
import {
  floorOf,
  importsOf,
  PIPELINE,
  sources,
  textsOf,
  type Import,
} from './architecture/imports.js';
import { findCircle, findRoomCircle } from './architecture/structure.js';

/**
 * Pure rooms, lowest floor first: each knows one subject, and is handed what it needs in order to act. `statistics` and
 * `disclosure` share a floor.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['domain'],
  ['locks'],
  ['extracts'],
  ['contracts'],
  ['identity'],
  ['deliveries'],
  ['warehouse'],
  ['measures'],
  ['data-quality'],
  ['statistics', 'disclosure'],
  ['figures'],
  ['commentary'],
  ['pack'],
  ['print'],
  ['publish'],
  ['workbook'],
];

/** Stage rooms put pure rooms together and may import their values. The files of the root are one of them. */
const STAGES: readonly string[] = [
  ...['', 'config', 'ingest', 'load', 'results', 'editions', 'build', 'render'],
  ...['erasure', 'doctor', 'setup', 'mapping', 'schedule', 'commands'],
];

/** Values taken from an earlier floor, each with the reason that copying or handing it in would be worse. */
const ALLOWED_VALUES: Readonly<Record<string, string>> = {
  'figures/relative-facts.ts < statistics/bounds.ts':
    'worked out from disclosed counts alone, so that no hidden one can be found in it',
  'figures/relative-facts.ts < statistics/relative-excess.ts':
    'worked out from disclosed counts alone, so that no hidden one can be found in it',
  'figures/subject.ts < measures/declaration.ts': 'the unit of a measure is said in one place',
  'pack/method.ts < measures/declaration.ts': 'the unit of a measure is said in one place',
  'statistics/comparators.ts < measures/declaration.ts':
    'whether what a measure counts is independent is said in one place',
  'statistics/values.ts < measures/declaration.ts':
    'whether what a measure counts is independent is said in one place',
};

/** Files of the lowest floor and of the pure ones that read the disk all the same, with the reason. */
const ALLOWED_READERS: Readonly<Record<string, string>> = {
  'domain/declared.ts': 'every floor reads its declarations alike, and only domain/ is below all',
};

const ALL = sources();
const IMPORTS = ALL.flatMap(importsOf);

/** All files and packages that come with a file when it is loaded. */
function reached(first: string): Set<string> {
  const found = new Set([first]);
  for (const file of found)
    for (const each of IMPORTS) if (each.file === file && !each.typesOnly) found.add(each.of);
  return found;
}

function level(floor: string): number {
  return FLOORS.findIndex((floors) => floors.includes(floor));
}

function said({ file, of }: Import): string {
  return `${file} < ${of}`;
}

/** Imports by a pure room of another room: not of packages, and not within a room. */
function between(): Import[] {
  return IMPORTS.filter(
    ({ file, of, ours }) =>
      ours && !STAGES.includes(floorOf(file)) && floorOf(file) !== floorOf(of),
  );
}

describe('rooms', () => {
  it('reads imports at all: every file but the plainest has some', () => {
    expect(ALL.length).toBeGreaterThan(100);
    expect(new Set(IMPORTS.map(({ file }) => file)).size).toBeGreaterThan(ALL.length / 2);
  });

  it('are each either pure or a stage', () => {
    const folders = readdirSync(PIPELINE, { withFileTypes: true }).filter((each) =>
      each.isDirectory(),
    );
    expect(folders.map(({ name }) => name).sort()).toEqual(
      [...FLOORS.flat(), ...STAGES.filter((name) => name !== '')].sort(),
    );
  });

  it('hold every file but the command line entry and the story', () => {
    const loose = ALL.map(({ fileName }) => fileName).filter((name) => floorOf(name) === '');
    expect(loose).toEqual(['build-pack.ts', 'cli.ts']);
  });

  it('imports only files that are there', () => {
    const files = new Set(ALL.map(({ fileName }) => fileName));
    expect(IMPORTS.filter(({ ours, of }) => ours && !files.has(of)).map(said)).toEqual([]);
  });

  it('when pure, import no later floor, no neighbour and no stage', () => {
    const wrong = between().filter(
      ({ file, of }) => level(floorOf(of)) < 0 || level(floorOf(of)) >= level(floorOf(file)),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it('when pure, take only types from earlier floors, but for domain and the values listed here', () => {
    const values = between().filter(({ of, typesOnly }) => !typesOnly && floorOf(of) !== 'domain');
    expect(values.map(said).sort()).toEqual(Object.keys(ALLOWED_VALUES).sort());
  });

  it('lets only warehouse/ see the database', () => {
    const seers = IMPORTS.filter(({ of }) => of.startsWith('@duckdb/'));
    expect(new Set(seers.map(({ file }) => floorOf(file)))).toEqual(new Set(['warehouse']));
  });

  it('keeps statistics, disclosure and domain pure: nothing of node, of the clock or of chance', () => {
    const pure = ['statistics', 'disclosure', 'domain'];
    const readers = IMPORTS.filter(
      ({ file, of, ours }) => pure.includes(floorOf(file)) && !ours && of.startsWith('node:'),
    );
    expect([...new Set(readers.map(({ file }) => file))]).toEqual(Object.keys(ALLOWED_READERS));
    const impure = ALL.filter(({ fileName }) => pure.includes(floorOf(fileName))).filter((source) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.|\bconsole\./.test(code(source)),
    );
    expect(impure.map(({ fileName }) => fileName)).toEqual([]);
  });

  it('and their files import nothing in a circle, types included', () => {
    expect(findCircle(IMPORTS)).toEqual([]);
    expect(findRoomCircle(IMPORTS)).toEqual([]);
  });
});

describe('a thread', () => {
  const SLOW = ['@duckdb/node-api', '@e965/xlsx', 'pdf-lib', 'puppeteer-core', 'vega'];

  it.each([
    ['commands/receive.ts', ['@duckdb/node-api']],
    ['commands/status.ts', []],
    ['commands/pack.ts', ['@duckdb/node-api', 'pdf-lib', 'puppeteer-core', 'vega']],
    ['extracts/workbook-worker.ts', ['@e965/xlsx']],
  ])('that begins with %s loads, of the packages slow to load, only %j', (first, own) => {
    const loaded = reached(first);
    expect(SLOW.filter((each) => loaded.has(each))).toEqual(own);
  });
});

describe('what is not written in TypeScript', () => {
  /** SQL that stands around an analyst's query: opening, filling, supplying windows. It names no mart. */
  const SQL_ALLOWED = ['warehouse', 'measures'];

  it('has a select statement that names a table only where the database is', () => {
    const found = ALL.filter(({ fileName }) => !SQL_ALLOWED.includes(floorOf(fileName))).filter(
      (source) => textsOf(source).some((text) => /\bselect\b[^.]*\bfrom\s+[\w"]/i.test(text)),
    );
    expect(found.map(({ fileName }) => fileName)).toEqual([]);
  });

  it('names no mart and no staging view in any text', () => {
    const found = ALL.filter((source) =>
      textsOf(source).some((text) => /\b(marts|staging)\.[a-z_]/.test(text)),
    );
    expect(found.map(({ fileName }) => fileName)).toEqual([]);
  });

  it('has no sentence in the floors whose words are read: figures and pack', () => {
    // A sentence is taken to be five words or more that end in a full stop. Problems and thrown errors are for us and
    // the information officer, never for the board, so the files of texts inside them are passed over by their place.
    const sentence = /(?:[\p{L}’',]+ ){4,}[\p{L}’']+[.?!]/u;
    const found = ALL.filter(({ fileName }) => ['figures', 'pack'].includes(floorOf(fileName)))
      .flatMap((source) => printedTexts(source).map((text) => ({ file: source.fileName, text })))
      .filter(({ text }) => sentence.test(text));
    expect(found).toEqual([]);
  });

  it('has no template that lets markup through unescaped', () => {
    const folder = join(projectFolder(), 'templates');
    const templates = readdirSync(folder).filter((name) => name.endsWith('.hbs'));
    expect(templates.length).toBeGreaterThan(5);
    const open = templates.filter((name) =>
      /\{\{\{|\{\{&/.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(open).toEqual([]);
  });
});

function code(source: ts.SourceFile): string {
  return ts.createPrinter({ removeComments: true }).printFile(source);
}

/** Texts of a file, without those of thrown errors and of the `what` and `fix` of problems. */
function printedTexts(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node)) return;
    if (ts.isPropertyAssignment(node) && ['what', 'fix'].includes(node.name.getText(source)))
      return;
    if (ts.isVariableDeclaration(node) && ['what', 'fix'].includes(node.name.getText(source)))
      return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) found.push(node.text);
    if (ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
