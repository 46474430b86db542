// No figure hangs on how an engine raises to a power: `**` gives another last digit on Node 24 than on Node 20.
import ts from '@typescript/typescript6';
import { expect, it } from 'vitest';
import { sources } from './imports.js';

/** Powers that every engine gives alike, or of which nothing that is printed rests on the last digit. */
const ALLOWED: Readonly<Record<string, string>> = {
  'commentary/judge-number.ts: 10 ** decimals': 'a whole power of ten is exact',
  'figures/layout.ts: 10 ** Math.floor(Math.log10(rough) + 1e-9)':
    'ticks are rounded to twelve digits',
  'print/srgb-profile.ts: ((stored + 0.055) / 1.055) ** 2.4': 'rounded to 16 bits',
  'schedule/outbox.ts: 2 ** (tries - 1)': 'a whole power of two is exact',
  'schedule/plan.ts: 2 ** (attempt - 1)': 'a whole power of two is exact',
};

it('raises to no power but the second, which is exact, and those listed', () => {
  expect(sources().flatMap(powers).sort()).toEqual(Object.keys(ALLOWED).sort());
});

/** Each power of a file as it is written, without squares. */
function powers(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isPower =
      (ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken &&
        node.right.getText(source) !== '2') ||
      (ts.isPropertyAccessExpression(node) && node.getText(source) === 'Math.pow');
    if (isPower) found.push(`${source.fileName}: ${node.getText(source)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
