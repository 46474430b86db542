// What the check of the structure finds, on sources made to break each rule.
import ts from '@typescript/typescript6';
import { expect, it } from 'vitest';
import type { Import } from './imports.js';
import {
  findCircle,
  findFunctions,
  findRepeatedExports,
  findRoomCircle,
  isNamedByPreposition,
} from './structure.js';

function source(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

function importing(file: string, of: string): Import {
  return { file, of, ours: true, typesOnly: true };
}

it('a circle of three files is found, and what only leads to it is not part of it', () => {
  const circle = [
    importing('a/1.ts', 'a/2.ts'),
    importing('a/2.ts', 'b/3.ts'),
    importing('b/3.ts', 'a/1.ts'),
  ];
  expect(findCircle([...circle, importing('c/0.ts', 'a/1.ts')])).toEqual([
    'a/1.ts',
    'a/2.ts',
    'b/3.ts',
  ]);
  expect(findRoomCircle([...circle, importing('c/0.ts', 'a/1.ts')])).toEqual(['a', 'b']);
  expect(findCircle(circle.slice(1))).toEqual([]);
});

it('a name that two files export is found, whether a function, a type or a constant', () => {
  const one = source(
    'one.ts',
    'export function name() {} export interface Shape {} const own = 1;',
  );
  const two = source(
    'two.ts',
    'export const name = 1; export type Shape = 1; export const own = 1;',
  );
  expect([...findRepeatedExports([one, two])]).toEqual([
    ['name', ['one.ts', 'two.ts']],
    ['Shape', ['one.ts', 'two.ts']],
  ]);
});

it.each(['bandsOf', 'toldIn', 'ofNoSystem', 'byName', 'of', 'cellsBefore'])(
  '%s is named by a preposition',
  (name) => {
    expect(isNamedByPreposition({ file: '', name })).toBe(true);
  },
);

it.each(['buildPack', 'isKnown', 'formatDay', 'inspect', 'offerLink', 'readBytes'])(
  '%s is not',
  (name) => {
    expect(isNamedByPreposition({ file: '', name })).toBe(false);
  },
);

it('functions are found as declarations, constants, methods, properties and parameters', () => {
  const text = `
    function one() {} const two = () => 1; class A { three() {} }
    const object = { four: () => 1 }; interface B { five(): void; six: () => void }
    function seven(eight: () => void) {}`;
  expect(findFunctions(source('x.ts', text)).map(({ name }) => name)).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
  ]);
});
