// What a person asked for, joined with the settings → one request for a pack.
import type { Edition } from '../disclosure/edition.js';
import type { Language } from '../domain/language.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Project } from './project.js';
import type { Settings } from './settings.js';

/** The two days of every run: it uses what was known on `asAt` and is made on `today`, which is never earlier. */
export interface AsOf {
  readonly asAt: Day;
  readonly today: Day;
}

/** What to build, settled. */
export interface PackRequest {
  readonly project: Project;
  readonly settings: Settings;
  readonly quarter: Quarter;
  readonly asOf: AsOf;
  /** Extracts that a person has confirmed to be right, though they lose rows or look older. */
  readonly confirmed?: readonly string[];
  readonly editions: readonly Edition[];
  readonly languages: readonly Language[];
  /** A folder of extracts other than that of the settings, or null. */
  readonly extracts: string | null;
  readonly out: string;
  /**
   * A draft is marked as one on every page, and is not recorded as a release. A draft of an edition that hides is
   * archived all the same, because later releases are held against it.
   */
  readonly draft: boolean;
}

/** Called with a short description as each step starts. */
export type Progress = (step: string) => void;
