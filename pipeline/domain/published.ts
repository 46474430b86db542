// A figure somebody official has published, as the reference extract gives it.
import type { Window } from './period.js';
import type { AreaKind } from './value.js';

/** One published figure. Its value is theirs, never worked out again; where it was published is always known. */
export interface PublishedFigure {
  readonly measure: string;
  readonly areaKind: AreaKind;
  readonly areaName: string;
  readonly window: Window;
  readonly group: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly publishedOn: string | null;
}
