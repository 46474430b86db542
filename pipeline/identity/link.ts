// The persons of one source and the children of the case system → who is certainly whom, and who may be.
import { blocks } from './blocking.js';
import { comparison, type Compare } from './compare.js';
import { decide, sure, type Standing } from './decide.js';
import { estimate } from './estimate.js';
import {
  FIELDS,
  type Agreement,
  type Field,
  type Level,
  type Linkage,
  type Reason,
} from './fields.js';
import { countsOf } from './frequency.js';
import { traitsOf, type Person, type Traits } from './person.js';
import { probabilityOf, totalWeight, weightOf, type Model } from './weights.js';

/** One pair and why it stands where it does; it names nobody and holds nothing of what was compared. */
export interface Link {
  readonly person: string;
  readonly child: string;
  readonly standing: Exclude<Standing, 'none'>;
  /** In bits, the prior left out. */
  readonly weight: number;
  readonly probability: number;
  readonly fields: readonly FieldWeight[];
  readonly reasons: readonly Reason[];
}
export interface FieldWeight {
  readonly field: Field;
  readonly level: Level;
  /** In bits: positive speaks for one child, negative against. */
  readonly weight: number;
}

export interface Linked {
  /** By person, then from the likeliest. At most one of a person is certain, and then it is the only one. */
  readonly links: readonly Link[];
  readonly model: Model;
}

/**
 * Links persons to children. Each person to one child at most; two persons may be one child, since sources hold some
 * twice. What it gives does not depend on the order of either list.
 */
export function link(
  linkage: Linkage,
  people: readonly Person[],
  known: readonly Person[],
): Linked {
  const { declared } = linkage;
  const ready = (list: readonly Person[]): Traits[] =>
    [...list].sort(byPerson).map((each) => traitsOf(each, declared.no_birth_date));
  const [persons, children] = [ready(people), ready(known)];
  const borne = countsOf([...persons, ...children], 'forename');
  const compare = comparison(linkage, (forename) => borne.get(forename) ?? 0);
  const candidates = blocks(linkage, children);
  const model = estimate(declared, compare, persons, children, candidates);
  const judged = persons.map((person) =>
    best(
      linkage,
      candidates(person).flatMap((place) => {
        const child = children[place];
        const found = child && judge(linkage, model, compare, person, child);
        return found ? [found] : [];
      }),
    ),
  );
  return { links: withoutFound(linkage, judged).flat(), model };
}

/** One pair, judged by itself; null where it is neither certain nor worth proposing. */
export function judge(
  { declared }: Linkage,
  model: Model,
  compare: Compare,
  person: Traits,
  child: Traits,
): Link | null {
  const agreement = compare(person, child);
  const weight = totalWeight(model, agreement, child);
  const probability = probabilityOf(weight, model.prior);
  const { standing, reasons } = decide({ declared, agreement, person, child }, probability);
  if (standing === 'none') return null;
  const fields = explain(model, agreement, child);
  return {
    person: person.person,
    child: child.person,
    standing,
    weight,
    probability,
    fields,
    reasons,
  };
}

function explain(model: Model, agreement: Agreement, child: Traits): FieldWeight[] {
  return FIELDS.map((field) => ({
    field,
    level: agreement[field],
    weight: weightOf(model, field, agreement, child),
  }));
}

/** The links of one person: a certain one alone, or the likeliest proposals where no child stands out. */
function best({ declared }: Linkage, found: readonly Link[]): Link[] {
  const ranked = [...found].sort(byLikelihood);
  const [first, second] = ranked;
  if (first?.standing !== 'certain') return proposals(ranked, declared.proposals);
  if (!second || first.weight - second.weight >= declared.margin) return [first];
  return proposals(ranked, declared.proposals).map((each) => ({
    ...each,
    reasons: ['two_children', ...each.reasons],
  }));
}

function proposals(ranked: readonly Link[], most: number): Link[] {
  return ranked.slice(0, most).map((each) => ({ ...each, standing: 'proposed' }));
}

/** Leaves out proposals of a child whom this source already has for certain, unless they are likely and no twin's. */
function withoutFound({ declared }: Linkage, all: readonly (readonly Link[])[]): Link[][] {
  const found = new Set(
    all.flat().flatMap(({ standing, child }) => (standing === 'certain' ? [child] : [])),
  );
  const kept = (each: Link): boolean =>
    each.standing === 'certain' ||
    !found.has(each.child) ||
    (each.probability >= declared.found_already &&
      each.fields.every(
        ({ field, level }) => field !== 'forename' || sure(declared, field, level),
      ));
  return all.map((links) => links.filter(kept));
}

function byPerson(one: Person, other: Person): number {
  return one.person < other.person ? -1 : one.person > other.person ? 1 : 0;
}

/** Certain ones first; the child's pseudonym settles what else is equal, so that every run chooses the same one. */
function byLikelihood(one: Link, other: Link): number {
  const standing = Number(other.standing === 'certain') - Number(one.standing === 'certain');
  return standing || other.weight - one.weight || (one.child < other.child ? -1 : 1);
}
