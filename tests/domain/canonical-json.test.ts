// One text for each value, and the very value back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCanonicalJson } from '../../pipeline/domain/canonical-json.js';

test('whatever JSON can hold comes back as it was, −0 among it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(writeCanonicalJson(value))).toStrictEqual(value);
    }),
  );
  expect(writeCanonicalJson([0, -0, 1e21, 5e-324])).toBe('[0,-0,1e+21,5e-324]');
});

test('the order in which keys were set changes nothing', () => {
  const one = { b: 1, a: [{ d: 'é', c: null }], A: true };
  const other = { A: true, a: [{ c: null, d: 'é' }], b: 1 };
  expect(writeCanonicalJson(one)).toBe('{"A":true,"a":[{"c":null,"d":"é"}],"b":1}');
  expect(writeCanonicalJson(other)).toBe(writeCanonicalJson(one));
});

test.each([[NaN], [Infinity], [-Infinity], [undefined], [1n], [new Map()], [new Date(0)]])(
  '%s is refused, wherever it is',
  (value) => {
    expect(() => writeCanonicalJson({ a: [value] })).toThrow(TypeError);
  },
);
