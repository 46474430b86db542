// What a measure would be were the likely links made that wait for a person, before anyone has decided who may see it.
import type { Value } from './value.js';

/** The newest headline or relative rate of a measure that rests on links, as it is counted and as it would be. */
export interface LinkSensitivity {
  /** With no likely link made: the figure of the pack. */
  readonly without: Value;
  /** With all of them. */
  readonly with: Value;
  /** How many persons of the partners that the measure counts from have a likely link. */
  readonly links: number;
}
