// All releases of an edition → one system of what their readers know together, and the small counts to protect in it.
import { findReferenceGroup } from '../../domain/reference.js';
import type { RelationsByMeasure } from '../relations.js';
import { isSmallCount } from '../threshold.js';
import type { AuditQuestion } from './audit.js';
import type { CountPlace } from './counts.js';
import { relateGroups } from './group-relations.js';
import { relateAcrossMeasures } from './measure-relations.js';
import {
  CountRegister,
  nameUnknown,
  type CountedFigure,
  type RegisteredCount,
  type RegisteredFigure,
} from './register.js';
import { constrainRelation, type KnownRelation } from './relation.js';
import { addForms, negateForm, type Constraint, type LinearForm } from './system.js';
import { relateWindows } from './window-relations.js';

/** How the reason of a constraint begins that is known because it was printed. */
export const PRINTED = 'printed: ';

/** What readers of all releases know, and must not find out; the truth is known. */
export interface ReleaseSystem extends Omit<AuditQuestion, 'standard'> {
  readonly truth: ReadonlyMap<string, number>;
  /** What is declared or derived and does not hold, so that no reader can know it. */
  readonly broken: readonly string[];
  /** The constraints but for what is printed. */
  readonly relations: readonly Constraint[];
  /** The unknowns that releases before the newest print. */
  readonly printedBefore: ReadonlySet<string>;
  /** By unknown that the newest release prints, the figures that print it. */
  readonly printers: ReadonlyMap<string, readonly RegisteredFigure[]>;
}

/** A count that a release prints, and the figure that prints it. */
interface PrintedCount {
  readonly constraint: Constraint;
  readonly unknown: string;
  readonly count: number;
  readonly figure: RegisteredFigure;
}

/** One release: its counts, how they relate, and what it prints of them. */
interface ReadRelease {
  readonly counts: readonly RegisteredCount[];
  readonly relations: readonly KnownRelation[];
  readonly printed: readonly PrintedCount[];
  readonly unequal: readonly string[];
}

/**
 * Puts the releases of an edition, oldest first, into one system. A count that is the same in two releases is one unknown:
 * readers are taken to know that nothing was revised there. Protected are each count of 1 to `hideBelow` − 1, what is left
 * of a count beside its parts where that is so few, and each change of either by so few from one release to the next.
 */
export function describeReleases(
  releases: readonly (readonly RegisteredFigure[])[],
  relations: RelationsByMeasure,
  hideBelow: number,
): ReleaseSystem {
  const read = releases.map((figures) => readRelease(figures, relations));
  const related = read.flatMap((release) => release.relations);
  const counts = read.flatMap((release) => release.counts);
  const holding = related.filter(({ gap }) => gap >= 0);
  const printed = read.flatMap((release) => release.printed);
  const truth = [
    ...counts.map(({ name, count }) => [name, count] as const),
    ...printed.map(({ unknown, count }) => [unknown, count] as const),
  ];
  const protect = [
    ...counts.map(({ name, key, count }) => ({ name: key, form: nameForm(name), count })),
    ...holding.filter(({ hasRemainder }) => hasRemainder).map(protectRemainder),
    ...protectChanges(read),
  ];
  const known = holding.map(constrainRelation);
  return {
    constraints: [...printed.map(({ constraint }) => constraint), ...known],
    relations: known,
    printedBefore: new Set(
      read.slice(0, -1).flatMap((release) => release.printed.map(({ unknown }) => unknown)),
    ),
    printers: groupPrinters(read.at(-1)?.printed ?? []),
    protect: nameApart(protect.filter(({ count }) => isSmallCount(count, hideBelow))),
    truth: new Map(truth),
    broken: [
      ...related.filter(({ gap }) => gap < 0).map(({ reason }) => reason),
      ...read.flatMap(({ unequal }) => unequal),
    ],
  };
}

function readRelease(
  figures: readonly RegisteredFigure[],
  relations: RelationsByMeasure,
): ReadRelease {
  const register = new CountRegister(figures, relations);
  const printed = register.figures.flatMap((counts) => printFigure(counts, register));
  const related = [relateGroups, relateAcrossMeasures, relateWindows].flatMap((relate) =>
    relate(register),
  );
  const { counts, unequal } = register;
  return { counts, relations: related, printed, unequal };
}

/**
 * What a figure prints of its counts. A relative rate is a quotient of its group's and the reference group's, so that it
 * prints both.
 */
function printFigure(counts: CountedFigure, register: CountRegister): PrintedCount[] {
  const { figure, relations, numerator, denominator } = counts;
  if (figure.printed === null) return [];
  const own = [
    ...printCount(figure, numerator, figure.printed.numerator),
    ...printCount(figure, denominator, figure.printed.denominator),
  ];
  const isRelative = relations.kind === 'relative_rate' || relations.kind === 'relative_share';
  if (!isRelative || figure.breakdown === 'total') return own;
  const group = findReferenceGroup(relations, figure.breakdown);
  const { measure, starts, ends, breakdown } = figure;
  const reference = (['numerator', 'denominator'] as const).flatMap((count) => {
    if (count === 'denominator' && denominator === null) return [];
    const found = register.find({ measure, count, starts, ends, breakdown, group });
    return found ? printCount(figure, found, found.count) : [];
  });
  return [...own, ...reference];
}

