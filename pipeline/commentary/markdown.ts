// The Markdown of a commentary → paragraphs, headings and lists, each piece of text with its line.
import MarkdownIt, { type Token } from 'markdown-it';
import type { Problem } from '../domain/problem.js';
import type { Commentary } from './file.js';

/** A piece of text in one style, on one line of the file. */
export interface Span {
  readonly text: string;
  readonly line: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

/** One block: text, or a list whose entries contain blocks. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly entries: readonly (readonly Block[])[] };

/** HTML is parsed only so that it can be refused by name; it is never passed on. */
const parser = new MarkdownIt('commonmark', { html: true });

const BLOCK_TOKENS = new Set([
  ...['paragraph_open', 'paragraph_close', 'heading_open', 'heading_close', 'inline'],
  ...['bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close'],
  ...['list_item_open', 'list_item_close'],
]);
const INLINE_TOKENS = new Set([
  ...['text', 'softbreak', 'hardbreak', 'text_special'],
  ...['em_open', 'em_close', 'strong_open', 'strong_close'],
]);

/** Reads the Markdown. Refuses everything except paragraphs, emphasis, lists and third-level headings. */
export function readMarkdown({ file, text, firstLine }: Commentary): Block[] | Problem[] {
  const tokens = parser.parse(text, {});
  const findLine = (token: Token): number => (token.map?.[0] ?? 0) + firstLine;
  const refused = tokens
    .filter(({ nesting }) => nesting >= 0)
    .flatMap((token) => {
      const isRefused =
        !isAllowed(token) || (token.children ?? []).some(({ type }) => !INLINE_TOKENS.has(type));
      return isRefused ? [describeMarkdownProblem(file, findLine(token))] : [];
    });
  return refused.length > 0 ? refused : readBlocks(tokens, findLine);
}

function isAllowed({ type, tag }: Token): boolean {
  return BLOCK_TOKENS.has(type) && (!type.startsWith('heading') || tag === 'h3');
}

type FindLine = (token: Token) => number;

function readBlocks(tokens: readonly Token[], findLine: FindLine): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.nesting !== 1) continue;
    const end = findClosing(tokens, at);
    blocks.push(readBlock(token, tokens.slice(at + 1, end), findLine));
    at = end;
  }
  return blocks;
}

function readBlock(opening: Token, inside: readonly Token[], findLine: FindLine): Block {
  if (opening.type.endsWith('list_open')) {
    const kind = opening.type === 'bullet_list_open' ? 'bullets' : 'numbers';
    return { kind, entries: readEntries(inside, findLine) };
  }
  const kind = opening.type === 'heading_open' ? 'heading' : 'paragraph';
  return { kind, spans: inside.flatMap((token) => readSpans(token, findLine(token))) };
}

function readEntries(tokens: readonly Token[], findLine: FindLine): Block[][] {
  const entries: Block[][] = [];
  for (let at = 0; at < tokens.length; at = findClosing(tokens, at) + 1)
    entries.push(readBlocks(tokens.slice(at + 1, findClosing(tokens, at)), findLine));
  return entries;
}

function findClosing(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function readSpans({ children }: Token, firstLine: number): Span[] {
  const style = { strong: false, emphasis: false };
  let line = firstLine;
  return (children ?? []).flatMap(({ type, content }): Span[] => {
    if (type.startsWith('strong')) style.strong = type === 'strong_open';
    if (type.startsWith('em')) style.emphasis = type === 'em_open';
    const broken = type === 'softbreak' || type === 'hardbreak';
    const span = { text: broken ? ' ' : content, line, ...style };
    if (broken) line += 1;
    return broken || content !== '' ? [span] : [];
  });
}

function describeMarkdownProblem(file: string, line: number): Problem {
  return {
    kind: 'data',
    code: 'bad-markdown',
    file,
    line,
  };
}
