// Everything a pack is made of, before any page exists: the types that `run.ts` fills in.
import type { MemoryView } from '../commentary/memory-view.js';
import type { CommentaryView } from '../commentary/view.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Language, Words } from '../domain/language.js';
import type { Figure } from '../figures/figure.js';
import type { Declaration } from '../measures/declaration.js';
import type { Briefing } from './briefing.js';

/** All that one pack, in one language and one edition, is printed from. It holds nothing that was not disclosed. */
export interface PackInput {
  readonly language: Language;
  readonly service: Words;
  readonly edition: PackEdition;
  readonly quarter: Quarter;
  /** The day up to which extracts were known. */
  readonly asAt: Day;
  /** True for a pack that is not the board's yet: every page then says so. */
  readonly draft: boolean;
  /** True for invented data: every page then says so. */
  readonly synthetic: boolean;
  /** False for a service that has its packs in English alone: nothing is then said of the Welsh. */
  readonly isBilingual: boolean;
  readonly sections: readonly Section[];
  readonly briefing: Briefing;
  /** The page of actions, decisions and risks; absent or null where the service keeps none. */
  readonly memory?: MemoryView | null;
  readonly populations: readonly Population[];
  readonly published: readonly PublishedSource[];
  readonly quality: DataQuality;
  /** What the last pack gave otherwise; null for the first pack. */
  readonly revisions: RevisedFigures | null;
  /** What the board monitors and this pack cannot show yet. */
  readonly uncovered: readonly Words[];
}

/** Who a pack is for. `marking` is printed on every page; `hides` is true when small numbers are hidden. */
export interface PackEdition {
  readonly name: string;
  readonly title: Words;
  readonly marking: Words | null;
  readonly hides: boolean;
}

/** A chapter of the pack: its measures in the order they are printed. */
export interface Section {
  readonly id: string;
  readonly title: Words;
  readonly intro: Words;
  /** Which partner the questions raised here are for. */
  readonly asked: Words;
  readonly measures: readonly MeasurePage[];
  /** What the service says of this section; absent or null where it says nothing. */
  readonly commentary?: CommentaryView | null;
}

/** One measure and the figure drawn of it. */
export interface MeasurePage {
  readonly declaration: Declaration;
  readonly figure: Figure;
  /** How far the records behind it can be trusted; absent where nobody graded them. */
  readonly trust?: Trust;
}

/** A grade of confidence in the records, and each reason that held it down. `over` is a share, 0 to 1. */
export interface Trust {
  readonly grade: 'high' | 'moderate' | 'low';
  readonly because: readonly {
    readonly rule: 'late' | 'faults' | 'set_aside';
    readonly of: Words;
    readonly over: number | null;
  }[];
}

/** A population that rates were divided by: mid-year of `year`, from `source`. */
export interface Population {
  readonly year: number;
  readonly source: string;
}

/** An official publication that figures are compared with. */
export interface PublishedSource {
  readonly source: string;
  readonly publishedOn: Day | null;
}

/** The figures that have changed since the last pack. */
export interface RevisedFigures {
  readonly previous: { readonly quarter: Quarter; readonly asAt: Day };
  readonly measures: readonly RevisedMeasure[];
  /** Measures some of whose figures stand as they were given, because fewer children have come or gone than may be told. */
  readonly republished: readonly Words[];
  /** Measures some of whose figures were given and are hidden now. */
  readonly hidden: readonly Words[];
}

/** A measure that changed: its newest headline that did, how many other figures did, and what has come since. */
export interface RevisedMeasure {
  readonly title: Words;
  readonly figure: {
    readonly window: { readonly ends: Day };
    readonly then: FigureCounts;
    readonly now: FigureCounts;
  } | null;
  readonly others: number;
  readonly because: readonly { readonly title: Words; readonly day: Day }[];
  /** The last day since on which a person decided on a link that it may rest on; null where nobody did. */
  readonly decided: Day | null;
}

/** The whole numbers a figure is made of. */
export interface FigureCounts {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** What is known of the data behind the pack. */
export interface DataQuality {
  readonly extracts: readonly ExtractReceipt[];
  readonly checks: readonly CheckResult[];
  /** Sentences in the pack's own language. */
  readonly notes: readonly string[];
  /** From when the extracts hold every record, as the service states it; null where it does not. */
  readonly coversFrom: Day | null;
}

/** One extract as received. `received` is `accepted` plus `setAside`, always. */
export interface ExtractReceipt {
  readonly title: Words;
  readonly files: readonly string[];
  /** Null in an edition that hides; the dates are then null too. */
  readonly received: number | null;
  readonly accepted: number | null;
  readonly setAside: number | null;
  /** What share of the rows was accepted, 0 to 1; hidden where it would tell of a few, null where there are none. */
  readonly share: number | 'hidden' | null;
  /** The earliest and latest event date in it; null for an extract without dates. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Who sends it by when, and when it came; null where it is no extract of the service's own. */
  readonly owed: ExpectedDelivery | null;
  /** Measures that count from it. */
  readonly touches: readonly Words[];
}

/** What is owed of an extract for the period that the quarter completes. */
export interface ExpectedDelivery {
  readonly from: Words | null;
  readonly due: Day | null;
  readonly came: Day | null;
  readonly state: 'in time' | 'after its day' | 'late' | 'not yet due' | 'no day agreed' | 'never';
}

/** A fact about completeness, in the pack's own language; `share` of the rows looked at, 0 to 1. Null is hidden. */
export interface CheckResult {
  readonly what: string;
  readonly count: number | null;
  readonly share: number | null;
}
