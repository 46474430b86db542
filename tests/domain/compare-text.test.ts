// Texts in an order that no computer's language changes.
import { expect, it } from 'vitest';
import { compareText } from '../../pipeline/domain/compare-text.js';
import { discloseAudited } from '../disclosure/audited.js';
import { sensitivities, tableOf } from '../disclosure/table.js';

it.each([
  ['a capital before a small letter', ['White', 'not recorded']],
  ['Welsh ll before lu, although ll is a letter after l', ['llan', 'luned']],
  ['Danish aa before b, although aa is å', ['aa', 'b']],
  ['a hyphen counts', ['10-14', '1014']],
  ['a letter with a mark after z', ['z', 'ŵ']],
  ['a character of two halves after every other', ['\uFF5E', '😀']],
  ['a beginning before the whole', ['care', 'care episodes']],
])('%s', (_, ordered) => {
  expect(ordered.toReversed().sort(compareText)).toEqual(ordered);
});

it('the group suppressed beside a small one is the same in whatever order the groups come', () => {
  const values = tableOf(20, { ethnicity: { 'not recorded': 8, White: 8, Asian: 4 } });
  const [hidden, reversed] = [values, values.toReversed()].map((each) =>
    discloseAudited(each, sensitivities({ children: 'count' }))
      .filter(({ status }) => status === 'hidden')
      .map(({ group }) => group)
      .sort(compareText),
  );
  expect(hidden).toHaveLength(2);
  expect(reversed).toEqual(hidden);
});

it('orders any texts as their code points do', () => {
  const texts = ['', 'a', 'A', '–', '￿', '𐀀', 'ê', 'e\u0302', '0', 'Z'];
  const byPoints = (text: string): number[] => Array.from(text, (each) => each.codePointAt(0) ?? 0);
  for (const one of texts)
    for (const other of texts) {
      const [a = -1] = byPoints(one);
      const [b = -1] = byPoints(other);
      if (a !== b) expect(Math.sign(compareText(one, other))).toBe(Math.sign(a - b));
    }
});
