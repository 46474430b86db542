// A supplementary statistic and the disclosed headline of its measure → what an edition may see of it.
import type {
  ServicePathway,
  ServicePathways,
  PathwaySteps,
  Supplement,
  WaitingTimes,
} from '../domain/supplement.js';
import { differsFromRelease, type ReleasedSupplements } from './supplement-history.js';
import { isSmallCount } from './threshold.js';
import { differsFromOtherYear } from './waits-history.js';

declare const brand: unique symbol;

/** A supplement with numbers; `left` is the number of services suppressed in it. */
type ShownSupplement = Supplement & { readonly status: 'shown'; readonly left: number };

/** A supplement that is suppressed in this edition. */
type WithheldSupplement = Pick<Supplement, 'kind' | 'measure' | 'window'> & {
  readonly status: 'hidden';
};

/** What an edition may see of a supplement. Like `DisclosedCell`, it can only be made in this file. */
export type DisclosedSupplement = (ShownSupplement | WithheldSupplement) & {
  readonly [brand]: true;
};

/** The numbers of the same measure's headline as the edition shows it: children counted, and of how many. */
export interface Headline {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * Decides what an edition may see. A pair of needs can identify a child, so with `hideBelow` above 0 no pair and no
 * number of needs is shown. The steps of a service are shown if no count is 1 to `hideBelow` − 1, and no difference
 * between one step and the next, or between the service and the headline, is either. Its waiting times are shown if at
 * least `hideBelow` of them lie beyond each quartile, because each quartile is some child's wait, and no release in
 * `earlier` gave others of that year in the pack of another. Nothing is shown if
 * the headline is suppressed (null), or if a release in `earlier` holds anything different about the same children.
 */
export function discloseSupplement(
  supplement: Supplement,
  headline: Headline | null,
  hideBelow: number,
  earlier: readonly ReleasedSupplements[] = [],
): DisclosedSupplement {
  const { kind, measure, window } = supplement;
  const hidden = { kind, measure, window, status: 'hidden' } as const;
  if (hideBelow === 0) return markDisclosed({ ...supplement, status: 'shown', left: 0 });
  if (supplement.kind === 'overlap' || headline === null) return markDisclosed(hidden);
  const services = supplement.services.flatMap((each) =>
    discloseService(dropOtherWaits(each, supplement, earlier), headline, hideBelow),
  );
  const left = supplement.services.length - services.length;
  const shown = { ...supplement, services, status: 'shown', left } as const;
  return markDisclosed(
    services.length === 0 || differsFromRelease(shown, earlier) ? hidden : shown,
  );
}

/** A service without the waits of which the pack of the year before, or after, gave others. */
function dropOtherWaits(
  each: ServicePathway,
  pathways: ServicePathways,
  earlier: readonly ReleasedSupplements[],
): ServicePathway {
  const differs = (year: 'waits' | 'waitsBefore'): boolean =>
    differsFromOtherYear(pathways, each.service, year, earlier);
  return {
    ...each,
    waits: differs('waits') ? null : each.waits,
    waitsBefore: differs('waitsBefore') ? null : each.waitsBefore,
  };
}

function discloseService(
  { service, steps, waits, waitsBefore, waiting }: ServicePathways['services'][number],
  headline: Headline,
  hideBelow: number,
): ServicePathway[] {
  if (steps && !isSafePathway(steps, headline, hideBelow)) return [];
  const shown = {
    service,
    steps,
    waits: discloseWaits(waits, hideBelow),
    waitsBefore: discloseWaits(waitsBefore, hideBelow),
    waiting: discloseWaits(waiting, hideBelow),
  };
  return steps === null && shown.waits === null && shown.waiting === null ? [] : [shown];
}

function isSafePathway(steps: PathwaySteps, headline: Headline, hideBelow: number): boolean {
  const { needed, referred, offered, attended, completed } = steps;
  const reached = [needed, referred, offered, attended, completed];
  const between = reached.map((count, at) => count - (reached[at + 1] ?? 0));
  const gaps = [
    Math.abs((headline.denominator ?? needed) - needed),
    Math.abs((headline.numerator ?? attended) - attended),
  ];
  return ![...reached, ...between, ...gaps].some((count) => isSmallCount(count, hideBelow));
}

/** The waits, or null if fewer than `hideBelow` lie beyond a quartile (a quarter of them do). */
function discloseWaits(waits: WaitingTimes | null, hideBelow: number): WaitingTimes | null {
  return waits !== null && waits.count >= 4 * hideBelow ? waits : null;
}

function markDisclosed(supplement: ShownSupplement | WithheldSupplement): DisclosedSupplement {
  return supplement as DisclosedSupplement;
}
