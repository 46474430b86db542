// Counts of children by step and of referrals by days waited → the pathway through each service.
import type {
  ServicePathway,
  ServicePathways,
  PathwaySteps,
  WaitingTimes,
} from '../domain/supplement.js';
import { compareText } from '../domain/compare-text.js';
import type { Window } from '../domain/period.js';
import type { Count } from '../measures/count.js';
import { summariseWaits } from './waits.js';

const STEP = 'step_';
const WAITED = 'days_waited/';
const WAITING = 'days_waiting/';

/** Whether a breakdown holds the counts behind service pathways. They are not figures by themselves. */
export function isServiceBreakdown(breakdown: string): boolean {
  return [STEP, WAITED, WAITING].some((prefix) => breakdown.startsWith(prefix));
}

/**
 * The services of one window, most needed first, then by name, with its waits, those of the window before, and those of
 * referrals still waiting on its last day. Null if no child needed a service and nobody waited. Throws TypeError for a
 * wait that is not a number of days, and for a step that more children reached than the previous step.
 */
export function buildServicePathways(
  measure: string,
  window: Window,
  before: Window | null,
  counts: readonly Count[],
): ServicePathways | null {
  const own = counts.filter(({ windowId }) => windowId === window.id);
  const earlier = counts.filter(({ windowId }) => windowId === before?.id);
  const names = own.flatMap((count) =>
    isServiceBreakdown(count.breakdown) ? [serviceName(count)] : [],
  );
  const services = [...new Set(names)].map((service): ServicePathway => ({
    service,
    steps: readSteps(own, service),
    waits: readWaits(own, WAITED, service),
    waitsBefore: readWaits(earlier, WAITED, service),
    waiting: readWaits(own, WAITING, service),
  }));
  if (services.length === 0) return null;
  const { id, starts, ends } = window;
  return {
    kind: 'steps',
    measure,
    window: { id, starts, ends },
    services: services.sort(mostNeededFirst),
  };
}

function serviceName({ breakdown, group }: Count): string {
  const prefix = [WAITED, WAITING].find((each) => breakdown.startsWith(each));
  return prefix === undefined ? group : breakdown.slice(prefix.length);
}

function readSteps(counts: readonly Count[], service: string): PathwaySteps | null {
  const countReached = (step: keyof PathwaySteps): number | undefined =>
    counts.find((each) => each.breakdown === `${STEP}${step}` && each.group === service)?.numerator;
  const needed = countReached('needed');
  if (needed === undefined) return null;
  const reached = [
    countReached('referred'),
    countReached('offered'),
    countReached('attended'),
    countReached('completed'),
  ].map((n) => n ?? 0);
  const [referred = 0, offered = 0, attended = 0, completed = 0] = reached;
  if ([needed, ...reached].some((count, at, all) => count > (all[at - 1] ?? count)))
    throw new TypeError(`more children reached a step than the one before it: ${service}`);
  return { needed, referred, offered, attended, completed };
}

function readWaits(counts: readonly Count[], prefix: string, service: string): WaitingTimes | null {
  const own = counts.filter(({ breakdown }) => breakdown === `${prefix}${service}`);
  return summariseWaits(
    own.map(({ group, numerator }) => {
      const days = Number(group);
      if (!Number.isSafeInteger(days)) throw new TypeError('a wait must be a number of days');
      return { days, count: numerator };
    }),
  );
}

function mostNeededFirst(one: ServicePathway, other: ServicePathway): number {
  const size = ({ steps, waits }: ServicePathway): number => steps?.needed ?? waits?.count ?? 0;
  return size(other) - size(one) || compareText(one.service, other.service);
}
