// What a manifest says of the files that were received: an auditor's, and nothing that a reader could guess them by.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../pipeline/deliveries/ledger.js';
import { writeManifest } from '../../pipeline/publish/manifest.js';

const HASH = /\b[0-9a-f]{32,64}\b/g;

function hash(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A delivery of one file. */
function delivery(extract: string, content: string, entry: Partial<LedgerEntry> = {}): LedgerEntry {
  const file = { name: `${extract}_of_a_child.csv`, sha256: hash(content), bytes: content.length };
  return {
    ...{ extract, delivery: hash(`rows of ${content}`), contract_version: 3, arrives: 'full' },
    ...{ files: [{ ...file, encoding: 'utf-8', received: 1 }], received: 1, accepted: 1 },
    ...{ set_aside: 0, added: 1, corrected: 0, withdrawn: 0, known_from: '2023-05-10' },
    ...{ key_mark: 'abc', confirmed: [] },
    ...entry,
  };
}

function manifestOf(hideBelow: number, deliveries: readonly LedgerEntry[], edition = 'e'): string {
  const pack = { service: 'A', quarter: '2022-23 Q4', asAt: '2023-05-15', draft: false, edition };
  const facts = { synthetic: true, version: '0', covers: { from: '', to: '' } };
  const files = new Map([['figures.csv', 'measure\n']]);
  return writeManifest({ ...pack, ...facts, hideBelow, deliveries, audit: null }, files);
}

describe('the manifest of an edition that hides', () => {
  it('has no hash but those of its own files', () => {
    const written = manifestOf(5, [delivery('custody', 'one row'), delivery('children', 'rows')]);
    expect(written.match(HASH)).toEqual([hash('measure\n')]);
    expect(written).not.toContain('of_a_child');
  });

  it.each<[string, readonly LedgerEntry[], readonly LedgerEntry[]]>([
    ['a file', [delivery('custody', 'a')], [delivery('custody', 'b')]],
    [
      'a further delivery of the same extract',
      [delivery('custody', 'a')],
      [delivery('custody', 'a'), delivery('custody', 'b', { arrives: 'partial' })],
    ],
    [
      'a file in two parts',
      [delivery('custody', 'a')],
      [
        delivery('custody', 'a', {
          files: [...delivery('custody', 'a').files, ...delivery('custody', 'b').files],
        }),
      ],
    ],
    ['a contract', [delivery('custody', 'a')], [delivery('custody', 'a', { contract_version: 4 })]],
    [
      'the order in which extracts came',
      [delivery('children', 'a'), delivery('custody', 'b')],
      [delivery('custody', 'b'), delivery('children', 'a')],
    ],
  ])(
    'is the same to the byte after a change of %s: nobody sees that a row came',
    (_, one, other) => {
      expect(manifestOf(5, one)).toBe(manifestOf(5, other));
    },
  );

  it('D: tells a guess of a short file from no other, as the hash of the file did', () => {
    const write = (day: number): string => `episode,start\nE1,2023-03-${String(day)}\n`;
    const days = Array.from({ length: 22 }, (_, at) => at + 10);
    const guess = (manifest: string): number[] =>
      days.filter((day) => manifest.includes(hash(write(day))));
    const received = [delivery('custody', write(17))];
    // Yesterday's manifest of every edition was as the board's still is.
    expect(guess(manifestOf(0, received))).toEqual([17]);
    expect(guess(manifestOf(5, received))).toEqual([]);
    for (const day of days)
      expect(manifestOf(5, [delivery('custody', write(day))])).toBe(manifestOf(5, received));
  });

  it('says which extracts it stands on', () => {
    const written = manifestOf(1, [delivery('custody', 'a'), delivery('children', 'b')]);
    expect(JSON.parse(written)).toMatchObject({
      hideBelow: 1,
      deliveries: [
        { extract: 'children', rows: 'hidden', files: 'hidden' },
        { extract: 'custody', rows: 'hidden', files: 'hidden' },
      ],
    });
  });
});

it('the manifest of the board says which file and which delivery each figure can be traced to', () => {
  const own = delivery('custody', 'one row');
  expect(JSON.parse(manifestOf(0, [own]))).toMatchObject({
    deliveries: [
      {
        ...{ extract: 'custody', delivery: own.delivery, received: 1, accepted: 1 },
        files: [{ name: 'custody_of_a_child.csv', sha256: hash('one row') }],
      },
    ],
  });
});
