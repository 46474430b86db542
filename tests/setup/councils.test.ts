// The list of councils: every council in force, what those that ended became, and what a person may type for one.
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { parseAreas } from '../../pipeline/setup/areas.js';
import { findCouncil, listFormerAreas, readCouncils } from '../../pipeline/setup/councils.js';

const COUNCILS = readCouncils(projectFolder());
const inForce = COUNCILS.filter(({ valid_to }) => valid_to === null);

describe('the list', () => {
  /** As the Office for National Statistics counts them since April 2023. */
  it.each([
    ['unitary', 63],
    ['metropolitan', 36],
    ['london', 33],
    ['wales', 22],
    ['county', 21],
    ['district', 164],
  ])('has every council in force of the kind %s: %i', (kind, count) => {
    expect(inForce.filter((each) => each.kind === kind)).toHaveLength(count);
  });

  it('has each code once, and says what each council that ended became, the day before that began', () => {
    const byCode = new Map(COUNCILS.map((each) => [each.code, each]));
    expect(byCode.size).toBe(COUNCILS.length);
    for (const { code, valid_to: until, became } of COUNCILS) {
      expect(became.length > 0, code).toBe(until !== null);
      for (const next of became) {
        const begun = byCode.get(next)?.valid_from;
        expect(begun?.slice(0, 4), `${code} ${next}`).toBe(until?.slice(0, 4));
        expect([until?.slice(4), begun?.slice(4)]).toEqual(['-03-31', '-04-01']);
      }
    }
  });

  it('names every Welsh council in Welsh', () => {
    expect(inForce.filter(({ kind, cy }) => kind === 'wales' && cy === '')).toEqual([]);
  });
});

describe('a council that a person types', () => {
  const codes = (text: string, nation: 'England' | 'Wales' = 'England'): unknown => {
    const parsed = parseAreas(text, COUNCILS, nation);
    return 'value' in parsed ? parsed.value.map(({ code }) => code) : parsed.fault;
  };

  it.each([
    ['Leeds; kirklees', ['E08000035', 'E08000034']],
    ['e08000035, E08000034', ['E08000035', 'E08000034']],
    ['Bournemouth, Christchurch and Poole; Dorset', ['E06000058', 'E06000059']],
    ['Bristol', ['E06000023']],
    ['Barnsley', ['E08000038']],
    ['Somerset', ['E06000066']],
  ])('in England %s is %j', (text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });

  it.each([
    ['sir y fflint', ['W06000005']],
    ['Ynys Môn', ['W06000001']],
    ['ynys mon', ['W06000001']],
  ])('in Wales %s is %j', (text, wanted) => {
    expect(codes(text, 'Wales')).toEqual(wanted);
  });

  it.each([
    ['Cumbria', /ended on 2023-03-31.*Cumberland.*Westmorland and Furness/],
    ['Taunton Deane', /ended on 2019-03-31.*Somerset \(unitary, E06000066\)/],
    ['Newcastle', /Newcastle-under-Lyme .*Newcastle upon Tyne .*Type its code/],
    ['Nowhere', /^No council in England is called Nowhere/],
    ['Flintshire', /^No council in England/],
    ['on', /may be many councils/],
    [' ; ', /at least one council/],
  ])('%s is refused, with what to type instead', (text, wanted) => {
    expect(codes(text)).toMatch(wanted);
  });

  it('is of the nation alone', () => {
    expect(findCouncil('W06000005', COUNCILS, 'England')).toEqual({ likely: [] });
  });
});

describe('the areas that became a service’s own', () => {
  const former = (...areas: string[]): string[] =>
    listFormerAreas(areas, COUNCILS).map(
      ({ name, until, became }) => `${name} ${until} ${became.join('+')}`,
    );

  it('are followed through several reorganisations', () => {
    expect(former('E06000066')).toEqual([
      ...['Mendip', 'Sedgemoor', 'South Somerset', 'Somerset West and Taunton', 'Somerset'].map(
        (name) => `${name} 2023-03-31 E06000066`,
      ),
      ...['Taunton Deane', 'West Somerset'].map((name) => `${name} 2019-03-31 E06000066`),
    ]);
  });

  it('are left out where a part became another service’s', () => {
    expect(former('E06000063').some((each) => each.startsWith('Cumbria'))).toBe(false);
    expect(former('E06000063', 'E06000064')).toContain('Cumbria 2023-03-31 E06000063+E06000064');
    expect(former('W06000005')).toEqual([]);
  });
});