/** Where a count was carried forward, the unknown that an earlier release printed. */
function printCount(
  figure: RegisteredFigure,
  counted: RegisteredCount | null,
  count: number | null,
): PrintedCount[] {
  if (!counted || count === null) return [];
  const unknown = nameUnknown(counted.key, count);
  const reason = `${PRINTED}${counted.key}`;
  const constraint = { form: nameForm(unknown), least: count, most: count, reason };
  return [{ constraint, unknown, count, figure }];
}

function groupPrinters(printed: readonly PrintedCount[]): Map<string, RegisteredFigure[]> {
  const printers = new Map<string, RegisteredFigure[]>();
  for (const { unknown, figure } of printed) {
    const own = printers.get(unknown);
    if (own) own.push(figure);
    else printers.set(unknown, [figure]);
  }
  return printers;
}

/** Each sum once; a name that two of them have is numbered. */
function nameApart(sums: readonly Protected[]): Protected[] {
  const once = new Map(sums.map((sum) => [JSON.stringify(sum.form), sum]));
  const times = new Map<string, number>();
  return [...once.values()].map((sum) => {
    const time = (times.get(sum.name) ?? 0) + 1;
    times.set(sum.name, time);
    return time === 1 ? sum : { ...sum, name: `${sum.name} (${String(time)})` };
  });
}

/** A sum to protect, and what it truly is. */
type Protected = AuditQuestion['protect'][number] & { readonly count: number };

function protectRemainder({ reason, form, gap }: KnownRelation): Protected {
  return { name: reason, form, count: gap };
}

/** The changes of each count, and of what is left beside its parts, from each release to every later one. */
function protectChanges(releases: readonly ReadRelease[]): Protected[] {
  return releases.flatMap((earlier, at) =>
    releases
      .slice(at + 1)
      .flatMap((later) => [
        ...compareSums(earlier.counts.map(describeCount), later.counts.map(describeCount)),
        ...compareSums(earlier.relations.map(describeGap), later.relations.map(describeGap)),
        ...compareWindows(earlier.counts, later.counts),
      ]),
  );
}

/**
 * The changes of two windows less each other: years overlap, so that this is the change of those months that only one of
 * them has, which are no figure of their own.
 */
function compareWindows(
  earlier: readonly RegisteredCount[],
  later: readonly RegisteredCount[],
): Protected[] {
  const before = new Map(earlier.map((each) => [each.key, each]));
  const changes = later.flatMap((now) => {
    const was = before.get(now.key);
    return was === undefined || was.count === now.count ? [] : [{ was, now }];
  });
  return changes.flatMap((one, at) =>
    changes
      .slice(at + 1)
      .filter((other) => isSameSeries(one.now.place, other.now.place))
      .map((other) => compareChanges(one, other)),
  );
}

interface CountChange {
  readonly was: RegisteredCount;
  readonly now: RegisteredCount;
}

function compareChanges(one: CountChange, other: CountChange): Protected {
  const difference = one.now.count - one.was.count - (other.now.count - other.was.count);
  const [more, less] = difference > 0 ? [one, other] : [other, one];
  const added = addForms(nameForm(more.now.name), nameForm(less.was.name));
  const taken = addForms(nameForm(more.was.name), nameForm(less.now.name));
  const form = addForms(added, negateForm(taken));
  const name = `change of ${more.now.key} less change of ${less.now.key}`;
  return { name, form, count: Math.abs(difference) };
}

function isSameSeries(one: CountPlace, other: CountPlace): boolean {
  const sides = ['measure', 'count', 'breakdown', 'group'] as const;
  return sides.every((side) => one[side] === other[side]);
}

interface NamedSum {
  readonly name: string;
  readonly form: LinearForm;
  readonly count: number;
}

function describeCount({ key, name, count }: RegisteredCount): NamedSum {
  return { name: key, form: nameForm(name), count };
}

function describeGap({ reason, form, gap }: KnownRelation): NamedSum {
  return { name: reason, form, count: gap };
}

function compareSums(earlier: readonly NamedSum[], later: readonly NamedSum[]): Protected[] {
  const before = new Map(earlier.map((each) => [each.name, each]));
  return later.flatMap(({ name, form, count }) => {
    const was = before.get(name);
    if (was === undefined || was.count === count) return [];
    const [more, less] = was.count < count ? [form, was.form] : [was.form, form];
    const change = addForms(more, negateForm(less));
    return [{ name: `change of ${name}`, form: change, count: Math.abs(count - was.count) }];
  });
}

function nameForm(unknown: string): LinearForm {
  return [{ unknown, times: 1 }];
}
