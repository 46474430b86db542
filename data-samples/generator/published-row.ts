// One published figure → one row of the published extract.
import { british } from './days.js';

/** The document the figures were read in. */
export const PLAN = 'Flintshire Youth Justice Plan 2023-26';

/** The headings of the published extract. */
export const PUBLISHED_HEADINGS = [
  'measure',
  'area_kind',
  'area_name',
  'window_start',
  'window_end',
  'group',
  'numerator',
  'denominator',
  'value',
  'unit',
  'source',
  'published_on',
];

/** First and last day. */
export type Window = readonly [string, string];
export const YEAR_2023: Window = ['2022-04-01', '2023-03-31'];

/** `figures` are numerator, denominator, value, unit and source; the day of publication is not known of any. */
export function publishedRow(
  measure: string,
  kind: string,
  area: string,
  window: Window,
  group: string,
  figures: readonly string[],
): string[] {
  return [measure, kind, area, british(window[0]), british(window[1]), group, ...figures, ''];
}
