// The ledger: only appended to, and the deliveries that a pack of any day uses.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendLedger,
  selectKnownDeliveries,
  readLedgerEvents,
  readLedger,
  type LedgerEntry,
} from '../../pipeline/deliveries/ledger.js';
import { addDays } from '../../pipeline/domain/period.js';
import type { ProblemError } from '../../pipeline/domain/problem.js';
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
    added: 2,
    corrected: 0,
    withdrawn: 0,
    confirmed: [],
    ...changed,
  };
}

function known(entries: readonly LedgerEntry[], asAt: string): Record<string, string> {
  return Object.fromEntries(
    [...selectKnownDeliveries(entries, asAt)].map(([extract, found]) => [
      extract,
      found.map(({ delivery }) => delivery[0]).join(''),
    ]),
  );
}

/** Adds a line of deliveries. */
function append(folder: string, deliveries: LedgerEntry[]): void {
  appendLedger(folder, { what: 'received', on: '2023-04-01', deliveries, again: [] });
}

describe('the ledger', () => {
  it('returns events in the order appended, and changes no line', () => {
    const folder = join(emptyFolder(), 'not', 'yet', 'there');
    expect(readLedger(folder)).toEqual([]);
    append(folder, [entry('a', '2023-03-31'), entry('c', '2023-03-31')]);
    const before = readFileSync(join(folder, 'ledger.jsonl'), 'utf8');
    append(folder, [entry('b', '2022-12-31')]);
    expect(readLedger(folder).map(({ delivery }) => delivery[0])).toEqual(['a', 'c', 'b']);
    expect(readLedgerEvents(folder).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8').startsWith(before)).toBe(true);
  });

  it.each(['{"what":"received"', '{}', 'null', '[1]'])('refuses a damaged line: %s', (line) => {
    const folder = emptyFolder();
    append(folder, [entry('a', '2023-03-31')]);
    appendFileSync(join(folder, 'ledger.jsonl'), `${line}\n`);
    expect(problemsReading(folder)).toMatchObject([{ code: 'damaged-ledger', line: 2 }]);
  });

  it('refuses a ledger with a missing line', () => {
    const folder = emptyFolder();
    for (const digit of ['a', 'b', 'c']) append(folder, [entry(digit, '2023-03-31')]);
    const path = join(folder, 'ledger.jsonl');
    const [first, , third] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, `${first ?? ''}\n${third ?? ''}\n`);
    expect(problemsReading(folder)).toMatchObject([{ code: 'damaged-ledger', line: 2 }]);
  });

  it('ignores a last line that was cut off, and overwrites it', () => {
    const folder = emptyFolder();
    const path = join(folder, 'ledger.jsonl');
    append(folder, [entry('a', '2023-03-31')]);
    const whole = readFileSync(path);
    append(folder, [entry('b', '2023-03-31')]);
    const both = readFileSync(path);
    fc.assert(
      fc.property(fc.integer({ min: whole.length, max: both.length - 1 }), (cut) => {
        writeFileSync(path, both.subarray(0, cut));
        expect(readLedger(folder).map(({ delivery }) => delivery[0])).toEqual(['a']);
        append(folder, [entry('b', '2023-03-31')]);
        expect(readFileSync(path)).toEqual(both);
      }),
    );
  });

  it('follows a delivery through every erasure that rewrote it', () => {
    const folder = emptyFolder();
    append(folder, [entry('a', '2023-03-31'), entry('b', '2023-03-31')]);
    for (const [was, is] of [
      ['a', 'c'],
      ['c', 'd'],
    ] as const)
      appendLedger(folder, {
        what: 'erased',
        on: '2023-05-01',
        replaced: [{ was: was.repeat(64), is: is.repeat(64) }],
      });
    expect(readLedger(folder).map(({ delivery }) => delivery[0])).toEqual(['d', 'b']);
  });
});

/** What is wrong with a ledger. */
function problemsReading(folder: string): unknown {
  try {
    return readLedger(folder);
  } catch (error) {
    return (error as ProblemError).problems;
  }
}

describe('deliveries known on a day', () => {
  const part = { arrives: 'partial' } as const;

  it('include those of the day itself', () => {
    const lines = [entry('a', '2023-03-31')];
    expect(known(lines, '2023-03-30')).toEqual({});
    expect(known(lines, '2023-03-31')).toEqual({ outcomes: 'a' });
  });

  it('are the last full delivery, and every partial one after it', () => {
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

  it('are selected for each extract separately', () => {
    const lines = [entry('a', '2023-01-31'), entry('b', '2023-02-28', { extract: 'children' })];
    expect(known(lines, '2023-02-28')).toEqual({ outcomes: 'a', children: 'b' });
  });

  it('are the later of two received for one day', () => {
    expect(known([entry('a', '2023-03-31'), entry('b', '2023-03-31')], '2023-03-31')).toEqual({
      outcomes: 'b',
    });
  });

  it('do not change when later deliveries are added', () => {
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
