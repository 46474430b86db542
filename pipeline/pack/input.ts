// Everything a pack is built from: the types that the stages fill in before any page exists.
import type { MemoryView } from '../commentary/memory-view.js';
import type { CommentaryView } from '../commentary/view.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Language, Words } from '../domain/language.js';
import type { Briefing } from './briefing.js';
import type { DocumentOutline, PackForm } from './forms.js';
import type { MeasurePage } from './measure-page.js';
import type { ShortPack } from './short-pack.js';

export type { MeasurePage, Trust } from './measure-page.js';

/** The input of one pack, in one language and one edition. Holds only what was disclosed. */
export interface PackInput {
  /** The document that is written, one of those of the form. */
  readonly document: DocumentOutline;
  readonly form: PackForm;
  readonly language: Language;
  readonly service: Words;
  readonly edition: PackEdition;
  readonly quarter: Quarter;
  /** Only deliveries known on this day are included. */
  readonly asAt: Day;
  /** The day on which the board meets; absent or null if the settings do not say. */
  readonly boardDay?: Day | null;
  /** The day on which the next pack is due; absent or null if the settings do not say. */
  readonly nextRelease?: Day | null;
  /** Whom to ask about the pack; absent or null if the settings do not say. */
  readonly contact?: string | null;
  /** True for a draft, not yet the board's pack: every page then says so. */
  readonly draft: boolean;
  /** True for invented data: every page then says so. */
  readonly synthetic: boolean;
  /** False for a service with packs in English only: the pack then does not mention Welsh. */
  readonly isBilingual: boolean;
  readonly sections: readonly Section[];
  readonly briefing: Briefing;
  /** The story of one child; absent or null if there is none, or the edition hides. */
  readonly caseStudy?: CommentaryView | null;
  /** The page of actions, decisions and risks; absent or null if the service keeps none. */
  readonly memory?: MemoryView | null;
  /** The page of what inspections, plans and audits asked for; absent or null if no action names its source. */
  readonly progress?: MemoryView | null;
  /** What the pack to read has; null in a form without it. */
  readonly short: ShortPack | null;
  readonly populations: readonly Population[];
  readonly published: readonly PublishedSource[];
  readonly quality: DataQuality;
  /** Figures that packs before gave otherwise; null where there is no pack to compare with. */
  readonly revisions: RevisedFigures | null;
  /** Topics that the board monitors but this pack cannot show yet. */
  readonly uncovered: readonly Words[];
}

/** The audience of a pack. `marking` is printed on every page; `hides` is true if small numbers are suppressed. */
interface PackEdition {
  readonly name: string;
  readonly title: Words;
  readonly marking: Words | null;
  readonly hides: boolean;
}

/** A chapter of the pack, with its measures in printed order. */
export interface Section {
  readonly id: string;
  readonly title: Words;
  readonly intro: Words;
  /** The partner asked about this section. */
  readonly asked: Words;
  readonly measures: readonly MeasurePage[];
  /** The service's commentary on this section; absent or null if there is none. */
  readonly commentary?: CommentaryView | null;
}

/** A population used as a denominator: mid-year estimate of `year`, from `source`. */
export interface Population {
  readonly year: number;
  readonly source: string;
}

/** An official publication that figures are compared with. */
interface PublishedSource {
  readonly source: string;
  readonly publishedOn: Day | null;
}

/** The figures that packs before gave otherwise. */
export interface RevisedFigures {
  /** The last release of the same quarter, then the last of an earlier one: each where there is any. */
  readonly packs: readonly ComparedPack[];
  /**
   * Where a figure may stand as released until it has changed by so many; null in an edition that hides nothing. Which
   * figures do is not listed: it would tell what the few children who came or went were dealt with for.
   */
  readonly standsBelow: number | null;
  /** Measures with figures that were shown in one of these packs and are suppressed now. */
  readonly hidden: readonly Words[];
}

/** A pack before this one, and what this one gives otherwise. */
export interface ComparedPack {
  readonly quarter: Quarter;
  readonly asAt: Day;
  readonly isSameQuarter: boolean;
  readonly measures: readonly RevisedMeasure[];
}

/**
 * A revised measure: its newest revised headline, the number of other revised figures, and the deliveries since. The
 * headline is null on the side that gave no number.
 */
export interface RevisedMeasure {
  readonly title: Words;
  readonly figure: {
    readonly window: { readonly ends: Day };
    readonly then: FigureCounts | null;
    readonly now: FigureCounts | null;
  } | null;
  readonly others: number;
  readonly because: readonly { readonly title: Words; readonly day: Day }[];
  /** The last day since then on which a person decided a link that may affect it; null if there is none. */
  readonly decided: Day | null;
}

/** The counts behind a figure. */
export interface FigureCounts {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The quality of the data behind the pack. */
export interface DataQuality {
  readonly extracts: readonly ExtractReceipt[];
  readonly checks: readonly CheckResult[];
  /** Published figures that are shown nowhere, by measure and reason. */
  readonly unshown: readonly UnshownFigures[];
  /** Sentences in the pack's own language. */
  readonly notes: readonly string[];
  /** The day from which the extracts hold every record, as declared by the service; null if it declares none. */
  readonly coversFrom: Day | null;
}

/** Published figures of one measure, or of a name that is none, that are shown nowhere for one reason. */
export interface UnshownFigures {
  readonly measure: Words | string;
  readonly areas: readonly string[];
  readonly number: number;
  readonly reason: string;
}

/** One extract as received. `received` is `accepted` plus `setAside`, always. */
export interface ExtractReceipt {
  readonly title: Words;
  readonly files: readonly string[];
  /** Null in an edition that hides; the dates are then null too. */
  readonly received: number | null;
  readonly accepted: number | null;
  readonly setAside: number | null;
  /** The share of rows accepted, 0 to 1; hidden if it would reveal a few, null if there are no rows. */
  readonly share: number | 'hidden' | null;
  /** The earliest and latest event date in it; null for an extract without dates. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The last day of which it can know everything; null where no measure counts from it, and in an edition that hides. */
  readonly reach: Day | null;
  /** Whether that is before the quarter ends. */
  readonly endsEarly: boolean;
  /** Who sends it, when it is due and when it was received; null if it is not one of the service's own extracts. */
  readonly owed: ExpectedDelivery | null;
  /** Measures that count from it. */
  readonly touches: readonly Words[];
}

/** The delivery expected of an extract for the period that ends with the quarter. */
interface ExpectedDelivery {
  readonly from: Words | null;
  readonly due: Day | null;
  readonly came: Day | null;
  readonly state: 'in time' | 'after its day' | 'late' | 'not yet due' | 'no day agreed' | 'never';
}

/** A completeness check, in the pack's own language. `share` is of the rows checked, 0 to 1. Null is hidden. */
interface CheckResult {
  readonly what: string;
  readonly count: number | null;
  readonly share: number | null;
}
