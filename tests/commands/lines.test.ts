// What commands print: columns that never run together, words in the service's language, and a reader that goes away.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linksPage, namedLinksPage } from '../../pipeline/commands/links-page.js';
import { printDeliveryDiffs, printReceipts } from '../../pipeline/commands/print.js';
import { printProblems } from '../../pipeline/commands/print-problems.js';
import type { Language } from '../../pipeline/domain/language.js';
import type { Problem } from '../../pipeline/domain/problem.js';
import { readLinkWords } from '../../pipeline/commands/link-words.js';
import { buildMissingReceipt } from '../../pipeline/ingest/receipt.js';
import type { ClericalReview } from '../../pipeline/load/clerical-review.js';
import { taken } from '../contracts/alone.js';
import { contractFrom } from '../contracts/sample.js';
import { PROJECT } from '../end-to-end/service.js';
import { linkage } from '../identity/declared.js';
import { PROBLEM_WORDS } from '../problems/words.js';

const RECEIPTS = ['needs', 'voluntary_interviews', 'intervention_programme_sessions'].map((name) =>
  buildMissingReceipt({
    contract: contractFrom(name, { key: 'a', columns: { a: { type: 'id' } } }),
  }),
);

function printed(print: (out: (line: string) => void) => void): string[] {
  const lines: string[] = [];
  print((line) => lines.push(line));
  return lines;
}

const quiet = { err: () => undefined, progress: () => undefined };

describe('lines of a table', () => {
  it('begin their figures in one column, however long a name is', () => {
    const received = printed((out) => {
      printReceipts({ ...quiet, out }, RECEIPTS);
    });
    expect(new Set(received.map((line) => line.search(/0 received/))).size).toBe(1);
    for (const line of received) expect(line).toMatch(/^[a-z_]+ {2,}0 received = 0 accepted/);
    const counts = { added: 1, corrected: 0, withdrawn: 0, problems: [], confirmed: [] };
    const news = RECEIPTS.map((receipt) => ({ ...counts, receipt, parquet: '', repeated: null }));
    const lines = printed((out) => {
      printDeliveryDiffs({ ...quiet, out }, news);
    });
    expect(new Set(lines.map((line) => line.search(/1 new/))).size).toBe(1);
  });

  it('count nothing of a file that was refused whole', async () => {
    const contract = contractFrom('visits', { key: 'a', columns: { a: { type: 'id' } } });
    const receipt = await taken(contract, 'a,b\nV1,"x\nV2,y\n');
    const [line] = printed((out) => {
      printReceipts({ ...quiet, out }, [receipt]);
    });
    expect(line).toBe('visits  refused whole: nothing accepted, nothing counted   STOPPED');
  });

  it('may be none', () => {
    expect(
      printed((out) => {
        printReceipts({ ...quiet, out }, []);
      }),
    ).toEqual([]);
  });
});

describe('problems', () => {
  const note = { kind: 'note', code: 'missing-extract', variant: 'any' } as const;
  const wrong = { kind: 'data', code: 'bad-date', file: 'custody.csv', column: 'start' } as const;
  const printLines = (problems: readonly Problem[], language: Language = 'en'): string[] =>
    printed((err) => {
      printProblems({ ...quiet, out: () => undefined, err }, problems, PROBLEM_WORDS[language]);
    });

  it('are printed after the notes, and a note that is the same of many files once with all of them', () => {
    const names = Array.from({ length: 40 }, (_, at) => `extract_number_${at}`);
    const lines = printLines([{ ...wrong, line: 12 }, ...names.map((file) => ({ ...note, file }))]);
    expect(lines[0]).toBe(`note [missing-extract] No file came for the extract ${names[0]}.`);
    const problem = lines.findIndex((line) => line.startsWith('problem'));
    expect(lines.slice(problem, problem + 2)).toEqual([
      'problem [bad-date] A date is not in a form that Boardpack reads, or no such day exists.',
      '  Where: custody.csv, column start, line 12',
    ]);
    const where = lines.slice(1, problem - 1).join('\n');
    expect(where.match(/extract_number_\d+/g)).toEqual(names);
    for (const line of lines.slice(1, problem - 1)) expect(line.length).toBeLessThan(110);
  });

  it('say what, where, how many and what to do, once for all the lines that have it', () => {
    const lines = [2, 5, 9].map((line) => ({ ...wrong, line }));
    expect(printLines([...lines, { ...wrong, line: 12, more: 8 }])).toEqual([
      'problem [bad-date] A date is not in a form that Boardpack reads, or no such day exists.',
      '  Where: custody.csv, column start, lines 2, 5, 9, 12 …',
      '  How many: 12 rows',
      '  → Write the day, the month and a year of four digits: 01/04/2022, 2022-04-01 or 1 April 2022.',
    ]);
    const [, where, count] = printLines(lines, 'cy');
    expect([where, count]).toEqual([
      '  Ble: custody.csv, colofn start, llinellau 2, 5, 9',
      '  Faint: 3 rhes',
    ]);
  });

  it('of several columns or files are printed one by one', () => {
    const lines = printLines([
      { ...wrong, line: 2 },
      { ...wrong, line: 2, column: 'end' },
      { ...wrong, line: 2, file: 'bail.csv' },
      { ...note, file: 'a' },
      { ...note, file: 'a', variant: 'from-system', facts: { system: 'Core' } },
    ]);
    expect(lines.filter((line) => /^(note|problem)/.test(line))).toHaveLength(5);
  });
});

describe('the list of links', () => {
  const nobody: ClericalReview = {
    ...{ pairs: [], linkage, day: '2023-05-15' },
    findIdentities: () => ({ person: [], child: [] }),
  };
  const words = (language: Language) => ({ language, say: readLinkWords(PROJECT, language) });

  it('is in the language asked for, its first line and its warning too', () => {
    expect(linksPage(nobody, words('en'))).toEqual([
      '0 links made by themselves, 0 by a person, 0 proposed',
    ]);
    expect(linksPage(nobody, words('cy'))[0]).toMatch(/^0 o gysylltiadau/);
    expect(namedLinksPage(nobody, words('en'))[0]).toMatch(/^OFFICIAL-SENSITIVE/);
    expect(namedLinksPage(nobody, words('cy'))[0]).toMatch(/^SWYDDOGOL-SENSITIF/);
  });
});

describe('a reader of the lines that goes away', () => {
  const program = join(PROJECT, 'dist', 'pipeline', 'cli.js');

  it.each([['--help'], ['catalogue', '--nonsense'], ['status', '--settings', 'nowhere.yaml']])(
    'is no fault: %s ends as it would have',
    async (...argv) => {
      const heard = await ended(argv, false);
      expect(await ended(argv, true)).toEqual(heard);
    },
  );

  /** The exit status, when both streams are read to their end, and when nobody reads either. */
  function ended(argv: readonly string[], isGone: boolean): Promise<number | null> {
    return new Promise((done) => {
      const child = spawn(process.execPath, [program, ...argv]);
      for (const stream of [child.stdout, child.stderr])
        if (isGone) stream.destroy();
        else stream.resume();
      child.once('exit', done);
    });
  }
});
