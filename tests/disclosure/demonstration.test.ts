// The demonstration's public figures → no few children told by any measure and the one it is part of.
import { beforeAll, describe, expect, it } from 'vitest';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { openDemonstration, type Demonstration } from '../demonstration.js';
import { THRESHOLD } from './table.js';
import { theProject } from '../project.js';

const declarations = theProject().measures.map(({ declaration }) => declaration);

let demonstration: Demonstration;
let cells: DisclosedCell[];
beforeAll(async () => {
  demonstration = await openDemonstration();
  cells = await demonstration.disclosed('2022-23 Q4', THRESHOLD);
}, 120_000);

/** The measures of children that this one's are among: what it is part of, and what asks the question before. */
function wholesOf({ counts, kind, part_of, hidden_with }: Declaration): Declaration[] {
  const wholes = declarations.flatMap((whole) => {
    const asked = whole.id === hidden_with && whole.kind === 'proportion' && kind === 'proportion';
    return whole.counts === 'children' && (whole.id === part_of || asked) ? [whole] : [];
  });
  return counts === 'children' ? wholes.flatMap((whole) => [whole, ...wholesOf(whole)]) : [];
}

function shownOf(measure: string): Map<string, number> {
  const shown = cells.flatMap((cell): [string, number][] =>
    cell.measure === measure &&
    cell.origin === 'own' &&
    cell.status === 'shown' &&
    cell.numerator !== null
      ? [[JSON.stringify([cell.window.id, cell.breakdown, cell.group]), cell.numerator]]
      : [],
  );
  return new Map(shown.filter(([key]) => !key.includes('not_recorded')));
}

const PAIRS = declarations.flatMap((part) =>
  wholesOf(part).map((whole): [string, string] => [part.id, whole.id]),
);

describe('the public edition of the demonstration', () => {
  it('includes the chains of key performance indicators in the checked pairs', () => {
    expect(PAIRS).toContainEqual(['kpi4_mental_health_attended', 'kpi4_mental_health']);
    expect(PAIRS).toContainEqual(['kpi5_substance_attended', 'kpi5_substance']);
    expect(PAIRS).toContainEqual(['nrm_children', 'exploitation_concern_children']);
    expect(PAIRS).toContainEqual(['first_time_entrants', 'children_cautioned_or_sentenced']);
  });

  /** Those with one tier alone are told by both tiers together, which no measure is declared a part of. */
  const TIERS = [['children_community_sentence', 'disproportionality_tier']] as const;

  it.each([...PAIRS, ...TIERS])('%s leaves no small remainder of %s', (part, whole) => {
    const all = shownOf(whole);
    const few = [...shownOf(part)].filter(([key, some]) => {
      const rest = (all.get(key) ?? some) - some;
      return rest > 0 && rest < THRESHOLD;
    });
    expect(few).toEqual([]);
  });

  const DRAWN = declarations.flatMap(({ id, drawn_from }): [string, string][] =>
    drawn_from === undefined ? [] : [[id, drawn_from]],
  );

  it.each(DRAWN)('%s and %s reveal no small number of unanswered', (share, counted) => {
    const all = shownOf(counted);
    const few = cells.filter((cell) => {
      if (cell.measure !== share || cell.status !== 'shown') return false;
      const counted = all.get(JSON.stringify([cell.window.id, cell.breakdown, cell.group]));
      const without = Math.abs((counted ?? NaN) - (cell.denominator ?? NaN));
      return without > 0 && without < THRESHOLD;
    });
    expect(few).toEqual([]);
  });
});
