// The sources → no sentence that a reader of a pack or of a problem would see: those stand in templates/words, in both languages.
import ts from '@typescript/typescript6';
import { expect, it } from 'vitest';
import { sources } from './imports.js';

/** Where words stand that are neither a problem nor a part of a pack, and why. */
const SPOKEN: Readonly<Record<string, string>> = {
  'build-pack.ts': 'the step that is being done, while it is done',
  'commands/': 'questions, help and results of the command line',
  'contracts/dates.ts': 'the names of months, as extracts write them',
  'disclosure/audit/': 'the reasons in the record of the proof',
  'domain/canonical-json.ts': 'the end of an error that only a fault of the program throws',
  'doctor/': 'what is examined, in the lines of boardpack doctor',
  'mapping/workbook.ts': 'the note of a drop-down list in the workbook of boardpack map',
  'results/revisions.ts': 'the reasons in restatements.csv, whose values never change',
  'setup/': 'the questions of boardpack init, and the comments of the settings that it writes',
};

/** Texts that look like sentences and are not. */
const NO_SENTENCES: readonly RegExp[] = [
  // SQL and XML, and long lists of names.
  /\b(create|select|distinct|exists|parquet|drop)\b/,
  /^</,
  /^[a-z]+( [a-zA-Z]+){9,}$/,
];

const WORDS_IN_A_ROW = /(?:^|[ …(])\p{Ll}+(?:[,:;]? \p{Ll}+){4}/u;
const WHOLE = /^\p{Lu}[\p{L}’,… ]* [\p{L}’,… ]* [\p{L}’,… ]*[.?!]$/u;

/** Every text that is written for a person, with its file: five words in a row, or a whole sentence of three. */
function findSentences(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForDevelopers(node)) return;
    const text = readText(node)?.replaceAll(/\s+/g, ' ');
    if (text !== undefined && (WORDS_IN_A_ROW.test(text) || WHOLE.test(text))) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((text) => !NO_SENTENCES.some((pattern) => pattern.test(text)));
}

/** An error that only a fault of the program throws, and what a key of the settings means: docs/settings.md is made of it. */
function isForDevelopers(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText().endsWith('Error');
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'describe';
}

function readText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text)
    .join('…');
}

it('a sentence is found in a text and in a template, and not in an error or a comment', () => {
  const found = (text: string): string[] =>
    findSentences(ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true));
  expect(found("f('It is not right.')")).toHaveLength(1);
  expect(found('f(`must be at most ${most} of the rows that came`)')).toHaveLength(1);
  expect(found("// It is not right, and nobody says why\nf('too few to tell')")).toEqual([]);
  expect(found("throw new RangeError('it is not right and nobody says why')")).toEqual([]);
});

it('the program holds no sentence for a reader', () => {
  const all = sources().filter(
    ({ fileName }) => !Object.keys(SPOKEN).some((place) => fileName.startsWith(place)),
  );
  expect(all.length).toBeGreaterThan(300);
  const found = all.flatMap((source) =>
    findSentences(source).map((text) => `${source.fileName}: ${text}`),
  );
  expect(found).toEqual([]);
});
