// What a pack gave, under the names of its day → the same under the names of today, or which names nobody knows.
import type { CurrentNames } from '../domain/former-names.js';
import {
  nameReleasedPlace,
  type Release,
  type ReleasedFigure,
  type ReleasedSupplement,
} from './release-document.js';

/** Every name there is or was → the name of today. */
export interface ReleaseNames {
  readonly editions: CurrentNames;
  /** Of every measure that has a folder: of the other nation's, drafts and retired ones too. */
  readonly measures: CurrentNames;
  /** Of the groups of each breakdown that has a fixed list of them. */
  readonly groups: ReadonlyMap<string, CurrentNames>;
  /** Every breakdown that a measure may declare. */
  readonly breakdowns: ReadonlySet<string>;
}

/** A name that a pack gave something under, and nothing has or had today. */
export interface UnknownName {
  readonly thing: 'edition' | 'measure' | 'breakdown' | 'group';
  readonly name: string;
  /** The breakdown that a group is of. */
  readonly breakdown?: string;
}

/** A release by the names of today. */
export interface Renamed {
  /**
   * The release, and before it as many more as it takes for no place to be given twice: where two things of then are one
   * today, what is given today is held against both.
   */
  readonly releases: readonly Release[];
  /** Each once; where there is any, the releases lack what was given under it. */
  readonly unknown: readonly UnknownName[];
}

interface Entry {
  readonly edition: string;
  readonly entry: ReleasedFigure | ReleasedSupplement;
  readonly isRenamed: boolean;
}

/**
 * Brings a release under the names of today. The groups of a breakdown that has a list must be in it. A breakdown that
 * measures may declare and that has no list takes its groups from the records (an authority, a case system): any name is
 * one there. The names of services and needs within a supplement stay as they were, so that it is held to be another one,
 * and hidden, when one of those was renamed.
 */
export function renameRelease(release: Release, names: ReleaseNames): Renamed {
  const unknown = new Map<string, UnknownName>();
  const today = (known: CurrentNames | undefined, missing: UnknownName): string => {
    const found = known?.get(missing.name);
    if (found === undefined) unknown.set(JSON.stringify(missing), missing);
    return found ?? missing.name;
  };
  const groupToday = ({ breakdown, group }: { breakdown: string; group: string }): string => {
    const listed = names.groups.get(breakdown);
    if (listed) return today(listed, { thing: 'group', breakdown, name: group });
    if (!names.breakdowns.has(breakdown)) today(undefined, { thing: 'breakdown', name: breakdown });
    return group;
  };
  const entries = release.flatMap(({ edition, figures, supplements }) => {
    const editionToday = today(names.editions, { thing: 'edition', name: edition });
    return [...figures, ...supplements].map((each): Entry => {
      const measure = today(names.measures, { thing: 'measure', name: each.measure });
      const entry =
        'kind' in each ? { ...each, measure } : { ...each, measure, group: groupToday(each) };
      const isRenamed =
        editionToday !== edition || nameReleasedPlace(entry) !== nameReleasedPlace(each);
      return { edition: editionToday, entry, isRenamed };
    });
  });
  return { releases: layer(entries), unknown: [...unknown.values()] };
}

/** What kept its name is in the last release, and what has another where its place is free: there, or in one before. */
function layer(entries: readonly Entry[]): Release[] {
  const layers = [new Map<string, Entry>()];
  const own = entries.filter(({ isRenamed }) => !isRenamed);
  for (const each of [...own, ...entries.filter(({ isRenamed }) => isRenamed)]) {
    const place = JSON.stringify([each.edition, nameReleasedPlace(each.entry)]);
    const free = layers.find((before) => !before.has(place));
    if (free) free.set(place, each);
    else layers.push(new Map([[place, each]]));
  }
  return layers.reverse().map((each) => gather([...each.values()]));
}

function gather(entries: readonly Entry[]): Release {
  const editions = [...new Set(entries.map(({ edition }) => edition))];
  return editions.map((edition) => {
    const own = entries.filter((each) => each.edition === edition).map(({ entry }) => entry);
    return {
      edition,
      figures: own.flatMap((entry) => ('kind' in entry ? [] : [entry])),
      supplements: own.flatMap((entry) => ('kind' in entry ? [entry] : [])),
    };
  });
}
