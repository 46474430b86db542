// A figure of entries to quarterly cohorts says how many entries, how many children, and what an entry is.
import { describe, expect, it } from 'vitest';
import { windowEnding } from '../../pipeline/domain/period.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import { attachEntries } from '../../pipeline/figures/entries.js';
import { countsIndependently } from '../../pipeline/measures/declaration.js';
import { theProject } from '../project.js';
import { hidden, shown } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const office = drawing();
const WINDOW = windowEnding('2022-03-31', 12);
const declared = new Map(
  theProject().measures.map(({ declaration }) => [declaration.id, declaration]),
);
const find = (id: string) => {
  const found = declared.get(id);
  if (!found) throw new Error(id);
  return found;
};

async function write(
  id: string,
  entries: readonly [number, number],
  children: readonly [number, number] | null,
  language: 'en' | 'cy' = 'en',
): Promise<string> {
  const declaration = find(id);
  const behindBy = find(declaration.hidden_with ?? '');
  const bare = { lower: null, upper: null };
  const own = [shown(declaration, WINDOW, ...entries, { ...bare, value: entries[0] / entries[1] })];
  const behind = children
    ? [shown(behindBy, WINDOW, ...children, bare)]
    : [hidden(behindBy, WINDOW)];
  const figure = await buildFigure(declaration, own, wordsOf(language), office);
  return attachEntries(figure, declaration, own, behind, wordsOf(language)).sentence;
}

describe('entries to quarterly cohorts', () => {
  it.each([
    [
      'reoffending_binary',
      [6, 10],
      [4, 7],
      '6 of 10 entries',
      'those of 7 children',
      '4 reoffended',
    ],
    ['reoffending_binary', [0, 1], [0, 1], '0 of 1 entry', 'those of 1 child', '0 reoffended'],
    [
      'reoffences_per_child',
      [12, 10],
      [4, 7],
      '12 offences after 10 entries',
      'of 7 children',
      'by the first entry',
    ],
    [
      'reoffences_per_reoffender',
      [12, 6],
      [4, 7],
      '12 offences after 6 entries',
      'of 7 children',
      '4 reoffended',
    ],
  ] as const)('are not called children in %s: %j of %j', async (id, entries, children, ...said) => {
    const sentence = await write(id, entries, children);
    for (const each of said) expect(sentence).toContain(each);
    expect(sentence).toContain('once in each quarter that has a caution');
    expect(sentence).not.toContain(`${entries[1]} children`);
  });

  it('are told apart from children in Welsh', async () => {
    const sentence = await write('reoffending_binary', [6, 10], [4, 7], 'cy');
    expect(sentence).toContain('10 o gofnodion');
    expect(sentence).toContain('yn perthyn i 7 o blant');
    expect(sentence).toContain('unwaith ym mhob chwarter');
  });

  it('give the rule and no number of children where the edition hides it', async () => {
    const sentence = await write('reoffending_binary', [6, 10], null);
    expect(sentence).toContain('A child is an entry once');
    expect(sentence).not.toContain('those of');
  });

  it('have no test of their own, because one child can have four', () => {
    expect(countsIndependently(find('reoffending_binary'))).toBe(false);
    expect(countsIndependently(find('reoffending_children'))).toBe(true);
  });
});
