// The counts of a release → what readers know of one measure by another.
import type { CountReference } from '../relations.js';
import type { CountPlace } from './counts.js';
import { RECORDED_COUNTERPARTS } from '../breakdowns.js';
import type { CountRegister, CountedFigure, RegisteredCount } from './register.js';
import { relateCounts, type KnownRelation } from './relation.js';
import { negateForm } from './system.js';

/** Every relation between the counts of one window and group: numerators and denominators, parts and wholes, covers. */
export function relateAcrossMeasures(register: CountRegister): KnownRelation[] {
  return register.figures.flatMap((counts) => [
    ...relateSides(counts),
    ...relateParts(counts, register),
    ...relateCover(counts, register),
    ...relateSum(counts, register),
  ]);
}

/** A share counts some of its denominator. */
function relateSides({
  figure,
  relations,
  numerator,
  denominator,
}: CountedFigure): KnownRelation[] {
  const isShare = relations.kind === 'proportion' || relations.kind === 'relative_share';
  if (!isShare || !numerator || !denominator) return [];
  const reason = `${nameFigure(figure)}: the rest of the share`;
  return [relateCounts([denominator], [numerator], { reason, isExact: false, hasRemainder: true })];
}

/** What a measure counts is part of another, or each of it has one of the other. */
function relateParts(counts: CountedFigure, register: CountRegister): KnownRelation[] {
  const { figure, relations, numerator, denominator } = counts;
  // Those not recorded are of another kind than those of whom a numerator is a part.
  if (figure.breakdown in RECORDED_COUNTERPARTS) return [];
  const { drawnFrom, within = [] } = relations;
  const wholes = register.listWholes(figure.measure);
  const whole = wholes.map((measure) => ({ measure, count: 'numerator' }) as const);
  const base = wholes.map((measure) => ({ measure, count: 'denominator' }) as const);
  const drawn =
    drawnFrom === undefined ? [] : [{ measure: drawnFrom, count: 'numerator' } as const];
  return [
    ...[...whole, ...within].flatMap((each) => relatePart(figure, numerator, each, register)),
    ...base.flatMap((each) => relatePart(figure, denominator, each, register)),
    ...wholes.flatMap((measure) => relateRest(counts, measure, register)),
    // Of an audit that is rated twice, both are in the denominator: then it is the greater.
    ...drawn.flatMap((each) => relatePart(figure, denominator, each, register)).map(turnNegative),
  ];
}

/** Those of a part who are not counted are among those of the whole who are not, wherever this is so. */
function relateRest(
  { figure, relations, numerator, denominator }: CountedFigure,
  measure: string,
  register: CountRegister,
): KnownRelation[] {
  const whole = findReferred(figure, { measure, count: 'numerator' }, register);
  const base = findReferred(figure, { measure, count: 'denominator' }, register);
  const isShare = relations.kind === 'proportion' || relations.kind === 'relative_share';
  if (!isShare || !numerator || !denominator || !whole || !base) return [];
  const reason = `${nameFigure(figure)} within ${measure}: the rest of the shares`;
  const meaning = { reason, isExact: false, hasRemainder: true };
  const rest = relateCounts([base, numerator], [whole, denominator], meaning);
  return rest.gap >= 0 && rest.form.length > 0 ? [rest] : [];
}

function turnNegative(relation: KnownRelation): KnownRelation {
  const { form, gap } = relation;
  return gap >= 0 ? relation : { ...relation, form: negateForm(form), gap: -gap };
}

function relatePart(
  figure: CountedFigure['figure'],
  part: RegisteredCount | null,
  reference: CountReference,
  register: CountRegister,
): KnownRelation[] {
  const whole = findReferred(figure, reference, register);
  if (!part || !whole || part === whole) return [];
  const reason = `${nameFigure(figure)} within ${reference.measure} ${reference.count}`;
  return [relateCounts([whole], [part], { reason, isExact: false, hasRemainder: true })];
}

/** Each child or event is in one or more of those that cover it; if any of these is unknown, readers know nothing by it. */
function relateCover(
  { figure, relations: { coveredBy = [] }, numerator }: CountedFigure,
  register: CountRegister,
): KnownRelation[] {
  const covers = coveredBy.flatMap((each) => findReferred(figure, each, register) ?? []);
  if (!numerator || covers.length === 0 || covers.length < coveredBy.length) return [];
  const reason = `${nameFigure(figure)} covered`;
  return [relateCounts(covers, [numerator], { reason, isExact: false, hasRemainder: true })];
}

/** A numerator that adds up the groups of another measure. */
function relateSum(
  { figure, relations: { sumOf, sameAs }, numerator }: CountedFigure,
  register: CountRegister,
): KnownRelation[] {
  // One of those groups alone is declared the same as it, and no sum.
  if (sumOf === undefined || sameAs?.numerator !== undefined || !numerator) return [];
  const { starts, ends } = figure;
  const groups = register.findGroups({ ...sumOf, count: 'numerator', starts, ends });
  if (groups.length === 0) return [];
  const meaning = { reason: `${nameFigure(figure)} sum`, isExact: true, hasRemainder: false };
  return [relateCounts([numerator], groups, meaning)];
}

function findReferred(
  { starts, ends, breakdown, group }: CountedFigure['figure'],
  { measure, count }: CountReference,
  register: CountRegister,
): RegisteredCount | undefined {
  const place: CountPlace = { measure, count, starts, ends, breakdown, group };
  return register.find(place);
}

function nameFigure({ measure, breakdown, group, starts, ends }: CountedFigure['figure']): string {
  return `${measure} ${breakdown} ${group} ${starts} to ${ends}`;
}
