// What a measure tells besides its figure, and what an edition shows of that figure → what that edition may see of it.
import type {
  ServicePathway,
  ServicePathways,
  PathwaySteps,
  Supplement,
  WaitingTimes,
} from '../domain/supplement.js';
import { differsFromRelease, type ReleasedSupplements } from './supplement-history.js';
import { isSmallCount } from './threshold.js';

declare const brand: unique symbol;

/** A telling with its numbers; `left` services are left out of it to protect children. */
export type ShownSupplement = Supplement & { readonly status: 'shown'; readonly left: number };

/** A telling that this edition may not see. */
export type WithheldSupplement = Pick<Supplement, 'kind' | 'measure' | 'window'> & {
  readonly status: 'hidden';
};

/** What an edition may see of a telling. Like `Disclosed`, it can only be made here. */
export type DisclosedSupplement = (ShownSupplement | WithheldSupplement) & {
  readonly [brand]: true;
};

/** The headline an edition shows of the same measure: children counted, and of how many; null where it is hidden. */
export interface Headline {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * Decides what an edition sees. Which two needs a child has can point to the child, so with `hideBelow` above 0 no pair
 * and no number of needs is shown. Of a service, the steps are shown where no count is 1 to `hideBelow` − 1, none is left
 * between one step and the next, and none between the service and the headline; its waits where at least
 * `hideBelow` lie beyond each quartile, since each is the wait of some child. Nothing is shown where the headline is not,
 * or where a pack of `before` told of the same children anything else.
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
    discloseService(each, headline, hideBelow),
  );
  const left = supplement.services.length - services.length;
  const shown = { ...supplement, services, status: 'shown', left } as const;
  return markDisclosed(
    services.length === 0 || differsFromRelease(shown, earlier) ? hidden : shown,
  );
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

/** A quarter of the waits lie beyond each quartile. */
function discloseWaits(waits: WaitingTimes | null, hideBelow: number): WaitingTimes | null {
  return waits !== null && waits.count >= 4 * hideBelow ? waits : null;
}

function markDisclosed(supplement: ShownSupplement | WithheldSupplement): DisclosedSupplement {
  return supplement as DisclosedSupplement;
}
