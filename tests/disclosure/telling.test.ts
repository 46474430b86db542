// What a measure tells besides its figure → what an edition that hides sees of it.
import { describe, expect, it } from 'vitest';
import {
  fingerprintSupplements,
  type ReleasedSupplements,
} from '../../pipeline/disclosure/supplement-history.js';
import {
  discloseSupplement,
  type DisclosedSupplement as Given,
} from '../../pipeline/disclosure/supplement.js';
import type {
  NeedOverlap,
  ServicePathway,
  ServicePathways,
  WaitingTimes,
} from '../../pipeline/domain/supplement.js';

const WINDOW = { id: '2023-03-31', starts: '2022-04-01', ends: '2023-03-31' };
const OVERLAP: NeedOverlap = { kind: 'overlap', measure: 'm', window: WINDOW, held: [], pairs: [] };
const waits = (count: number): WaitingTimes => ({
  count,
  median: 9,
  lower: 5,
  upper: 20,
  quarter: 6,
  threeQuarters: 14,
});
const service = (steps: ServicePathway['steps'], of = 40, still = 40): ServicePathway => ({
  service: 'A',
  steps,
  waits: waits(of),
  waitsBefore: waits(19),
  waiting: waits(still),
});
const services = (each: ServicePathway): ServicePathways => ({
  kind: 'steps',
  measure: 'm',
  window: WINDOW,
  services: [each],
});
const STEPS = { needed: 60, referred: 50, offered: 40, attended: 30, completed: 20 };
const beforeIs = (count: number): object => ({ services: [{ waitsBefore: { count } }] });
const HEADLINE = { numerator: 40, denominator: 70 };

describe('a supplementary statistic', () => {
  it('is complete in an edition without suppression', () => {
    expect(discloseSupplement(OVERLAP, null, 0).status).toBe('shown');
    expect(discloseSupplement(services(service({ ...STEPS, completed: 1 })), null, 0).status).toBe(
      'shown',
    );
  });

  it('has no pair of needs in an edition with suppression, because a pair can identify a child', () => {
    expect(discloseSupplement(OVERLAP, HEADLINE, 5).status).toBe('hidden');
  });

  it('shows steps without small counts, and waits with enough beyond each quartile', () => {
    const shown = discloseSupplement(services(service(STEPS)), HEADLINE, 5);
    expect(shown).toMatchObject({ status: 'shown', left: 0 });
    expect(shown).toMatchObject({ services: [{ steps: STEPS, waitsBefore: null }] });
    const few = discloseSupplement(services(service(STEPS, 19)), HEADLINE, 5);
    expect(few).toMatchObject({ services: [{ waits: null }] });
    const still = [19, 20].map((of) =>
      discloseSupplement(services(service(STEPS, 40, of)), HEADLINE, 5),
    );
    expect(still[0]).toMatchObject({ services: [{ waiting: null }] });
    expect(still[1]).toMatchObject({ services: [{ waiting: { count: 20 } }] });
  });

  it.each([
    ['a small step', { ...STEPS, completed: 4 }, HEADLINE],
    ['few lost between two', { ...STEPS, offered: 47 }, HEADLINE],
    ['few beside the headline', STEPS, { numerator: 40, denominator: 63 }],
    ['few who came beside it', STEPS, { numerator: 32, denominator: 70 }],
    ['the headline hidden', STEPS, null],
  ])('suppresses a service with %s', (_, steps, headline) => {
    expect(discloseSupplement(services(service(steps)), headline, 5).status).toBe('hidden');
  });

  it('L: gives no waits of the year before that differ from those of its own pack: 73 referrals, and then 72', () => {
    const year = (ends: string, own: number, before: number): ServicePathways => ({
      ...services({ ...service(null, own), waitsBefore: waits(before) }),
      window: { id: ends, starts: `${String(Number(ends.slice(0, 4)) - 1)}-04-01`, ends },
    });
    const release = (pathways: ServicePathways, ...packs: ReleasedSupplements[]): Given =>
      discloseSupplement(pathways, HEADLINE, 5, packs);
    const first = release(year('2022-03-31', 73, 60));
    const packs = [fingerprintSupplements([first])];
    // Yesterday's pack gave the 72 beside the 73: one referral.
    expect(release(year('2023-03-31', 80, 72))).toMatchObject(beforeIs(72));
    expect(release(year('2023-03-31', 80, 72), ...packs)).toMatchObject({
      services: [{ waits: { count: 80 }, waitsBefore: null }],
    });
    expect(release(year('2023-03-31', 80, 73), ...packs)).toMatchObject(beforeIs(73));
    // The pack of the year before, built again after this one, may not give others either.
    const later = [fingerprintSupplements([release(year('2023-03-31', 80, 73))])];
    expect(release(year('2022-03-31', 72, 60), ...later)).toMatchObject({
      services: [{ waits: null }],
    });
  });

  it('is suppressed if an earlier pack released anything different about the same children', () => {
    const first = discloseSupplement(services(service(STEPS)), HEADLINE, 5);
    const before = [fingerprintSupplements([first])];
    const again = (steps: ServicePathway['steps'], hideBelow = 5): string =>
      discloseSupplement(services(service(steps)), HEADLINE, hideBelow, before).status;
    expect(again(STEPS)).toBe('shown');
    expect(again({ ...STEPS, offered: 41 })).toBe('hidden');
    expect(again({ ...STEPS, offered: 41 }, 0)).toBe('shown');
  });
});
