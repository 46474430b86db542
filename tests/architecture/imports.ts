// The sources under pipeline/ → who imports what, and the texts written in them, by TypeScript's own parser: that of
// TypeScript 6, for the compiler that checks and builds, 7, gives none yet that it promises to keep.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from '@typescript/typescript6';
import { projectFolder } from '../../pipeline/config/project.js';

export const PIPELINE = join(projectFolder(), 'pipeline');

/** One import: from which file (within pipeline/), of what, and whether anything but types comes with it. */
export interface Import {
  readonly file: string;
  /** A package, a `node:` module, or a file within pipeline/. */
  readonly of: string;
  readonly ours: boolean;
  readonly typesOnly: boolean;
}

/** Every source file under pipeline/, parsed; its name is within pipeline/ with `/` between folders. */
export function sources(): ts.SourceFile[] {
  return readdirSync(PIPELINE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) =>
      ts.createSourceFile(
        name.split(sep).join('/'),
        readFileSync(join(PIPELINE, name), 'utf8'),
        ts.ScriptTarget.ES2022,
        true,
      ),
    );
}

/** The folder directly under pipeline/ that a file is in; empty for a root file. */
export function floorOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

/** Imports of every form: `import`, `export … from`, `import()`, and types written `import('…').Name`. */
export function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const imported = importOf(node);
    if (imported) found.push(resolved(source.fileName, imported.of, imported.typesOnly));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The texts in a file that are written to be read or run: string literals and the fixed parts of templates. */
export function textsOf(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node))
      found.push(
        [node.head, ...node.templateSpans.map((each) => each.literal)].map(text).join(' '),
      );
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function text(node: ts.LiteralLikeNode): string {
  return node.text;
}

function importOf(node: ts.Node): { of: string; typesOnly: boolean } | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return null;
    return { of: node.moduleSpecifier.text, typesOnly: isTypesOnly(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { of: (node.argument.literal as ts.StringLiteral).text, typesOnly: true };
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword)
    return null;
  const [argument] = node.arguments;
  if (!argument || !ts.isStringLiteral(argument)) return { of: '(computed)', typesOnly: false };
  return { of: argument.text, typesOnly: false };
}

function isTypesOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function resolved(file: string, of: string, typesOnly: boolean): Import {
  if (!of.startsWith('.')) return { file, of, ours: false, typesOnly };
  const target = relative(PIPELINE, resolve(dirname(join(PIPELINE, file)), of));
  return { file, of: target.split(sep).join('/').replace(/\.js$/, '.ts'), ours: true, typesOnly };
}
