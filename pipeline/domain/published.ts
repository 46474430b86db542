// An official figure published by another body, as read from the reference extract.
import type { Window } from './period.js';
import type { AreaKind, PublisherMarks } from './value.js';

/** One published figure. Its value is the publisher's and is never recalculated; its source is always known. */
export interface PublishedFigure {
  readonly measure: string;
  readonly areaKind: AreaKind;
  readonly areaName: string;
  readonly window: Window;
  readonly group: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Null where the publisher put a mark in its place. */
  readonly value: number | null;
  readonly marks: PublisherMarks;
  readonly unit: string;
  readonly source: string;
  readonly publishedOn: string | null;
}
