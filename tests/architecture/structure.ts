// The sources under pipeline/ → what is wrong with their structure: circles, repeated names, names that say no action.
import ts from '@typescript/typescript6';
import { floorOf, type Import } from './imports.js';

/**
 * A name that begins or ends with a preposition says where its result comes from, and not what the function does:
 * `bandsOf`, `ofNoSystem`. A verb with its object does.
 */
const PREPOSITIONS = [
  ...['of', 'in', 'for', 'with', 'to', 'on', 'by', 'from', 'at', 'as', 'into', 'beside', 'besides'],
  ...[
    'before',
    'after',
    'behind',
    'within',
    'without',
    'between',
    'under',
    'over',
    'since',
    'until',
  ],
];
const LAST = PREPOSITIONS.map((each) => each.charAt(0).toUpperCase() + each.slice(1)).join('|');
const NAMED_BY_PREPOSITION = new RegExp(
  `[a-z0-9](?:${LAST})$|^(?:${PREPOSITIONS.join('|')})(?:[A-Z]|$)`,
);

/** A function, and the file that declares it. */
export interface NamedFunction {
  readonly file: string;
  readonly name: string;
}

/** Every named function of a file: declared, held in a constant or a property, a method, or a parameter that is one. */
export function findFunctions(source: ts.SourceFile): NamedFunction[] {
  const found: NamedFunction[] = [];
  const visit = (node: ts.Node): void => {
    const name = readFunctionName(node);
    if (name) found.push({ file: source.fileName, name: name.getText(source) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether a function is named by a preposition. */
export function isNamedByPreposition({ name }: NamedFunction): boolean {
  return NAMED_BY_PREPOSITION.test(name);
}

function readFunctionName(node: ts.Node): ts.Node | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isMethodSignature(node))
    return node.name;
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node))
    return node.initializer && isFunction(node.initializer) ? node.name : undefined;
  if (ts.isPropertySignature(node) || ts.isParameter(node))
    return node.type && ts.isFunctionTypeNode(node.type) ? node.name : undefined;
  return undefined;
}

function isFunction(node: ts.Expression): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** Each exported name that more than one file declares, with those files. A name passed on by `export … from` is one. */
export function findRepeatedExports(sources: readonly ts.SourceFile[]): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const source of sources)
    for (const name of new Set(source.statements.flatMap(readExportedNames)))
      files.set(name, [...(files.get(name) ?? []), source.fileName]);
  return new Map([...files].filter(([, where]) => where.length > 1));
}

function readExportedNames(statement: ts.Statement): string[] {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const named = statement as ts.Statement & { readonly name?: ts.Identifier };
  return named.name ? [named.name.text] : [];
}

/** The files that import each other in a circle, types counted, sorted; empty where there is none. */
export function findCircle(imports: readonly Import[]): string[] {
  return listCircle(imports.filter(({ ours }) => ours).map(({ file, of }) => [file, of]));
}

/** The rooms that import each other in a circle, types counted, sorted; empty where there is none. */
export function findRoomCircle(imports: readonly Import[]): string[] {
  return listCircle(
    imports
      .filter(({ ours }) => ours)
      .map(({ file, of }) => [floorOf(file) || file, floorOf(of) || of] as const)
      .filter(([from, to]) => from !== to),
  );
}

/** Every place from which a walk along the edges comes back to where it began. */
function listCircle(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  return [...next.keys()].filter((place) => findReached(place, next).has(place)).sort();
}

function findReached(first: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set(next.get(first));
  for (const place of reached) for (const each of next.get(place) ?? []) reached.add(each);
  return reached;
}
