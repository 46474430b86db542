// The ledger: only added to, and what a pack of any day stands on.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendLedger,
  knownAt,
  readLedger,
  type LedgerEntry,
} from '../../pipeline/deliveries/ledger.js';
import { addDays } from '../../pipeline/domain/period.js';
import { Stopped } from '../../pipeline/domain/problem.js';
import { emptyFolder } from './folder.js';

/** A line for an extract; its delivery is told by one digit. */
function entry(digit: string, known_from: string, changed: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    extract: 'outcomes',
    delivery: digit.repeat(64),
    contract_version: 1,
    arrives: 'full',
    files: [{ name: 'outcomes.csv', sha256: digit, bytes: 9, encoding: 'UTF-8', received: 3 }],
    received: 3,
    accepted: 2,
    set_aside: 1,
    known_from,
    key_mark: 'k',
    ...changed,
  };
}

function known(entries: readonly LedgerEntry[], asAt: string): Record<string, string> {
  return Object.fromEntries(
    [...knownAt(entries, asAt)].map(([extract, found]) => [
      extract,
      found.map(({ delivery }) => delivery[0]).join(''),
    ]),
  );
}

describe('the ledger', () => {
  it('gives back what was added, in the order it was added, and changes no line', () => {
    const folder = join(emptyFolder(), 'not', 'yet', 'there');
    expect(readLedger(folder)).toEqual([]);
    const lines = [entry('a', '2023-03-31'), entry('b', '2022-12-31')];
    appendLedger(folder, lines.slice(0, 1));
    const before = readFileSync(join(folder, 'ledger.jsonl'), 'utf8');
    appendLedger(folder, lines.slice(1));
    appendLedger(folder, []);
    expect(readLedger(folder)).toEqual(lines);
    expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8').startsWith(before)).toBe(true);
  });

  it.each(['{"extract":"outcomes"', '{}', 'null', '[1]'])('refuses a damaged line: %s', (line) => {
    const folder = emptyFolder();
    appendLedger(folder, [entry('a', '2023-03-31')]);
    appendFileSync(join(folder, 'ledger.jsonl'), `${line}\n`);
    expect(() => readLedger(folder)).toThrow(Stopped);
    try {
      readLedger(folder);
    } catch (error) {
      expect((error as Stopped).problems).toMatchObject([{ code: 'damaged-ledger', line: 2 }]);
    }
  });
});

describe('what is known at a day', () => {
  const part = { arrives: 'partial' } as const;

  it('begins with the day itself', () => {
    const lines = [entry('a', '2023-03-31')];
    expect(known(lines, '2023-03-30')).toEqual({});
    expect(known(lines, '2023-03-31')).toEqual({ outcomes: 'a' });
  });

  it('is the last full delivery, and every partial one after it', () => {
    const lines = [
      entry('a', '2023-01-31'),
      entry('b', '2023-02-28', part),
      entry('c', '2023-03-31'),
      entry('d', '2023-04-30', part),
      entry('e', '2023-05-31', part),
    ];
    expect(known(lines, '2023-02-28')).toEqual({ outcomes: 'ab' });
    expect(known(lines, '2023-03-31')).toEqual({ outcomes: 'c' });
    expect(known(lines, '2023-06-30')).toEqual({ outcomes: 'cde' });
  });

  it('is of each extract by itself', () => {
    const lines = [entry('a', '2023-01-31'), entry('b', '2023-02-28', { extract: 'children' })];
    expect(known(lines, '2023-02-28')).toEqual({ outcomes: 'a', children: 'b' });
  });

  it('is the later of two received for one day', () => {
    expect(known([entry('a', '2023-03-31'), entry('b', '2023-03-31')], '2023-03-31')).toEqual({
      outcomes: 'b',
    });
  });

  it('of a past day is not changed by anything known from later', () => {
    const line = fc.record({
      digit: fc.constantFrom('a', 'b', 'c'),
      after: fc.integer({ min: 0, max: 40 }),
      arrives: fc.constantFrom('full' as const, 'partial' as const),
    });
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (old, fresh) => {
        const lineOf =
          (shift: number) =>
          ({ digit, after, arrives }: (typeof old)[number]) =>
            entry(digit, addDays('2023-01-01', after + shift), { arrives });
        const before = old.map(lineOf(0));
        const day = addDays('2023-01-01', 40);
        expect(known([...before, ...fresh.map(lineOf(41))], day)).toEqual(known(before, day));
      }),
    );
  });
});
