// Inputs and what another checkout printed for each → the page that lists them.
import type { Kind, KindInput } from './input.js';

export interface JudgedInput {
  readonly kind: Kind;
  readonly input: KindInput;
  readonly right: boolean;
  readonly found: string;
}

const LONGEST = 160;

/** The page, in Markdown. Inputs that were right before are marked, for they show nothing. */
export function writeTable(kinds: readonly Kind[], judged: readonly JudgedInput[]): string {
  const wrong = judged.filter(({ right }) => !right).length;
  const rows = kinds.flatMap(({ folder, point, kind }) => [
    `| ${point} | ${kind} (${folder}) | |`,
    ...judged.filter((each) => each.kind.folder === folder).map(writeRow),
  ]);
  return [
    '# Kinds of figures that misled, each with further inputs',
    '',
    'Each folder holds inputs of one kind: small changes to a sample service, and what its pack must show, worked out by',
    'hand. `npm test` builds them; `npm run kinds -- CHECKOUT` builds them by the program of another built checkout, and',
    'writes this page. *Before* is what the build before printed (the first thing that was wrong).',
    '',
    `${judged.length} inputs of ${kinds.length} kinds; ${wrong} were wrong before.`,
    '',
    '| | input: what is right | before |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function writeRow({ input, right, found }: JudgedInput): string {
  const before = `${right ? 'right: ' : ''}${clean(found)}`;
  return `| | ${input.name}: ${clean(input.right, Infinity)} | ${before} |`;
}

function clean(text: string, longest = LONGEST): string {
  const one = text.replace(/\s+/g, ' ').replaceAll('|', '·').trim();
  return one.length > longest ? `${one.slice(0, longest - 1)}…` : one;
}
