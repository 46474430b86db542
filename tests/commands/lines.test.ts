// What commands print: columns that never run together, words in the service's language, and a reader that goes away.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linksPage, namedLinksPage } from '../../pipeline/commands/links-page.js';
import { printDeliveryDiffs, printProblems, printReceipts } from '../../pipeline/commands/print.js';
import type { Language } from '../../pipeline/domain/language.js';
import type { Problem } from '../../pipeline/domain/problem.js';
import { readLinkWords } from '../../pipeline/commands/link-words.js';
import { buildMissingReceipt } from '../../pipeline/ingest/receipt.js';
import type { ClericalReview } from '../../pipeline/load/clerical-review.js';
import { taken } from '../contracts/alone.js';
import { contractFrom } from '../contracts/sample.js';
import { PROJECT } from '../end-to-end/service.js';
import { linkage } from '../identity/declared.js';

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
    const told = printed((out) => {
      printDeliveryDiffs({ ...quiet, out }, news);
    });
    expect(new Set(told.map((line) => line.search(/1 new/))).size).toBe(1);
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
  const note = {
    kind: 'note',
    code: 'missing-extract',
    what: 'no file came',
    fix: 'Send it.',
  } as const;
  const told = (problems: readonly Problem[]): string[] =>
    printed((err) => {
      printProblems({ ...quiet, out: () => undefined, err }, problems);
    });

  it('are told after the notes, and notes that differ in their file are told once with every file', () => {
    const names = Array.from({ length: 40 }, (_, at) => `extract_number_${at}`);
    const wrong = { kind: 'data', code: 'bad-date', what: 'is no day', fix: 'Mend it.' } as const;
    const lines = told([
      { ...wrong, file: 'custody.csv', line: 12 },
      ...names.map((file) => ({ ...note, file })),
    ]);
    expect(lines.slice(0, 2)).toEqual([
      `note [missing-extract] ${names[0]}: no file came`,
      '  → Send it.',
    ]);
    expect(lines.slice(-2)).toEqual([
      'problem [bad-date] custody.csv, line 12: is no day',
      '  → Mend it.',
    ]);
    const between = lines.slice(2, -2).join('\n');
    expect(between).toMatch(/^ {2}and the same of 39 more: /);
    expect(between.match(/extract_number_\d+/g)).toEqual(names.slice(1));
    for (const line of lines) expect(line.length).toBeLessThan(110);
  });

  it('of lines and columns, and of anything that is not the same of each file, are told one by one', () => {
    const lines = told([
      { ...note, file: 'a.csv', line: 2 },
      { ...note, file: 'a.csv', line: 3 },
      { ...note, file: 'a.csv', column: 'Sex' },
      note,
      note,
      { ...note, file: 'a.csv', what: '3 rows were left out of a.csv' },
      { ...note, file: 'b.csv', what: '4 rows were left out of b.csv' },
    ]);
    expect(lines.filter((line) => line.startsWith('note'))).toHaveLength(7);
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
