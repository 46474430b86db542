// What became of children who need a service, and how long referrals waited → the part of a figure that tells it.
import type { Service, Services, Steps } from '../domain/supplement.js';
import type { Column, Figure, Table } from './figure.js';
import { writeCount, writeNumber } from './numbers.js';
import type { FigureWords } from './words.js';

const STEPS = ['needed', 'referred', 'offered', 'attended', 'completed'] as const;

/**
 * Adds the steps of each service and the waits for it, by our record and by the partners' own beside it. `left` services
 * are not shown.
 */
export function withServices(
  figure: Figure,
  { services, left }: Pick<Services, 'services'> & { readonly left: number },
  partners: readonly Service[],
  words: FigureWords,
): Figure {
  const stepped = services.filter(({ steps }) => steps !== null);
  const waited = [
    ...services.map((each) => ({ ...each, label: words.group('service', each.service) })),
    ...partners.map((each) => ({ ...each, label: partnerOf(each, words) })),
  ].filter(({ waits, waiting }) => waits !== null || waiting !== null);
  const tables = [
    ...(stepped.length > 0 ? [stepTable(stepped, words)] : []),
    ...(waited.length > 0 ? [waitTable(waited, words)] : []),
  ];
  const said = [...stepped.flatMap((each) => lostSaid(each, words))].slice(0, 1);
  return {
    ...figure,
    sentence: [figure.sentence, ...said].join(' ').trim(),
    tables: [...figure.tables, ...tables],
    notes: [...figure.notes, ...(left > 0 ? [words.say('told.steps.left')] : [])],
  };
}

/** A service, by the record of the partner who runs it. */
function partnerOf({ service }: Service, words: FigureWords): string {
  return words.say('told.waits.partner', { service: words.group('service', service) });
}

/** A service that children need and nobody was referred to by the records. */
function lostSaid({ service, steps }: Service, words: FigureWords): string[] {
  if (steps === null || steps.needed === 0 || steps.referred > 0) return [];
  return [
    words.say('told.steps.nobody', {
      service: words.group('service', service),
      needed: words.amount('children', steps.needed),
    }),
  ];
}

function stepTable(services: readonly Service[], words: FigureWords): Table {
  const column = (key: string): Column => ({
    label: words.say(`told.steps.head.${key}`),
    numeric: key !== 'service',
  });
  return {
    id: 'steps',
    caption: words.say('told.steps.caption'),
    columns: ['service', ...STEPS].map(column),
    rows: services.map(({ service, steps }) => ({
      label: words.group('service', service),
      cells: STEPS.map((step) => (steps ? writeStep(steps, step, words) : '')),
    })),
    note: words.say('told.steps.note'),
  };
}

function writeStep(steps: Steps, step: keyof Steps, words: FigureWords): string {
  const value = writeCount(steps[step]);
  if (step === 'needed' || steps.needed === 0) return value;
  const share = writeNumber(steps[step] / steps.needed, { decimals: 0, percent: true });
  return words.say('told.steps.share', { value, share });
}

function waitTable(
  services: readonly (Service & { readonly label: string })[],
  words: FigureWords,
): Table {
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

function writeWaits({ waits, waitsBefore: before }: Service, words: FigureWords): string[] {
  const none = words.say('cell.none');
  return [
    waits ? writeCount(waits.count) : none,
    waits ? writeDays(waits.median) : none,
    (waits && rangeOf(waits.lower, waits.upper)) ?? none,
    (waits && rangeOf(waits.quarter, waits.threeQuarters)) ?? none,
    before === null
      ? none
      : words.say('told.waits.of', {
          median: writeDays(before.median),
          count: writeCount(before.count),
        }),
  ];
}

/** How many are still waiting, and the middle of what they have waited so far. */
function writeWaiting({ waiting }: Service, words: FigureWords): string[] {
  const none = words.say('cell.none');
  return waiting ? [writeCount(waiting.count), writeDays(waiting.median)] : [none, none];
}

function rangeOf(from: number | null, to: number | null): string | null {
  return from === null || to === null ? null : `${writeDays(from)}–${writeDays(to)}`;
}

/** Whole days; the middle of two waits may fall between them. */
function writeDays(days: number): string {
  return writeNumber(days, { decimals: Number.isInteger(days) ? 0 : 1, percent: false });
}
