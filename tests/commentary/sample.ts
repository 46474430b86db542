// Invented figures of four measures, one of each kind, as a board and as the public may see them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import {
  createCommentaryReader,
  type CommentaryReader,
} from '../../pipeline/commentary/clauses.js';
import { checkCommentary } from '../../pipeline/commentary/check.js';
import type { RowContext } from '../../pipeline/commentary/memory-rows.js';
import { readCommentary, type Commentary } from '../../pipeline/commentary/file.js';
import { readMarkdown, type Block } from '../../pipeline/commentary/markdown.js';
import { readParagraphs } from '../../pipeline/commentary/sentences.js';
import type { NameableMeasure } from '../../pipeline/commentary/register-figures.js';
import { readCommentaryWords, type CommentaryWords } from '../../pipeline/commentary/words.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import type { CurrentNames } from '../../pipeline/domain/former-names.js';
import type { Language } from '../../pipeline/domain/language.js';
import type { Problem } from '../../pipeline/domain/problem.js';
import { buildQuotableMeasure, type QuotableMeasure } from '../../pipeline/figures/quote.js';
import { loadFigureWords } from '../../pipeline/figures/words.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { declare, hidden, shown, windows } from '../figures/sample.js';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const [BEFORE, NOW] = windows(2, '2023-03-31', 12);
if (!BEFORE || !NOW) throw new RangeError('the sample has two years');

export const commentaryWords = (language: Language): CommentaryWords =>
  readCommentaryWords(TEMPLATES, language);

const ENTRANTS = declare();
const WORKED = without({
  id: 'children_worked_with',
  title: { en: 'Children worked with', cy: 'Plant y gweithiwyd gyda nhw' },
  kind: 'count',
});
const CUSTODY = without({
  id: 'children_sentenced_to_custody',
  title: { en: 'Children sentenced to custody', cy: 'Plant a ddedfrydwyd i’r ddalfa' },
  kind: 'count',
});
const REOFFEND = without({
  id: 'reoffending_binary',
  title: { en: 'Children who reoffend', cy: 'Plant sy’n aildroseddu' },
  kind: 'proportion',
});

/** Every measure's declaration. */
export const DECLARATIONS = [ENTRANTS, WORKED, CUSTODY, REOFFEND];

function without(changes: Partial<Declaration>): Declaration {
  const { per, ...rest } = declare(changes);
  return per === undefined ? declare(changes) : rest;
}

/** What the board sees; the public sees the same, with custody's small counts hidden. */
export function results(edition: 'board' | 'public'): Map<string, readonly DisclosedCell[]> {
  const custody = (window: typeof NOW, count: number): DisclosedCell =>
    edition === 'public'
      ? hidden(CUSTODY, window as NonNullable<typeof NOW>)
      : shown(CUSTODY, window as NonNullable<typeof NOW>, count, null, {
          verdict: count === 4 ? 'too few to tell' : null,
        });
  const entrants = { verdict: 'no clear change' as const, lower: 124.1, upper: 269.9 };
  return new Map<string, readonly DisclosedCell[]>([
    [
      ENTRANTS.id,
      [
        shown(ENTRANTS, need(BEFORE), 31, 14995),
        shown(ENTRANTS, need(NOW), 28, 14997, entrants),
        ...groups(ENTRANTS, 'Female', 8, 6),
        ...groups(ENTRANTS, 'Male', 20, 25),
      ],
    ],
    [
      WORKED.id,
      [
        shown(WORKED, need(BEFORE), 174, null),
        shown(WORKED, need(NOW), 130, null, { verdict: 'lower' }),
      ],
    ],
    [CUSTODY.id, [custody(need(BEFORE), 2), custody(need(NOW), 4)]],
    [REOFFEND.id, [share(need(BEFORE), 14, 55), share(need(NOW), 22, 61, 'no clear change')]],
  ]);
}

function groups(
  declaration: Declaration,
  group: string,
  now: number,
  before: number,
): DisclosedCell[] {
  const place = { breakdown: 'sex', group };
  return [
    shown(declaration, need(NOW), now, 7000, place),
    shown(declaration, need(BEFORE), before, 7000, place),
  ];
}

function share(
  window: NonNullable<typeof NOW>,
  part: number,
  whole: number,
  verdict: 'no clear change' | null = null,
): DisclosedCell {
  const value = part / whole;
  return shown(REOFFEND, window, part, whole, {
    value,
    lower: value - 0.1,
    upper: value + 0.1,
    verdict,
  });
}

function need<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new RangeError('missing from the sample');
  return thing;
}

/** The groups of each breakdown under the labels of today, and a need under the label it had before. */
export function groupNames(): Map<string, CurrentNames> {
  const words = load(readFileSync(join(TEMPLATES, 'words/en/groups.yaml'), 'utf8')) as {
    readonly groups: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  const names = Object.entries(words.groups).map(
    ([breakdown, labels]) =>
      [breakdown, new Map(Object.keys(labels).map((label) => [label, label]))] as const,
  );
  const all = new Map(names);
  all.get('need')?.set('Substance use', 'Drug use');
  return all;
}

/** The measures as a register may name them. */
export function nameableMeasures(
  declarations: readonly Declaration[] = DECLARATIONS,
): Map<string, NameableMeasure> {
  const names = groupNames();
  return new Map(
    declarations.map(({ id, breakdowns }) => [
      id,
      {
        id,
        breakdowns: breakdowns.map((breakdown) => ({
          ...{ breakdown, groups: names.get(breakdown) ?? new Map<string, string>() },
        })),
      },
    ]),
  );
}

/** The measures as an edition may quote them. */
export function quotables(
  language: Language,
  edition: 'board' | 'public',
): Map<string, QuotableMeasure> {
  const words = loadFigureWords(TEMPLATES, language, 'Invented');
  const all = results(edition);
  return new Map(
    DECLARATIONS.map((each) => [
      each.id,
      buildQuotableMeasure(each, all.get(each.id) ?? [], words),
    ]),
  );
}

export function reader(
  language: Language,
  edition: 'board' | 'public' = 'board',
): CommentaryReader {
  return createCommentaryReader(commentaryWords(language), quotables(language, edition));
}

/** A commentary of a text, with front matter of five lines, so that its first line is line 6. */
export function written(
  language: Language,
  text: string,
): { commentary: Commentary; blocks: Block[] } {
  const content = `---\nauthor: Head of service\ndate: 2023-05-10\nlanguage: ${language}\n---\n${text}\n`;
  const commentary = readCommentary('entrants.md', 'entrants', language, content);
  if (Array.isArray(commentary)) throw new RangeError('front matter');
  const blocks = readMarkdown(commentary);
  const [first] = blocks;
  if (first && 'code' in first) throw new RangeError('markdown');
  return { commentary, blocks: blocks as Block[] };
}

/** The problems of a text, each as its code and line. */
export function problemsIn(language: Language, text: string): string[] {
  return check(language, text).map(({ code, line }) => `${code} ${line ?? '?'}`);
}

export function check(language: Language, text: string): Problem[] {
  const { commentary, blocks } = written(language, text);
  return checkCommentary(commentary, readParagraphs(blocks, language), reader(language));
}

/** What rows are written with, in one language and for the edition that hides below a number. */
export function rowContext(language: Language, hideBelow: number): RowContext {
  const edition = hideBelow > 0 ? 'public' : 'board';
  return {
    ...{ words: commentaryWords(language), quotables: quotables(language, edition), hideBelow },
    formatDay: (day) => `day ${day}`,
  };
}
