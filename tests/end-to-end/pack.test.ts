// The whole path with the real program, database and browser: two commands' worth of a stranger's trust.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import Papa from 'papaparse';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countsNoPeople } from '../../pipeline/measures/declaration.js';
import { readPages } from './read-pages.js';
import { PROJECT, boardpack, hashes, removeServices, serviceLike, type Ran } from './service.js';
import { ownPack, sharedPack, type Packed } from './shared.js';
import { theProject } from '../project.js';

const QUARTER = ['--quarter', '2022-23 Q4', '--as-at', '2023-05-15'];
const FILES = [
  ...['annex.cy.html', 'annex.cy.pdf', 'annex.en.html', 'annex.en.pdf'],
  ...['figures.arrow', 'figures.csv', 'manifest.json'],
  ...['pack.cy.html', 'pack.cy.pdf', 'pack.cy.xlsx', 'pack.en.html', 'pack.en.pdf', 'pack.en.xlsx'],
];
const MOST_PAGES = { pack: 20, annex: 80 };
const EDITIONS = ['board', 'public'];

let service: Packed;
let first: Ran;
beforeAll(async () => {
  service = await ownPack('demonstration');
  first = service.ran;
});

afterAll(removeServices);

function built(...path: string[]): Buffer {
  return readFileSync(join(service.out, '2022-23-q4', ...path));
}

