// A service in which few children account for many events: what is counted of them, and what may be claimed.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPages } from './read-pages.js';
import { boardpack } from './service.js';

type Row = Readonly<Record<string, string>>;

let folder = '';
let rows: readonly Row[] = [];
let page = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'boardpack-hard-'));
  cpSync(join(import.meta.dirname, 'hard'), folder, { recursive: true });
  const ran = await boardpack(
    ...['pack', '--settings', join(folder, 'service.yaml'), '--edition', 'board'],
    ...['--quarter', '2023-24 Q4', '--as-at', '2024-05-10'],
  );
  expect(ran.status).toBe(0);
  const board = join(folder, 'out', '2023-24-q4', 'board');
  const { data } = Papa.parse<Row>(readFileSync(join(board, 'figures.csv'), 'utf8'), {
    header: true,
  });
  rows = data;
  page = readPages(board, 'en');
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The headline of a measure for the window that ends on a day. */
function headline(measure: string, ends: string): Row | undefined {
  return rows.find(
    (row) =>
      row['measure'] === measure && row['window_end'] === ends && row['breakdown'] === 'total',
  );
}

describe('twelve orders of one child on one day', () => {
  it('are twelve sentences without an interval or a verdict, and one child', () => {
    expect(headline('custodial_sentences', '2024-03-31')).toMatchObject({
      ...{ numerator: '12', lower: '', upper: '', verdict: '' },
    });
    expect(headline('children_sentenced_to_custody', '2024-03-31')).toMatchObject({
      ...{ numerator: '1', verdict: 'too few to tell' },
    });
    expect(headline('children_sentenced_to_custody', '2023-03-31')).toMatchObject({
      numerator: '2',
    });
  });

  it('do not head the page of the chair', () => {
    const parts = { 'main-points': 'Main points', briefing: 'For the chair' };
    for (const [part, title] of Object.entries(parts)) {
      const said = new RegExp(`<section class="${part}[\\s\\S]*?</section>`).exec(page)?.[0] ?? '';
      expect(said).toContain(title);
      expect(said).not.toMatch(/Custodial sentences: clearly/);
    }
    expect(page).not.toContain('id="finding-custodial-sentences"');
  });
});

// Nights of the year to 31 March 2024, by hand: c12 29 (1 to 30 June); c14 9 (1 to 10 April); c15 2 (30 March to 1 April);
// c16 31, still open (1 March to 1 April); c13 none, released on the day.
it('counts a night of two overlapping remands once', () => {
  expect(headline('remand_nights', '2024-03-31')).toMatchObject({ numerator: '71' });
});

it('calls entries to quarterly cohorts entries, and gives the children behind them', () => {
  expect(headline('reoffending_binary', '2022-09-30')).toMatchObject({
    ...{ numerator: '5', denominator: '10', lower: '', verdict: '' },
  });
  expect(headline('reoffending_children', '2022-09-30')).toMatchObject({
    ...{ numerator: '2', denominator: '7' },
  });
  expect(page).toContain('those of 7 children');
});

// c08 has one caution, of 1 February 2022, for an offence of the 10th, and nothing else that could be a reoffence.
it('lists the offence of a caution that is dated before it, which is no reoffence, as a fault', () => {
  const fixes = readFileSync(join(folder, 'out', '2023-24-q4', 'fix-list.csv'), 'utf8');
  expect(fixes).toMatch(/^Offences dated after the outcome that dealt with them,offences,OF0015,/m);
});
