// The types of one measure's page: its figure, and how far the records behind it can be trusted.
import type { Words } from '../domain/language.js';
import type { Figure } from '../figures/figure.js';
import type { Declaration } from '../measures/declaration.js';

/** One measure and its figure. */
export interface MeasurePage {
  readonly declaration: Declaration;
  readonly figure: Figure;
  /** The grade of confidence in the records behind it; absent if they were not graded. */
  readonly trust?: Trust;
}

/** A grade of confidence in the records, and the reasons that lowered it. `over` is a share, 0 to 1. */
export interface Trust {
  readonly grade: 'high' | 'moderate' | 'low';
  readonly because: readonly {
    readonly rule: 'late' | 'faults' | 'set_aside' | 'no_area' | 'linked' | 'unrecorded';
    readonly of: Words;
    readonly over: number | null;
  }[];
}
