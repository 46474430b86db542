// The parts of the pack to read, before they are put into words: indicators, decisions to act on, findings.
import type { DecidedAction } from '../commentary/decided.js';
import type { CommentaryView } from '../commentary/view.js';
import type { Day } from '../domain/period.js';
import type { Words } from '../domain/language.js';
import type { DecisionSummary } from '../figures/decision-summary.js';
import type { Chart } from '../figures/figure.js';
import type { Indicator } from '../figures/indicator.js';
import type { FindingReason } from './forms.js';
import type { MeasurePage } from './measure-page.js';

/** Why a measure has a page, of which groups it is, and who is asked. `action` is the number of the action it is about. */
export interface FindingChoice {
  readonly measure: string;
  readonly reason: FindingReason;
  /** Groups are named `breakdown.group`, like labels. */
  readonly groups: readonly string[];
  readonly asked: Words;
  readonly action?: string;
}

/** One finding: its figure, what the service says, and what was decided. */
export interface Finding extends FindingChoice {
  readonly page: MeasurePage;
  /** Each of `groups` with its newest figure and the one before. */
  readonly moved: readonly string[];
  readonly commentary: CommentaryView | null;
  readonly actions: readonly DecidedAction[];
  readonly decisions: readonly string[];
}

/** One decision of the page on disproportionality, with who answers for it. */
export interface FairnessDecision extends DecisionSummary {
  readonly asked: Words;
}

/** The page on disproportionality; `chart` is null where no comparison says anything. */
export interface Fairness {
  readonly decisions: readonly FairnessDecision[];
  readonly chart: Chart | null;
  /** The last day for the reviews of cases. */
  readonly reviewBy: Day;
}

/** What the pack to read has beside the parts that every form may have. */
export interface ShortPack {
  readonly indicators: readonly Indicator[];
  /** The measures of `indicators` by how each changed. */
  readonly changed: Readonly<Record<'better' | 'worse' | 'other', number>>;
  /** How many sentences the main points are. */
  readonly points: number;
  /** Null where no decision is compared. */
  readonly fairness: Fairness | null;
  readonly findings: readonly Finding[];
}
