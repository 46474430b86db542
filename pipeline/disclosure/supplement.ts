// What a measure tells besides its figure, and what an edition shows of that figure → what that edition may see of it.
import type { Service, Services, Steps, Telling, Waits } from '../domain/supplement.js';
import { gaveOther, type Besides } from './supplement-history.js';
import { isSmallCount } from './threshold.js';

declare const door: unique symbol;

/** A telling with its numbers; `left` services are left out of it to protect children. */
export type ShownTelling = Telling & { readonly status: 'shown'; readonly left: number };

/** A telling that this edition may not see. */
export type WithheldTelling = Pick<Telling, 'kind' | 'measure' | 'window'> & {
  readonly status: 'hidden';
};

/** What an edition may see of a telling. Like `Disclosed`, it can only be made here. */
export type DisclosedTelling = (ShownTelling | WithheldTelling) & { readonly [door]: true };

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
export function discloseTelling(
  telling: Telling,
  headline: Headline | null,
  hideBelow: number,
  before: readonly Besides[] = [],
): DisclosedTelling {
  const { kind, measure, window } = telling;
  const hidden = { kind, measure, window, status: 'hidden' } as const;
  if (hideBelow === 0) return through({ ...telling, status: 'shown', left: 0 });
  if (telling.kind === 'overlap' || headline === null) return through(hidden);
  const services = telling.services.flatMap((each) => shownOf(each, headline, hideBelow));
  const left = telling.services.length - services.length;
  const shown = { ...telling, services, status: 'shown', left } as const;
  return through(services.length === 0 || gaveOther(shown, before) ? hidden : shown);
}

function shownOf(
  { service, steps, waits, waitsBefore, waiting }: Services['services'][number],
  headline: Headline,
  hideBelow: number,
): Service[] {
  if (steps && !tellsNoFew(steps, headline, hideBelow)) return [];
  const shown = {
    service,
    steps,
    waits: enough(waits, hideBelow),
    waitsBefore: enough(waitsBefore, hideBelow),
    waiting: enough(waiting, hideBelow),
  };
  return steps === null && shown.waits === null && shown.waiting === null ? [] : [shown];
}

function tellsNoFew(steps: Steps, headline: Headline, hideBelow: number): boolean {
  const { needed, referred, offered, attended, completed } = steps;
  const reached = [needed, referred, offered, attended, completed];
  const between = reached.map((count, at) => count - (reached[at + 1] ?? 0));
  const apart = [
    Math.abs((headline.denominator ?? needed) - needed),
    Math.abs((headline.numerator ?? attended) - attended),
  ];
  return ![...reached, ...between, ...apart].some((count) => isSmallCount(count, hideBelow));
}

/** A quarter of the waits lie beyond each quartile. */
function enough(waits: Waits | null, hideBelow: number): Waits | null {
  return waits !== null && waits.count >= 4 * hideBelow ? waits : null;
}

function through(telling: ShownTelling | WithheldTelling): DisclosedTelling {
  return telling as DisclosedTelling;
}
