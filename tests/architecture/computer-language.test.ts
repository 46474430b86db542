// The sources → every comparison and format that would follow the language of the computer it runs on.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from '@typescript/typescript6';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';

const FOLDERS = ['pipeline', 'data-samples/generator'];

function parse(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
}

function sourcesIn(folder: string): ts.SourceFile[] {
  const path = join(projectFolder(), folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => parse(`${folder}/${name}`, readFileSync(join(path, name), 'utf8')));
}

/** Each use without a locale: a call of `localeCompare` or `toLocale…`, a collator, a format or a segmenter of `Intl`. */
function findLocaleUses(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && followsComputer(node)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((text) => `${source.fileName}: ${text}`);
}

function followsComputer(node: ts.PropertyAccessExpression): boolean {
  const position = findLocalePosition(node);
  if (position === null) return false;
  const { parent } = node;
  const isUse =
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
  // Handed on as a function, it is called with no locale.
  if (!isUse) return true;
  const locale = parent.arguments?.[position];
  return locale === undefined || /^(undefined|\[\])$/.test(locale.getText());
}

/** Which argument is the locale, of what follows the computer's language without one; null of anything else. */
function findLocalePosition(node: ts.PropertyAccessExpression): number | null {
  const name = node.name.text;
  if (name === 'localeCompare') return 1;
  return name.startsWith('toLocale') || isIntl(node) ? 0 : null;
}

/** A constructor of `Intl` in an expression: as a type it does nothing. */
function isIntl({ expression }: ts.PropertyAccessExpression): boolean {
  return ts.isIdentifier(expression) && expression.text === 'Intl';
}

describe('results do not depend on the language of the computer', () => {
  it.each(FOLDERS)('in %s every comparison and format names its locale, or has none', (folder) => {
    const sources = sourcesIn(folder);
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.flatMap(findLocaleUses)).toEqual([]);
  });

  it.each([
    ['a.localeCompare(b)', 1],
    ['a.localeCompare(b, undefined)', 1],
    ['list.sort(text.localeCompare)', 1],
    ['n.toLocaleString()', 1],
    ['word.toLocaleLowerCase([])', 1],
    ['new Intl.Collator()', 1],
    ['Intl.DateTimeFormat(undefined, {})', 1],
    ["a.localeCompare(b, 'cy')", 0],
    ["n.toLocaleString('en-GB')", 0],
    ['new Intl.PluralRules(language)', 0],
    ['let part: Intl.DateTimeFormatPartTypes', 0],
    ['compareText(a, b)', 0],
  ])('%s is found %i times', (text, times) => {
    expect(findLocaleUses(parse('example.ts', text))).toHaveLength(times);
  });
});
