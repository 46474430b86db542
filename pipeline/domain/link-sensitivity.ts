// How sensitive a measure is to likely links that await a person's decision. Not yet disclosed to any edition.
import type { Value } from './value.js';

/**
 * The newest headline or relative rate of a measure that depends on record linkage, without and with the likely links.
 */
export interface LinkSensitivity {
  /** With no likely link made: the figure in the pack. */
  readonly without: Value;
  /** With every likely link made. */
  readonly with: Value;
  /** How many people have a likely link, among the partners' records that the measure counts. */
  readonly links: number;
}
