// The figures of one release → the unknown counts behind them, and which of those the release prints.
import type { DisclosureRelations, RelationsByMeasure } from '../relations.js';
import { namePlace, resolvePlace, type CountPlace } from './counts.js';

/** One of our own figures: its true counts, and what the edition prints of it. */
export interface RegisteredFigure {
  readonly measure: string;
  readonly starts: string;
  readonly ends: string;
  readonly breakdown: string;
  readonly group: string;
  /** As counted. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** As printed, which is of an earlier release where it was carried forward; null where it is withheld. */
  readonly printed: Readonly<Record<'numerator' | 'denominator', number | null>> | null;
}

/** An unknown of a release, and what it was counted to be. */
export interface RegisteredCount {
  readonly place: CountPlace;
  /** The place as text: the same in every release. */
  readonly key: string;
  /** The name of the unknown: the same in two releases that counted the same. */
  readonly name: string;
  readonly count: number;
}

/** The unknown that a place is where it was counted to be so many. */
export function nameUnknown(key: string, count: number): string {
  return `${key} ${String(count)}`;
}

/** The counts of a figure: a denominator that is a published population is none. */
export interface CountedFigure {
  readonly figure: RegisteredFigure;
  readonly relations: DisclosureRelations;
  readonly numerator: RegisteredCount | null;
  readonly denominator: RegisteredCount | null;
}

/** The denominator of each other kind counts the service's own children or events. */
const POPULATION_KINDS: readonly DisclosureRelations['kind'][] = ['rate', 'relative_rate', 'count'];

/** The counts of a release, each unknown once. */
export class CountRegister {
  readonly figures: readonly CountedFigure[];
  readonly #counts = new Map<string, RegisteredCount>();
  readonly #relations: RelationsByMeasure;
  /** Counts that are declared the same, and were not: each stands for itself. */
  readonly unequal: string[] = [];

  constructor(figures: readonly RegisteredFigure[], relations: RelationsByMeasure) {
    this.#relations = relations;
    this.figures = figures.flatMap((figure) => {
      const own = relations.get(figure.measure);
      if (own === undefined || own.countsNoPeople === true) return [];
      const hasDenominator = !POPULATION_KINDS.includes(own.kind);
      return [
        {
          figure,
          relations: own,
          numerator: this.#register(figure, 'numerator'),
          denominator: hasDenominator ? this.#register(figure, 'denominator') : null,
        },
      ];
    });
  }

  /** Every count of the release. */
  get counts(): readonly RegisteredCount[] {
    return [...this.#counts.values()];
  }

  /** The count at a place, by whatever measure it is known; undefined where the release has none. */
  find(place: CountPlace): RegisteredCount | undefined {
    return this.#counts.get(namePlace(resolvePlace(place, this.#relations)));
  }

  /** The measures of all the children of whom a measure counts a part: directly, or a part of a part. */
  listWholes(measure: string): string[] {
    const wholes: string[] = [];
    let whole = this.#relations.get(measure)?.partOf;
    while (whole !== undefined && !wholes.includes(whole)) {
      wholes.push(whole);
      whole = this.#relations.get(whole)?.partOf;
    }
    return wholes;
  }

  /** The counts of every group of a breakdown. */
  findGroups(table: Omit<CountPlace, 'group'>): RegisteredCount[] {
    const groups = new Set(
      this.figures
        .map(({ figure }) => figure)
        .filter(
          ({ measure, breakdown }) => measure === table.measure && breakdown === table.breakdown,
        )
        .filter(({ starts, ends }) => starts === table.starts && ends === table.ends)
        .map(({ group }) => group),
    );
    return [...groups].flatMap((group) => this.find({ ...table, group }) ?? []);
  }

  #register(figure: RegisteredFigure, side: CountPlace['count']): RegisteredCount | null {
    const count = figure[side];
    if (count === null) return null;
    const { measure, starts, ends, breakdown, group } = figure;
    const own = { measure, count: side, starts, ends, breakdown, group };
    const shared = resolvePlace(own, this.#relations);
    const known = this.#counts.get(namePlace(shared));
    if (known?.count === count) return known;
    if (known) this.unequal.push(`${namePlace(own)} and ${known.key}`);
    const place = known ? own : shared;
    const key = namePlace(place);
    const registered = { place, key, name: nameUnknown(key, count), count };
    this.#counts.set(key, registered);
    return registered;
  }
}
