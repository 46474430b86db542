// Commentary files as services may write them: misnamed, without front matter, in one language only, with more than text.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readCommentary } from '../../pipeline/commentary/file.js';
import { findCommentaries } from '../../pipeline/commentary/find.js';
import { readMarkdown } from '../../pipeline/commentary/markdown.js';
import { exitStatus } from '../../pipeline/domain/problem.js';

const FRONT = '---\nauthor: A\ndate: 2023-05-10\nlanguage: en\n---\n';
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-commentary-'));
  made.push(folder);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('front matter', () => {
  it.each([
    ['none', 'First-time entrants fell.\n'],
    ['no author', '---\ndate: 2023-05-10\nlanguage: en\n---\nText\n'],
    ['a day that is none', '---\nauthor: A\ndate: 2023-02-30\nlanguage: en\n---\nText\n'],
    [
      'a key nobody knows',
      '---\nauthor: A\ndate: 2023-05-10\nlanguage: en\ndraft: yes\n---\nText\n',
    ],
    [
      'another language than its name',
      '---\nauthor: A\ndate: 2023-05-10\nlanguage: cy\n---\nText\n',
    ],
    ['no YAML', '---\nauthor: [A\n---\nText\n'],
  ])('is refused with %s', (_, content) => {
    const read = readCommentary('entrants.en.md', 'entrants', 'en', content);
    expect(Array.isArray(read) && read.map(({ code, line }) => [code, line])).toEqual([
      ['bad-front-matter', 1],
    ]);
  });

  it('accepts a byte order mark and Windows line endings', () => {
    const content = `\uFEFF${FRONT}Text\n`.replaceAll('\n', '\r\n');
    expect(readCommentary('f', 's', 'en', content)).toMatchObject({ author: 'A', firstLine: 6 });
  });
});

describe('a folder of commentary', () => {
  it('reports a missing language as a note that blocks nothing', () => {
    const folder = folderOf({ 'entrants.en.md': `${FRONT}Text\n` });
    const { commentaries, problems } = findCommentaries(folder, 'c', ['entrants'], ['en', 'cy']);
    expect(commentaries).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'missing-commentary', file: 'c/entrants.cy.md' }]);
    expect(exitStatus(problems)).toBe(0);
    expect(findCommentaries(folder, 'c', ['entrants'], ['en']).problems).toEqual([]);
  });

  it('refuses a file for a section that the pack does not have', () => {
    const folder = folderOf({ 'entrant.en.md': FRONT, 'notes.txt': '' });
    const { problems } = findCommentaries(folder, 'c', ['entrants'], ['en']);
    expect(problems.filter(({ code }) => code === 'unknown-commentary')).toHaveLength(2);
    expect(exitStatus(problems)).toBe(2);
  });

  it('is empty if it does not exist', () => {
    const found = findCommentaries('/no/such/folder', 'c', ['entrants'], ['en']);
    expect(found).toEqual({ commentaries: [], problems: [] });
  });
});

describe('Markdown', () => {
  const read = (text: string): ReturnType<typeof readMarkdown> => {
    const commentary = readCommentary('f.md', 'entrants', 'en', FRONT + text);
    if (Array.isArray(commentary)) throw new RangeError('front matter');
    return readMarkdown(commentary);
  };

  it.each([
    ['HTML', 'Text\n\n<script>alert(1)</script>', 8],
    ['HTML in a line', 'Text <b>bold</b>', 6],
    ['a link', 'See [this](https://example.org)', 6],
    ['a picture', 'Text\n\n- ![x](y.png)', 8],
    ['a large heading', '# Heading', 6],
    ['code', '    code', 6],
    ['a quotation', 'Text\n\n> said', 8],
  ])('refuses %s with its line', (_, text, line) => {
    expect(read(text)).toMatchObject([{ code: 'bad-markdown', line }]);
  });

  it('keeps emphasis, nested lists, and the line of each piece of text', () => {
    expect(read('### One\n\n- A **b**\n  - c\n\n1. d\ne')).toEqual([
      { kind: 'heading', spans: [piece('One', 6)] },
      {
        kind: 'bullets',
        entries: [
          [
            { kind: 'paragraph', spans: [piece('A ', 8), { ...piece('b', 8), strong: true }] },
            { kind: 'bullets', entries: [[{ kind: 'paragraph', spans: [piece('c', 9)] }]] },
          ],
        ],
      },
      {
        kind: 'numbers',
        entries: [[{ kind: 'paragraph', spans: [piece('d', 11), piece(' ', 11), piece('e', 12)] }]],
      },
    ]);
  });
});

function piece(text: string, line: number): object {
  return { text, line, strong: false, emphasis: false };
}
