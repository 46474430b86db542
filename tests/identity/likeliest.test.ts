// Which proposals count as accepted in the sensitivity analysis of links.
import { expect, it } from 'vitest';
import { selectBestLinks } from '../../pipeline/identity/best-links.js';
import type { LinkRow } from '../../pipeline/identity/links-as-at.js';

function row(person: string, child: string, weight: number, more: Partial<LinkRow> = {}): LinkRow {
  return { source: 'police', person, child, status: 'proposed', weight, ...more };
}

const twin = (person: string, child: string) =>
  ({ source: 'police', person, child, reasons: ['twin'] }) as const;

it('accepts each person’s best proposal, in any order', () => {
  const { rows, accepted: made } = selectBestLinks([row('p', 'a', 8), row('p', 'b', 9)], []);
  expect(rows).toEqual([row('p', 'b', 9, { status: 'decided' })]);
  expect([...made]).toEqual([['police', 1]]);
});

it('keeps certain and decided links, and drops other proposals of the same person', () => {
  const settled = [
    row('p', 'a', 9, { status: 'decided' }),
    row('q', 'b', 9, { status: 'certain' }),
  ];
  const { rows, accepted: made } = selectBestLinks([...settled, row('p', 'c', 20)], []);
  expect(rows).toEqual(settled);
  expect(made.size).toBe(0);
});

it('treats the same number in two sources as two persons', () => {
  const { accepted: made } = selectBestLinks(
    [row('p', 'a', 8), row('p', 'a', 8, { source: 'health' })],
    [],
  );
  expect([...made]).toEqual([
    ['police', 1],
    ['health', 1],
  ]);
});

it('accepts neither of two equally likely children, nor of twins', () => {
  expect(selectBestLinks([row('p', 'a', 8), row('p', 'b', 8)], []).rows).toEqual([]);
  const twins = [row('p', 'a', 9), row('p', 'b', 8)];
  expect(selectBestLinks(twins, [twin('p', 'a'), twin('p', 'b')]).rows).toEqual([]);
  expect(selectBestLinks(twins, [twin('p', 'b')]).accepted.get('police')).toBe(1);
  expect(selectBestLinks([row('p', 'a', 9)], [twin('p', 'a')]).accepted.get('police')).toBe(1);
});
