// Counts of children by step and of referrals by days waited → what became of those who need each service.
import type { Service, Services, Steps, Waits } from '../domain/supplement.js';
import type { Window } from '../domain/period.js';
import type { Count } from '../measures/count.js';
import { waitsOf } from './waits.js';

const STEP = 'step_';
const WAITED = 'days_waited/';
const WAITING = 'days_waiting/';

/** Whether a breakdown holds what the services are told by: no figure by itself. */
export function isOfServices(breakdown: string): boolean {
  return [STEP, WAITED, WAITING].some((prefix) => breakdown.startsWith(prefix));
}

/**
 * The services of one window, those most needed first, then by name, with the waits of the window before beside its own,
 * and those still waiting on its last day; null where no child needed one and nobody waited. Throws TypeError for a wait that is not a number of days, and for a
 * step that more children reached than the one before it.
 */
export function servicesOf(
  measure: string,
  window: Window,
  before: Window | null,
  counts: readonly Count[],
): Services | null {
  const own = counts.filter(({ windowId }) => windowId === window.id);
  const earlier = counts.filter(({ windowId }) => windowId === before?.id);
  const named = own.flatMap((count) => (isOfServices(count.breakdown) ? [serviceIn(count)] : []));
  const services = [...new Set(named)].map((service): Service => ({
    service,
    steps: stepsIn(own, service),
    waits: waitsIn(own, WAITED, service),
    waitsBefore: waitsIn(earlier, WAITED, service),
    waiting: waitsIn(own, WAITING, service),
  }));
  if (services.length === 0) return null;
  const { id, starts, ends } = window;
  return {
    kind: 'steps',
    measure,
    window: { id, starts, ends },
    services: services.sort(mostNeeded),
  };
}

function serviceIn({ breakdown, group }: Count): string {
  const prefix = [WAITED, WAITING].find((each) => breakdown.startsWith(each));
  return prefix === undefined ? group : breakdown.slice(prefix.length);
}

function stepsIn(counts: readonly Count[], service: string): Steps | null {
  const of = (step: keyof Steps): number | undefined =>
    counts.find((each) => each.breakdown === `${STEP}${step}` && each.group === service)?.numerator;
  const needed = of('needed');
  if (needed === undefined) return null;
  const reached = [of('referred'), of('offered'), of('attended'), of('completed')].map(
    (n) => n ?? 0,
  );
  const [referred = 0, offered = 0, attended = 0, completed = 0] = reached;
  if ([needed, ...reached].some((count, at, all) => count > (all[at - 1] ?? count)))
    throw new TypeError(`more children reached a step than the one before it: ${service}`);
  return { needed, referred, offered, attended, completed };
}

function waitsIn(counts: readonly Count[], prefix: string, service: string): Waits | null {
  const own = counts.filter(({ breakdown }) => breakdown === `${prefix}${service}`);
  return waitsOf(
    own.map(({ group, numerator }) => {
      const days = Number(group);
      if (!Number.isSafeInteger(days)) throw new TypeError('a wait must be a number of days');
      return { days, count: numerator };
    }),
  );
}

function mostNeeded(one: Service, other: Service): number {
  const size = ({ steps, waits }: Service): number => steps?.needed ?? waits?.count ?? 0;
  return size(other) - size(one) || one.service.localeCompare(other.service);
}
