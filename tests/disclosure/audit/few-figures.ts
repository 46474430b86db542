// A few figures and what is declared of them → what the audit finds, and what is left to find after the choice.
import { expect } from 'vitest';
import { auditSystem } from '../../../pipeline/disclosure/audit/audit.js';
import { protectRelease } from '../../../pipeline/disclosure/audit/protect.js';
import { describeReleases } from '../../../pipeline/disclosure/audit/release-system.js';
import type { RegisteredFigure } from '../../../pipeline/disclosure/audit/register.js';
import { loadSolver } from '../../../pipeline/disclosure/audit/solver.js';
import type { DisclosureRelations } from '../../../pipeline/disclosure/relations.js';
import type { Counted } from '../table.js';

const openModel = await loadSolver();

const STANDARD = { reaches: 5, possibleValues: 3 };
const YEAR = { starts: '2022-04-01', ends: '2023-03-31' };

/** A figure that the edition prints; a figure that it hides has a `~` before the name of its group. */
export function figure(
  measure: string,
  place: string,
  counted: Counted,
  window: { readonly starts: string; readonly ends: string } = YEAR,
): RegisteredFigure {
  const isHidden = place.startsWith('~');
  const [breakdown = '', group = ''] = place.replace('~', '').split(': ');
  const [numerator, denominator] = typeof counted === 'number' ? [counted, null] : counted;
  const counts = { numerator, denominator };
  return { measure, ...window, breakdown, group, ...counts, printed: isHidden ? null : counts };
}

export type Relations = Readonly<Record<string, Partial<DisclosureRelations>>>;

/** What the audit finds of a history of releases, with the least and the most that each can be. */
export function findExposures(
  relations: Relations,
  ...releases: readonly (readonly RegisteredFigure[])[]
): string[] {
  const system = describeReleases(releases, completeRelations(relations), 5);
  expect(system.broken).toEqual([]);
  const { exposures } = auditSystem({ ...system, standard: STANDARD }, openModel);
  return exposures.map(({ name, least, most }) => `${name}: ${String(least)} to ${String(most)}`);
}

function completeRelations(relations: Relations): Map<string, DisclosureRelations> {
  const told = Object.entries(relations).map(([measure, own]) => {
    return [measure, { kind: 'count', hiddenWith: null, ...own }] as const;
  });
  return new Map(told);
}

/** What is still found of the last release once the product has chosen what more to withhold of it, and how much it prints. */
function findAfterChoice(
  relations: Relations,
  ...releases: readonly (readonly RegisteredFigure[])[]
): { readonly found: readonly string[]; readonly printed: number } {
  const newest = releases.at(-1) ?? [];
  const { release, findings } = protectRelease(
    releases.slice(0, -1),
    (withheld) => {
      const hidden = new Set(withheld.map(nameFigure));
      const figures = newest.map((each) =>
        hidden.has(nameFigure(each)) ? { ...each, printed: null } : each,
      );
      return { release: figures, figures };
    },
    { relations: completeRelations(relations), hideBelow: 5, standard: STANDARD },
    openModel,
  );
  return {
    found: findings.exposures.map(({ name }) => name),
    printed: release.filter(({ printed }) => printed !== null).length,
  };
}

function nameFigure({ measure, starts, ends, breakdown, group }: RegisteredFigure): string {
  return [measure, starts, ends, breakdown, group].join(' ');
}

/** Closed by the choice, and not by printing nothing. */
export function expectClosed(
  relations: Relations,
  ...releases: readonly (readonly RegisteredFigure[])[]
): void {
  const { found, printed } = findAfterChoice(relations, ...releases);
  expect(found).toEqual([]);
  expect(printed).toBeGreaterThan(0);
}

export const TOTAL = 'total: all';
