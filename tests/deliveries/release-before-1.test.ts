// A pack that the version before the release document remembered → the next one is held against it.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import { readRelease, archiveRelease } from '../../pipeline/deliveries/release-archive.js';
import type { Release, ReleasedFigure } from '../../pipeline/deliveries/release-document.js';
import type { ReleaseNames } from '../../pipeline/deliveries/release-names.js';
import type { CurrentNames } from '../../pipeline/domain/former-names.js';
import type { ReleaseHistory } from '../../pipeline/editions/previous-releases.js';
import { BREAKDOWNS } from '../../pipeline/measures/declaration.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { sensitivities, THRESHOLD, valueOf } from '../disclosure/table.js';
import { said } from '../disclosure/two-packs.js';
import { emptyFolder } from './folder.js';
import { packsBefore } from './packs-before.js';

const STORE = join(projectFolder(), 'tests', 'deliveries', 'releases');
const FIRST = 'fd40b40cd1e9c37f4bf974d509f62500327118119e15332f38aa8cd11c26f7a0';
const COUNT = sensitivities({ bureau_children: 'count' });

test('what it hid is hidden and what it gave stands, read as it was kept or kept anew', () => {
  const store = emptyFolder();
  const release = readRelease(STORE, FIRST);
  const own = release
    .find(({ edition }) => edition === 'public')
    ?.figures.filter(({ measure }) => measure === 'bureau_children');
  const now = (own ?? []).map((figure) => valueOf(twoMore(countOf(figure)), placeOf(figure)));
  const shown = (before: ReleaseHistory | null): string[] =>
    disclose(now, COUNT, THRESHOLD, before?.earlier ?? []).map(said);
  const names = namesIn(release);
  const expected = (own ?? []).map((each) =>
    each.status === 'hidden' ? 'hidden' : `kept ${countOf(each)}`,
  );
  expect(new Set(expected).size).toBeGreaterThan(5);
  expect(expected).toContain('hidden');
  expect(shown(packsBefore(STORE, [FIRST], names))).toEqual(expected);
  expect(shown(packsBefore(store, [archiveRelease(store, release)], names))).toEqual(expected);
  const unprotected = shown(null);
  expect(unprotected.filter((each, at) => each === expected[at])).toEqual([]);
});

/** None stay none: two would be hidden by themselves. */
function twoMore(count: number): number {
  return count === 0 ? 0 : count + 2;
}

/** Of a hidden figure as many as need no hiding: by that alone it is shown. */
function countOf(figure: ReleasedFigure): number {
  return figure.status === 'shown' ? (figure.numerator ?? 0) : 40;
}

function placeOf({ measure, window_start, window_end, breakdown, group }: ReleasedFigure): object {
  const window = { id: window_end, starts: window_start, ends: window_end };
  return { measure, window, breakdown, group };
}

/** Every name of a release, as if none had been changed since. */
function namesIn(release: Release): ReleaseNames {
  const same = (names: readonly string[]): CurrentNames =>
    new Map(names.map((each) => [each, each]));
  const figures = release.flatMap((each) => each.figures);
  const measures = release.flatMap((each) => [...each.figures, ...each.supplements]);
  const breakdowns = [...new Set(figures.map(({ breakdown }) => breakdown))];
  return {
    editions: same(release.map(({ edition }) => edition)),
    measures: same(measures.map(({ measure }) => measure)),
    groups: new Map(
      breakdowns.map((breakdown) => {
        const own = figures.filter((each) => each.breakdown === breakdown);
        return [breakdown, same(own.map(({ group }) => group))];
      }),
    ),
    breakdowns: new Set(BREAKDOWNS),
  };
}
