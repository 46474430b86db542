// What became of children who need a service, and how long referrals waited → the part of a figure that tells it.
import type { ServicePathway, ServicePathways, PathwaySteps } from '../domain/supplement.js';
import type { TableColumn, Figure, FigureTable } from './figure.js';
import { writeCount, writeNumber } from './numbers.js';
import type { FigureWords } from './words.js';

const STEP_NAMES = ['needed', 'referred', 'offered', 'attended', 'completed'] as const;

/**
 * Adds the steps of each service, and the waits by our own record and by the partners' records. `left` is the number of
 * services that are not shown.
 */
export function attachServices(
  figure: Figure,
  { services, left }: Pick<ServicePathways, 'services'> & { readonly left: number },
  partners: readonly ServicePathway[],
  words: FigureWords,
): Figure {
  const servicesWithSteps = services.filter(({ steps }) => steps !== null);
  const servicesWithWaits = [
    ...services.map((each) => ({ ...each, label: words.group('service', each.service) })),
    ...partners.map((each) => ({ ...each, label: labelPartner(each, words) })),
  ].filter(({ waits, waiting }) => waits !== null || waiting !== null);
  const tables = [
    ...(servicesWithSteps.length > 0 ? [tabulateSteps(servicesWithSteps, words)] : []),
    ...(servicesWithWaits.length > 0 ? [tabulateWaits(servicesWithWaits, words)] : []),
  ];
  const sentences = [...servicesWithSteps.flatMap((each) => describeUnreferred(each, words))].slice(
    0,
    1,
  );
  return {
    ...figure,
    sentence: [figure.sentence, ...sentences].join(' ').trim(),
    tables: [...figure.tables, ...tables],
    notes: [...figure.notes, ...(left > 0 ? [words.say('told.steps.left')] : [])],
  };
}

/** A service, by the record of the partner who runs it. */
function labelPartner({ service }: ServicePathway, words: FigureWords): string {
  return words.say('told.waits.partner', { service: words.group('service', service) });
}

/** A service that children need and nobody was referred to by the records. */
function describeUnreferred({ service, steps }: ServicePathway, words: FigureWords): string[] {
  if (steps === null || steps.needed === 0 || steps.referred > 0) return [];
  return [
    words.say('told.steps.nobody', {
      service: words.group('service', service),
      needed: words.amount('children', steps.needed),
    }),
  ];
}

function tabulateSteps(services: readonly ServicePathway[], words: FigureWords): FigureTable {
  const defineColumn = (key: string): TableColumn => ({
    label: words.say(`told.steps.head.${key}`),
    numeric: key !== 'service',
  });
  return {
    id: 'steps',
    caption: words.say('told.steps.caption'),
    columns: ['service', ...STEP_NAMES].map(defineColumn),
    rows: services.map(({ service, steps }) => ({
      label: words.group('service', service),
      cells: STEP_NAMES.map((step) => (steps ? writeStep(steps, step, words) : '')),
    })),
    note: words.say('told.steps.note'),
  };
}

function writeStep(steps: PathwaySteps, step: keyof PathwaySteps, words: FigureWords): string {
  const value = writeCount(steps[step]);
  if (step === 'needed' || steps.needed === 0) return value;
  const share = writeNumber(steps[step] / steps.needed, { decimals: 0, percent: true });
  return words.say('told.steps.share', { value, share });
}

function tabulateWaits(
  services: readonly (ServicePathway & { readonly label: string })[],
  words: FigureWords,
): FigureTable {
  const keys = ['service', 'waits', 'median', 'interval', 'middle', 'before', 'waiting', 'so_far'];
  return {
    id: 'waits',
    caption: words.say('told.waits.caption'),
    columns: keys.map((key) => ({
      label: words.say(`told.waits.head.${key}`),
      numeric: key !== 'service',
    })),
    rows: services.map((each) => ({
      label: each.label,
      cells: [...writeWaits(each, words), ...writeWaiting(each, words)],
    })),
    note: words.say('told.waits.note'),
  };
}

function writeWaits({ waits, waitsBefore: before }: ServicePathway, words: FigureWords): string[] {
  const none = words.say('cell.none');
  return [
    waits ? writeCount(waits.count) : none,
    waits ? writeDays(waits.median) : none,
    (waits && writeRange(waits.lower, waits.upper)) ?? none,
    (waits && writeRange(waits.quarter, waits.threeQuarters)) ?? none,
    before === null
      ? none
      : words.say('told.waits.of', {
          median: writeDays(before.median),
          count: writeCount(before.count),
        }),
  ];
}

/** How many are still waiting, and the middle of what they have waited so far. */
function writeWaiting({ waiting }: ServicePathway, words: FigureWords): string[] {
  const none = words.say('cell.none');
  return waiting ? [writeCount(waiting.count), writeDays(waiting.median)] : [none, none];
}

function writeRange(from: number | null, to: number | null): string | null {
  return from === null || to === null ? null : `${writeDays(from)}–${writeDays(to)}`;
}

/** Whole days, or one decimal: a median can fall between two whole days. */
function writeDays(days: number): string {
  return writeNumber(days, { decimals: Number.isInteger(days) ? 0 : 1, percent: false });
}
