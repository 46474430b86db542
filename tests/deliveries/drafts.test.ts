// A public draft, then the pack with one child more: the draft is a release, and the pack is held against it.
import { describe, expect, it } from 'vitest';
import { selectDraftEditions } from '../../pipeline/config/draft-editions.js';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import { appendLedger, readLedgerEvents } from '../../pipeline/deliveries/ledger.js';
import { archiveRelease } from '../../pipeline/deliveries/release-archive.js';
import { findPreviousPack } from '../../pipeline/deliveries/previous-pack.js';
import type { Edition } from '../../pipeline/disclosure/edition.js';
import type { ReleaseNames } from '../../pipeline/deliveries/release-names.js';
import { releaseEdition } from '../../pipeline/disclosure/release-entries.js';
import { collectReleasedCells } from '../../pipeline/disclosure/released.js';
import { parseQuarter, type Day, type Quarter } from '../../pipeline/domain/period.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import {
  buildReleaseHistory,
  NO_RELEASES,
  readEarlierPacks,
  type ReleaseHistory,
} from '../../pipeline/editions/previous-releases.js';
import { tableOf, THRESHOLD, type Breakdown } from '../disclosure/table.js';
import { COUNTS, packOf, said } from '../disclosure/two-packs.js';
import { theProject } from '../project.js';
import { emptyFolder } from './folder.js';
import { namesOf } from './packs-before.js';

const QUARTER = parseQuarter('2022-23 Q4') as Quarter;
const NAMES: ReleaseNames = {
  ...{ measures: namesOf({ children: [] }), breakdowns: new Set(['total', 'sex']) },
  ...{ editions: namesOf({ public: [] }) },
  groups: new Map([['sex', namesOf({ Female: [], Male: [] })]]),
};

const sexes = (all: number, sex: Breakdown): ReturnType<typeof tableOf> => tableOf(all, { sex });

/** Records a release of the public edition in a store, as a build does. */
function record(store: string, what: 'packed' | 'drafted', asAt: Day, all: number): void {
  const cells = collectReleasedCells(packOf(sexes(all, { Female: all - 185, Male: 185 })));
  const made = archiveRelease(store, [releaseEdition('public', cells, [])]);
  const release = { quarter: QUARTER.label, as_at: asAt, editions: ['public'], made };
  appendLedger(store, { what, on: asAt, ...release });
}

/** What a pack of the public edition is held against, where it gives what its last build gave. */
function historyOf(store: string, asAt: Day): ReleaseHistory {
  const before = readEarlierPacks(store, readLedgerEvents(store), QUARTER, asAt);
  return buildReleaseHistory(before, NAMES)('public')[0] ?? NO_RELEASES;
}

describe('a draft of an edition that hides', () => {
  it.each([
    ['a later day', '2023-05-15'],
    ['the same day', '2023-05-10'],
    ['a day before it', '2023-05-09'],
  ])('is held against a pack of %s', (_, asAt) => {
    const store = emptyFolder();
    record(store, 'drafted', '2023-05-10', 218);
    expect(historyOf(store, asAt).earlier).toHaveLength(1);
  });

  it('is held against the next draft, and not against a pack that was made before it', () => {
    const store = emptyFolder();
    record(store, 'packed', '2023-05-09', 217);
    record(store, 'drafted', '2023-05-10', 218);
    expect(historyOf(store, '2023-05-10').earlier).toHaveLength(2);
    expect(historyOf(store, '2023-05-09').earlier).toEqual([]);
  });

  it('is no last pack: revisions are said of packs', () => {
    const store = emptyFolder();
    record(store, 'packed', '2023-05-09', 217);
    record(store, 'drafted', '2023-05-10', 218);
    const next = parseQuarter('2023-24 Q1') as Quarter;
    expect(findPreviousPack(readLedgerEvents(store), next, '2023-08-15')).toMatchObject({
      asAt: '2023-05-09',
    });
  });

  it('keeps the figures of the pack as they were in the draft: 219 children stay 218', () => {
    const store = emptyFolder();
    record(store, 'drafted', '2023-05-10', 218);
    const { earlier, compared } = historyOf(store, '2023-05-15');
    const now = disclose(sexes(219, { Female: 34, Male: 185 }), COUNTS, THRESHOLD, earlier);
    expect(now.map(said)).toEqual(['kept 218', 'kept 33', 'kept 185']);
    expect(compared).toEqual([]);
  });
});

describe('a draft without a named edition', () => {
  it('is of the editions that hide nothing', () => {
    expect(selectDraftEditions(theProject().editions).map(({ name }) => name)).toEqual(['board']);
  });

  it('is refused where every edition hides', () => {
    const hiding: Edition = { ...theProject().editions[0], hide_below: 5 } as Edition;
    expect(() => selectDraftEditions([hiding])).toThrow(ProblemError);
  });
});
