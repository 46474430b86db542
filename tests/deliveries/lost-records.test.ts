// A full extract cut short → named first with what it lost, by check and receive, before the rows that refer to it.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  PROJECT,
  boardpack,
  emptyService,
  removeServices,
  serviceLike,
  type Service,
} from '../end-to-end/service.js';

const SENT = join(PROJECT, 'data-samples', 'demonstration');
let service: Service;

beforeAll(async () => {
  service = serviceLike('reports/service.yaml');
  expect(await boardpack('receive', '--settings', service.settings)).toMatchObject({ status: 0 });
}, 120_000);
afterAll(removeServices);

const readSent = (extract: string): string => readFileSync(join(SENT, `${extract}.csv`), 'utf8');
const splitLines = (text: string): string[] => text.trimEnd().split('\n');
const countRecords = (extract: string): number => splitLines(readSent(extract)).length - 1;

/** The extract without its second half, ended as a file ends. */
function halve(text: string): string {
  const lines = splitLines(text);
  return `${lines.slice(0, Math.ceil(lines.length / 2)).join('\n')}\n`;
}

/** The blocking problems of a command over the extracts with one of them changed, in the order printed. */
async function refuse(command: string, extract: string, text: string): Promise<string[]> {
  const folder = join(emptyService().folder, 'sent');
  cpSync(SENT, folder, { recursive: true });
  writeFileSync(join(folder, `${extract}.csv`), text);
  const argv = ['--settings', service.settings, '--extracts', folder];
  const { status, stderr } = await boardpack(command, ...argv);
  expect(status).toBe(2);
  return stderr.split('\n').filter((line) => line.startsWith('problem ['));
}

/** How many rows of an extract have, in a column, a value that a text no longer has in its first column. */
function countReferring(extract: string, column: string, parent: string, left: string): number {
  const read = (text: string): Record<string, string>[] =>
    parse<Record<string, string>>(text.trimEnd(), { header: true }).data;
  const [key = ''] = Object.keys(read(left)[0] ?? {});
  const there = new Set(read(left).map((row) => row[key]));
  const before = new Set(read(readSent(parent)).map((row) => row[key]));
  const values = read(readSent(extract)).map((row) => row[column]);
  return values.filter((value) => before.has(value) && !there.has(value)).length;
}

describe.each(['check', 'receive'])('%s', (command) => {
  it('names outcomes cut to half first, with the true number of rows that refer to them', async () => {
    const left = halve(readSent('outcomes'));
    const lost = countRecords('outcomes') - (splitLines(left).length - 1);
    const [first = '', ...others] = await refuse(command, 'outcomes', left);
    expect(first).toContain('[rows-lost] outcomes has ');
    expect(first).toContain(String(lost));
    const rows = countReferring('outcome_offences', 'outcome_id', 'outcomes', left);
    expect(rows).toBeGreaterThan(21);
    expect(first).toContain(`outcome_offences (${rows.toLocaleString('en-GB')} rows)`);
    expect(others.filter((line) => line.includes('not in outcomes'))).toEqual([]);
  }, 120_000);

  it('names children cut to half first', async () => {
    const [first = '', ...others] = await refuse(command, 'children', halve(readSent('children')));
    expect(first).toContain('[rows-lost] children has ');
    expect(first).toMatch(/offences \([\d,]+ rows\), outcomes \([\d,]+ rows\)/);
    expect(others.filter((line) => line.includes('not in children'))).toEqual([]);
  }, 120_000);

  it('names a partner’s file cut to half', async () => {
    const [first = '', ...others] = await refuse(command, 'arrests', halve(readSent('arrests')));
    expect(first).toContain('[rows-lost] arrests has ');
    // Its last event is earlier too, which only the store shows.
    expect(others.filter((line) => !line.startsWith('problem [older-extract]'))).toEqual([]);
  }, 120_000);

  it('names the file whose last line is cut', async () => {
    const cut = readSent('outcomes').trimEnd().slice(0, -12);
    const said = await refuse(command, 'outcomes', cut);
    expect(said).toEqual([expect.stringMatching(/^problem \[cut-short\]/)]);
  }, 120_000);
});
