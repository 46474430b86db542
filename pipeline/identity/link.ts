// The persons of one source and the children of the case system → certain links, and proposed ones.
import { createBlockingIndex } from './blocking.js';
import { createComparison, type Compare } from './compare.js';
import { decideMatch, isSureLevel, type MatchStatus } from './decide.js';
import { estimateModel } from './estimate.js';
import {
  FIELDS,
  type Agreement,
  type LinkageField,
  type AgreementLevel,
  type Linkage,
  type LinkReason,
} from './fields.js';
import { countValues } from './frequency.js';
import { prepareTraits, type Person, type Traits } from './person.js';
import {
  calculateProbability,
  calculateTotalWeight,
  calculateWeight,
  type LinkageModel,
} from './weights.js';

/** One pair and the reasons for its status; it contains no name and no compared value. */
export interface Link {
  readonly person: string;
  readonly child: string;
  readonly matchStatus: Exclude<MatchStatus, 'none'>;
  /** In bits, without the prior. */
  readonly weight: number;
  readonly probability: number;
  readonly fields: readonly FieldWeight[];
  readonly reasons: readonly LinkReason[];
}
interface FieldWeight {
  readonly field: LinkageField;
  readonly level: AgreementLevel;
  /** In bits: positive is evidence for the same child, negative against. */
  readonly weight: number;
}

interface LinkedRecords {
  /** Ordered by person, then by likelihood. A certain link is the only link of its person. */
  readonly links: readonly Link[];
  readonly model: LinkageModel;
}

/**
 * Links persons to children. Each person is linked to one child at most; two persons may be one child, because sources
 * hold some people twice. The result does not depend on the order of either list.
 */
export function linkRecords(
  linkage: Linkage,
  people: readonly Person[],
  knownChildren: readonly Person[],
): LinkedRecords {
  const { declared } = linkage;
  const prepare = (list: readonly Person[]): Traits[] =>
    [...list].sort(comparePersons).map((each) => prepareTraits(each, declared.no_birth_date));
  const [persons, children] = [prepare(people), prepare(knownChildren)];
  const forenameCounts = countValues([...persons, ...children], 'forename');
  const compare = createComparison(linkage, (forename) => forenameCounts.get(forename) ?? 0);
  const candidates = createBlockingIndex(linkage, children);
  const model = estimateModel(declared, compare, persons, children, candidates);
  const scored = persons.map((person) =>
    chooseLinks(
      linkage,
      candidates(person).flatMap((position) => {
        const child = children[position];
        const found = child && scorePair(linkage, model, compare, person, child);
        return found ? [found] : [];
      }),
    ),
  );
  return { links: removeLinkedChildren(linkage, scored).flat(), model };
}

/** Scores one pair by itself; null if it is neither certain nor worth proposing. */
function scorePair(
  { declared }: Linkage,
  model: LinkageModel,
  compare: Compare,
  person: Traits,
  child: Traits,
): Link | null {
  const agreement = compare(person, child);
  const weight = calculateTotalWeight(model, agreement, child);
  const probability = calculateProbability(weight, model.prior);
  const { matchStatus, reasons } = decideMatch({ declared, agreement, person, child }, probability);
  if (matchStatus === 'none') return null;
  const fields = explainWeights(model, agreement, child);
  return {
    person: person.person,
    child: child.person,
    matchStatus,
    weight,
    probability,
    fields,
    reasons,
  };
}

function explainWeights(model: LinkageModel, agreement: Agreement, child: Traits): FieldWeight[] {
  return FIELDS.map((field) => ({
    field,
    level: agreement[field],
    weight: calculateWeight(model, field, agreement, child),
  }));
}

/** Chooses the links of one person: a certain one alone, or the best proposals if no child stands out. */
function chooseLinks({ declared }: Linkage, found: readonly Link[]): Link[] {
  const ranked = [...found].sort(compareLikelihood);
  const [first, second] = ranked;
  if (first?.matchStatus !== 'certain') return limitProposals(ranked, declared.proposals);
  if (!second || first.weight - second.weight >= declared.margin) return [first];
  return limitProposals(ranked, declared.proposals).map((each) => ({
    ...each,
    reasons: ['two_children', ...each.reasons],
  }));
}

function limitProposals(ranked: readonly Link[], maximum: number): Link[] {
  return ranked.slice(0, maximum).map((each) => ({ ...each, matchStatus: 'proposed' }));
}

/**
 * Drops proposals of a child whom this source is already certainly linked to, unless they are likely and the forename
 * rules out a twin.
 */
function removeLinkedChildren({ declared }: Linkage, all: readonly (readonly Link[])[]): Link[][] {
  const linkedChildren = new Set(
    all.flat().flatMap(({ matchStatus, child }) => (matchStatus === 'certain' ? [child] : [])),
  );
  const isKept = (each: Link): boolean =>
    each.matchStatus === 'certain' ||
    !linkedChildren.has(each.child) ||
    (each.probability >= declared.found_already &&
      each.fields.every(
        ({ field, level }) => field !== 'forename' || isSureLevel(declared, field, level),
      ));
  return all.map((links) => links.filter(isKept));
}

function comparePersons(one: Person, other: Person): number {
  return one.person < other.person ? -1 : one.person > other.person ? 1 : 0;
}

/** Certain links first; ties are broken by the child's pseudonym, so that every run chooses the same link. */
function compareLikelihood(one: Link, other: Link): number {
  const certainFirst =
    Number(other.matchStatus === 'certain') - Number(one.matchStatus === 'certain');
  return certainFirst || other.weight - one.weight || (one.child < other.child ? -1 : 1);
}
