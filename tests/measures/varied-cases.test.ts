// cases.yaml of a folder with variants: which of them a case proves, and what stands for what it leaves open.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Measure } from '../../pipeline/measures/count.js';
import { readCases, type Case } from './cases.js';

let project: string;
let folder: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'boardpack-cases-'));
  folder = join(project, 'queries', 'measures', 'came');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'measure.yaml'), 'variants: { health: {}, police: {} }');
});
afterEach(() => {
  rmSync(project, { recursive: true });
});

/** The cases of one variant, where `cases.yaml` has one case of these lines. */
function readOwnCases(id: string, own: string, row = '{ partner: $partner }'): Case[] {
  const rows = `  given: { marts.came: [${row}] }\n  expect: []\n`;
  writeFileSync(join(folder, 'cases.yaml'), `- name: a case\n${own}${rows}`);
  const measure = { declaration: { id }, folder: 'came', parameters: { partner: id } };
  return readCases(measure as unknown as Measure, project);
}
const rows = (cases: readonly Case[]): unknown => cases.map(({ given }) => given['marts.came']);

describe('a case', () => {
  it('proves every variant, each with its parameter', () => {
    expect(rows(readOwnCases('health', ''))).toEqual([[{ partner: 'health' }]]);
    expect(rows(readOwnCases('police', ''))).toEqual([[{ partner: 'police' }]]);
  });

  it('proves those named alone', () => {
    expect(readOwnCases('health', '  only: [health]\n')).toHaveLength(1);
    expect(readOwnCases('police', '  only: [health]\n')).toEqual([]);
  });

  it('gives each variant it names a literal of its own', () => {
    const each = '  each: { health: { other: 1 }, police: { other: two } }\n';
    expect(rows(readOwnCases('health', each, '{ partner: $other }'))).toEqual([[{ partner: 1 }]]);
    expect(rows(readOwnCases('police', each, '{ partner: $other }'))).toEqual([
      [{ partner: 'two' }],
    ]);
  });

  it.each([
    ['a variant that the folder has not', '  only: [fire]\n', undefined, /no variant fire/],
    [
      'both ways to name variants',
      '  only: [health]\n  each: { health: {} }\n',
      undefined,
      /both only and each/,
    ],
    [
      'a literal that nothing asks for',
      '  each: { health: { other: 1 } }\n',
      undefined,
      /nothing asks for \$other/,
    ],
    ['a name that nothing gives', '', '{ partner: $other }', /nothing gives \$other/],
  ])('is refused for %s', (_, own, row, message) => {
    expect(() => readOwnCases('health', own, row)).toThrow(message);
  });
});
