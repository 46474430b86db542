// What a register names (`needs_profile`, `needs_profile:Drug use`) → the measure or the group of one that it is judged by.
import type { CurrentNames } from '../domain/former-names.js';
import type { Problem } from '../domain/problem.js';
import type { QuotableMeasure } from '../figures/quote.js';

/** A measure as the registers may name it: its breakdowns, each with every name that its groups have or had. */
export interface NameableMeasure {
  readonly id: string;
  readonly breakdowns: readonly { readonly breakdown: string; readonly groups: CurrentNames }[];
}

/** Which text of `bad-register` is meant, and its facts. */
export type NameFault = Required<Pick<Problem, 'variant' | 'facts'>>;

/** What a line is judged by: the cells of a headline or of one group, and how to write them. */
export interface JudgedFigure extends Pick<QuotableMeasure, 'better' | 'title' | 'write'> {
  readonly measure: string;
  /** The group as `breakdown.group`; null for the headline. */
  readonly group: string | null;
  readonly reading: Pick<QuotableMeasure['reading'], 'current' | 'previous' | 'windows'>;
}

/**
 * What is wrong with a name in a register; null if nothing is. Groups go by the label that figures.csv has, the
 * same in both languages, and by their breakdown too where two breakdowns have a group of that label
 * (`first_time_entrants:sex:Other`). An unknown group is refused with the nearest, and one under its former label with the
 * label of today.
 */
export function findNameFault(
  written: string,
  measures: ReadonlyMap<string, NameableMeasure>,
): NameFault | null {
  const { id, path } = splitName(written);
  const measure = measures.get(id);
  if (!measure) return { variant: 'no-measure', facts: { id } };
  if (path === null) return null;
  const groups = measure.breakdowns.flatMap(({ breakdown, groups: names }) =>
    [...names].map(([label, today]) => ({ breakdown, label, today })),
  );
  if (groups.length === 0) return { variant: 'no-groups', facts: { id } };
  const named = groups.filter(({ breakdown, label }) => isNamed(path, breakdown, label));
  const [only, another] = named;
  if (!only) return suggestGroups(id, path, groups);
  if (another)
    return {
      variant: 'several-groups',
      facts: { id, path, names: named.map((each) => `${id}:${each.breakdown}:${each.label}`) },
    };
  if (only.label === only.today) return null;
  return { variant: 'renamed-group', facts: { id, path, today: only.today } };
}

/** The figure that a name without fault stands for; null if this edition has no such measure or group. */
export function selectJudgedFigure(
  written: string,
  quotables: ReadonlyMap<string, QuotableMeasure>,
): JudgedFigure | null {
  const { id, path } = splitName(written);
  const quotable = quotables.get(id);
  if (!quotable) return null;
  const { better, title, write, reading } = quotable;
  if (path === null) return { measure: id, group: null, better, title, write, reading };
  const found = quotable.groups.find(({ breakdown, group }) => isNamed(path, breakdown, group));
  if (!found) return null;
  const { now: current, before: previous, label, breakdown, group } = found;
  const windows = [previous, current].filter((cell) => cell !== null);
  return {
    ...{ measure: id, group: `${breakdown}.${group}`, better, write },
    title: `${title}, ${label}`,
    reading: { current, previous, windows },
  };
}

/** Splits at the first colon; `path` is a group, or a breakdown and a group. */
function splitName(written: string): { id: string; path: string | null } {
  const colon = written.indexOf(':');
  if (colon < 0) return { id: written, path: null };
  const path = written.slice(colon + 1).split(':');
  return { id: written.slice(0, colon).trim(), path: path.map((part) => part.trim()).join(':') };
}

function isNamed(path: string, breakdown: string, label: string): boolean {
  return path === label || path === `${breakdown}:${label}`;
}

/** The group whose label shares the most pairs of letters with what was written, or else all of them. */
function suggestGroups(
  id: string,
  path: string,
  groups: readonly { readonly label: string; readonly today: string }[],
): NameFault {
  const labels = [...new Set(groups.map(({ today }) => today))];
  const scored = groups.map(({ label, today }) => ({ today, score: likeness(path, label) }));
  const nearest = scored.reduce((best, each) => (each.score > best.score ? each : best));
  return nearest.score >= LEAST_LIKENESS
    ? { variant: 'near-group', facts: { id, path, nearest: nearest.today } }
    : { variant: 'unknown-group', facts: { id, path, labels } };
}

/** Below this, two labels share little more than any two words do. */
const LEAST_LIKENESS = 0.4;

/** Twice the pairs of neighbouring letters that both have, over all pairs of both: Dice's coefficient, 0 to 1. */
function likeness(one: string, other: string): number {
  const [own, others] = [letterPairs(one), letterPairs(other)];
  if (own.length + others.length === 0) return 0;
  const left = [...others];
  const shared = own.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (own.length + others.length);
}

function letterPairs(text: string): string[] {
  const letters = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) =>
    letters.slice(at, at + 2),
  );
}
