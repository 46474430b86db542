// Every row of a printed table of groups stands on one population: all together is what the sexes add up to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRows, type Row } from '../sentences/figures-file.js';
import { readPages } from './read-pages.js';
import { sharedPack } from './shared.js';

const ALL = { en: 'All together', cy: 'Pawb ynghyd' } as const;
const PER = /^per ([\d,]+)$/;

/** By measure, the rate of the row of all together in its table of groups, as printed. */
function readPrintedRates(html: string, label: string): Map<string, string> {
  const row = new RegExp(
    `<th scope="row">${label}</th><td class="number">[^<]*</td><td class="number">([^<]*)</td>`,
  );
  const pages = html.matchAll(/<h3 id="measure-([\w-]+)">[\s\S]*?(?=<h3 id="|$)/g);
  return new Map(
    [...pages].flatMap(([page, id = '']) => {
      const rate = row.exec(page)?.[1];
      return rate === undefined ? [] : [[id.replaceAll('-', '_'), rate] as const];
    }),
  );
}

/** The rate of all children of a measure's newest window, on the people of both sexes in the file. */
function addUpSexes(rows: readonly Row[], measure: string): number | undefined {
  const own = rows.filter((row) => row.measure === measure && row.areaKind === 'service');
  const sexes = own.filter(
    ({ breakdown, group }) => breakdown === 'sex' && /^(Fem|M)ale$/.test(group),
  );
  const newest = sexes
    .map(({ ends }) => ends)
    .sort()
    .at(-1);
  const now = sexes.filter(({ ends }) => ends === newest);
  const people = now.reduce((sum, { denominator }) => sum + (denominator ?? NaN), 0);
  const all = own.find(
    (row) => row.breakdown === 'total' && row.ends === newest && PER.test(row.unit),
  );
  const per = Number(PER.exec(all?.unit ?? '')?.[1]?.replaceAll(',', ''));
  return ((all?.numerator ?? NaN) * per) / people;
}

describe.each([
  ['demonstration', '2022-23-q4', 'en'],
  ['demonstration', '2022-23-q4', 'cy'],
  ['english', '2023-24-q4', 'en'],
] as const)('%s %s, %s', (sample, quarter, language) => {
  it('has all together on the population of the groups below it', async () => {
    const folder = join((await sharedPack(sample)).out, quarter, 'board');
    const rows = readRows(readFileSync(join(folder, 'figures.csv'), 'utf8'));
    const printed = readPrintedRates(readPages(folder, language), ALL[language]);
    expect(printed.size).toBeGreaterThanOrEqual(2);
    for (const [measure, rate] of printed) {
      const decimals = rate.split('.')[1]?.length ?? 0;
      expect(addUpSexes(rows, measure)?.toFixed(decimals), measure).toBe(rate);
    }
  });
});
