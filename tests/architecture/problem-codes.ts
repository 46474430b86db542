// The project's sources → every code that a problem may have, found by the compiler's own types.
import { join } from 'node:path';
import ts from '@typescript/typescript6';
import { projectFolder } from '../../pipeline/config/project.js';

/** Called `code` too, and no problem's: kinds of column in the database, of error in Node and of issue in Zod. */
const OTHERS = new Set(['varchar', 'ENOMEM', 'ENOSPC', 'custom']);

/** What is given to a property or a parameter called `code`, where its type says which texts it may be. */
export function problemCodes(): Set<string> {
  const folder = projectFolder();
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.build.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const codes = program
    .getSourceFiles()
    .filter(({ isDeclarationFile }) => !isDeclarationFile)
    .flatMap((source) => codesIn(source, checker));
  return new Set(codes.filter((code) => !OTHERS.has(code)));
}

function codesIn(source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const given of givenAsCode(node, checker)) found.push(...textsOf(given, checker));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function givenAsCode(node: ts.Node, checker: ts.TypeChecker): ts.Node[] {
  if (ts.isPropertyAssignment(node)) return isCode(node.name) ? [node.initializer] : [];
  if (ts.isShorthandPropertyAssignment(node)) return isCode(node.name) ? [node.name] : [];
  if (!ts.isCallExpression(node)) return [];
  const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
  const at = parameters.findIndex(({ name }) => name === 'code');
  return node.arguments.filter((_, index) => index === at);
}

function isCode(name: ts.PropertyName): boolean {
  return ts.isIdentifier(name) && name.text === 'code';
}

/** The literal texts that an expression may be. */
function textsOf(node: ts.Node, checker: ts.TypeChecker): string[] {
  const type = checker.getTypeAtLocation(node);
  const types = type.isUnion() ? type.types : [type];
  return types.flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
}