describe('boardpack pack', () => {
  test('builds both editions in both languages, and says what was received', () => {
    expect(first.stderr).toBe('');
    expect(first.status).toBe(0);
    const lines = readFileSync(join(PROJECT, 'data-samples/demonstration/children.csv'), 'utf8');
    const children = lines.trim().split('\n').length - 1;
    expect(first.stdout).toContain(`${children} received = ${children} accepted + 0 set aside`);
    for (const edition of EDITIONS)
      expect(readdirSync(join(service.out, '2022-23-q4', edition)).sort()).toEqual(FILES);
  });

  test('leaves nothing half-made behind', () => {
    const left = [...readdirSync(service.out), ...readdirSync(join(service.folder, 'deliveries'))];
    expect(left.filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.each(
    EDITIONS.flatMap((edition) =>
      ['en', 'cy'].flatMap((language) =>
        Object.entries(MOST_PAGES).map(([name, most]) => [edition, language, name, most] as const),
      ),
    ),
  )(
    '%s in %s, %s, is a tagged A4 document with a title, a language and no more than %i pages',
    async (edition, language, name, most) => {
      const pdf = await PDFDocument.load(built(edition, `${name}.${language}.pdf`), {
        updateMetadata: false,
      });
      expect(pdf.getPageCount()).toBeGreaterThan(2);
      expect(pdf.getPageCount()).toBeLessThanOrEqual(most);
      for (const page of pdf.getPages()) {
        expect(page.getWidth()).toBeCloseTo(595, -1);
        expect(page.getHeight()).toBeCloseTo(842, -1);
      }
      expect(pdf.getTitle()).toContain('2022-23 Q4');
      expect(pdf.catalog.get(PDFName.of('Lang'))?.toString()).toContain(language);
      const marks = pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict);
      expect(marks.get(PDFName.of('Marked'))?.toString()).toBe('true');
      expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
      expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true);
    },
  );

  test('the same inputs give the same files, byte for byte', async () => {
    const again = serviceLike('reports/service.yaml');
    // One language and edition, and the figures it shows: the others are made no differently, and those of the English service, both
    // editions, are built twice in as-at.test.ts.
    const own = ['--settings', again.settings, '--language', 'cy', '--edition', 'board'];
    const second = await boardpack('pack', ...QUARTER, ...own);
    expect(second.status).toBe(0);
    const one = hashes(again.out);
    const made = Object.keys(one).filter((path) => !path.endsWith('manifest.json'));
    expect(made.filter((path) => /\.cy\.(pdf|html|xlsx)$|figures\./.test(path))).toHaveLength(7);
    expect(made.map((path) => [path, one[path]])).toEqual(
      made.map((path) => [path, hashes(service.out)[path]]),
    );
  }, 120_000);

  test('figures.arrow holds the rows of figures.csv', () => {
    for (const edition of EDITIONS) {
      const csv = Papa.parse<Record<string, string>>(built(edition, 'figures.csv').toString(), {
        header: true,
        skipEmptyLines: true,
      });
      const arrow = tableFromIPC(built(edition, 'figures.arrow'));
      const columns = arrow.schema.fields.map(({ name }) => name);
      const rows = Array.from({ length: arrow.numRows }, (_, at) =>
        Object.fromEntries(columns.map((name) => [name, asText(arrow.getChild(name)?.get(at))])),
      );
      expect(rows).toEqual(csv.data);
    }
  });

  test('the board edition is marked and hides nothing; the public one is not, and hides small counts everywhere', () => {
    const rows = (edition: string) =>
      Papa.parse<Record<string, string>>(built(edition, 'figures.csv').toString(), {
        header: true,
        skipEmptyLines: true,
      }).data;
    // But what its publisher suppressed: one figure of another area, in the sample to be seen.
    expect(
      rows('board')
        .filter(({ status }) => status === 'hidden')
        .map(({ area_kind, area_name }) => [area_kind, area_name]),
    ).toEqual([['family', 'Invented area A']]);
    for (const name of ['pack.en.html', 'annex.en.html']) {
      expect(built('board', name).toString()).toContain('OFFICIAL-SENSITIVE');
      expect(built('public', name).toString()).not.toContain('OFFICIAL-SENSITIVE');
    }
    // How many rows came would tell, with the pack before, how many children did.
    for (const [edition, says] of [
      ['board', true],
      ['public', false],
    ] as const) {
      expect(built(edition, 'manifest.json').includes('"received"')).toBe(says);
      expect(built(edition, 'annex.en.html').includes('Dates in it')).toBe(says);
    }
    // Nor any hash but those of its own files: a short extract can be guessed, and tried against its hash.
    const { files } = JSON.parse(built('public', 'manifest.json').toString()) as { files: object };
    for (const name of FILES.filter((each) => /\.(csv|html|json)$/.test(each)))
      for (const hash of built('public', name)
        .toString()
        .match(/\b[0-9a-f]{64}\b/g) ?? [])
        expect(Object.values(files)).toContain(hash);
    const open = rows('public');
    const ofNobody = new Set(
      theProject().measures.flatMap(({ declaration }) =>
        countsNoPeople(declaration) ? [declaration.id] : [],
      ),
    );
    expect(open.some(({ status }) => status === 'hidden')).toBe(true);
    for (const row of open) {
      const count = Number(row['numerator']);
      if (row['status'] !== 'shown') expect(row['value'] || row['upper']).toBe('');
      if (row['status'] === 'hidden') expect(row['numerator'] || row['denominator']).toBe('');
      if (row['area_kind'] === 'service' && !ofNobody.has(row['measure'] as string))
        expect(count > 0 && count < 5).toBe(false);
    }
  });
});

describe('another service', () => {
  test('an English one, in English only, of other years and headings, needs no edit to the code', async () => {
    const english = await sharedPack('english');
    expect(english.ran.status).toBe(0);
    const folder = join(english.out, '2023-24-q4', 'board');
    expect(readdirSync(folder).sort()).toEqual(FILES.filter((name) => !name.includes('.cy.')));
    const figures = readFileSync(join(folder, 'figures.csv'), 'utf8');
    expect(figures).toContain('Exampleshire Youth Justice Service');
    expect(figures).not.toContain('Demonstration');
    const says = 'the running text of the Welsh pack';
    expect(readPages(folder, 'en')).not.toContain(says);
    expect(readPages(join(service.out, '2022-23-q4', 'board'), 'en')).toContain(says);
  }, 120_000);
});

describe('what was typed', () => {
  test.each([
    [['pack'], '--quarter is missing'],
    [['pack', '--quarter', '2022-24 Q4'], 'is not a quarter'],
    [['pack', '--quarter', '2022-23 Q4', '--as-at', '2023-03-31'], 'is not over'],
    [['pack', '--quarter', '2022-23 Q4', '--edition', 'secret'], 'There is no edition "secret"'],
    [['bake'], 'There is no command "bake"'],
    [['pack', '--quater', '2022-23 Q4'], 'Did you mean --quarter?'],
    [['check', '--draft', '--settings', 'nowhere.yaml'], 'boardpack check does not use --draft'],
    [['check', '--settings', 'nowhere.yaml'], 'The file nowhere.yaml is not there'],
  ])('%j', async (argv, said) => {
    const ran = await boardpack(...argv);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(said);
  });

  test.each([
    [['--help'], 0, ['boardpack check', 'boardpack pack', 'boardpack doctor', 'Exit status']],
    [[], 2, ['boardpack check', 'boardpack pack', 'boardpack doctor', 'Exit status']],
    [['pack', '--help'], 0, ['--quarter', '--as-at', 'figures.csv']],
  ])('%j is answered with help, and exit status %i', async (argv, status, said) => {
    const ran = await boardpack(...argv);
    expect(ran).toMatchObject({ status, stderr: '' });
    for (const each of said) expect(ran.stdout).toContain(each);
  });
});

/** A field of Arrow as CSV writes it. */
function asText(field: unknown): string {
  return typeof field === 'string' || typeof field === 'number' ? String(field) : '';
}
