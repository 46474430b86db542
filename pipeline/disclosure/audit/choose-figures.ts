// The system of all releases → the figures of the newest to withhold so that no sum to protect is exposed.
import { countWindowMonths } from '../../domain/period.js';
import { chooseWithheld } from './choose.js';
import { costFigure } from './costs.js';
import type { RegisteredFigure } from './register.js';
import { pruneWithheld, type Withholding } from './prune.js';
import { PRINTED, type ReleaseSystem } from './release-system.js';
import type { OpenModel } from './solver.js';
import type { SafetyStandard } from './standard.js';
import type { Witnesses } from './witnesses.js';

/** How figures are chosen. */
interface ChoiceRule {
  readonly standard: SafetyStandard;
  readonly witnesses: Witnesses;
  /** What need not be withheld after all is given back: by what standard, and in parts of how many unknowns at most. */
  readonly givenBack: { readonly standard: SafetyStandard; readonly largestPart: number };
}

/**
 * Chooses what to withhold: for each sum to protect in turn, the least that is enough given what is withheld for those
 * before it; then what is not needed after all is given back. A sum that no figure of the newest release could protect is left as it is. What proves the others to be safe
 * is added to the witnesses.
 */
export function chooseFigures(
  system: ReleaseSystem,
  rule: ChoiceRule,
  openModel: OpenModel,
): ReadonlySet<RegisteredFigure> {
  const { standard, witnesses } = rule;
  const { relations, truth, printers, printedBefore, protect } = system;
  const prices = new Prices(printers, printedBefore);
  const { costs } = prices;
  const choice = { relations, truth, costs, fixed: printedBefore, standard };
  for (const [at, { form }] of protect.entries()) {
    if (witnesses.isSafe(at)) continue;
    const found = chooseWithheld(form, choice, openModel);
    if (found === null) continue;
    witnesses.add(found.counts);
    for (const unknown of found.unknowns) prices.withhold(unknown);
  }
  return giveBack(prices, system, rule, openModel);
}

/** What is needed of what is withheld; witnesses by which anything else is not what it truly is prove no more. */
function giveBack(
  prices: Prices,
  { constraints, protect, truth }: ReleaseSystem,
  { witnesses, givenBack }: ChoiceRule,
  openModel: OpenModel,
): ReadonlySet<RegisteredFigure> {
  const hidden = prices.listHidden();
  const known = constraints.filter(
    ({ form, reason }) =>
      !reason.startsWith(PRINTED) || !form.some(({ unknown }) => hidden.has(unknown)),
  );
  const withheld = [...prices.withheld].map((figure) => prices.describe(figure));
  const question = { constraints: known, protect, truth, witnesses, ...givenBack };
  const kept = new Set(pruneWithheld(withheld, question, openModel));
  for (const { figure, unknowns } of withheld)
    if (!kept.has(figure)) witnesses.forget(new Set(unknowns));
  return kept;
}

/** What it costs to withhold what is still printed. */
class Prices {
  readonly costs: Map<string, number>;
  readonly withheld = new Set<RegisteredFigure>();
  readonly #printers: ReleaseSystem['printers'];
  readonly #unknowns = new Map<RegisteredFigure, string[]>();

  constructor(printers: ReleaseSystem['printers'], printedBefore: ReadonlySet<string>) {
    this.#printers = printers;
    const priced = [...printers].filter(([unknown]) => !printedBefore.has(unknown));
    this.costs = new Map(priced.map(([unknown]) => [unknown, this.#price(unknown)]));
    for (const [unknown, figures] of priced)
      for (const figure of figures) {
        const own = this.#unknowns.get(figure);
        if (own) own.push(unknown);
        else this.#unknowns.set(figure, [unknown]);
      }
  }

  /** Withholds every figure that prints an unknown. Others that no figure prints any more cost nothing. */
  withhold(unknown: string): void {
    const figures = this.#printers.get(unknown) ?? [];
    for (const figure of figures) this.withheld.add(figure);
    for (const other of new Set(figures.flatMap((figure) => this.#unknowns.get(figure) ?? []))) {
      const cost = this.#price(other);
      if (cost === 0) this.costs.delete(other);
      else this.costs.set(other, cost);
    }
  }

  /** The unknowns that are printed no more. */
  listHidden(): ReadonlySet<string> {
    const all = [...this.withheld].flatMap((figure) => this.#unknowns.get(figure) ?? []);
    return new Set(all.filter((unknown) => this.#price(unknown) === 0));
  }

  describe(figure: RegisteredFigure): Withholding<RegisteredFigure> {
    return { figure, cost: priceFigure(figure), unknowns: this.#unknowns.get(figure) ?? [] };
  }

  #price(unknown: string): number {
    return (this.#printers.get(unknown) ?? [])
      .filter((figure) => !this.withheld.has(figure))
      .reduce((sum, figure) => sum + priceFigure(figure), 0);
  }
}

function priceFigure(figure: RegisteredFigure): number {
  return costFigure(figure, countWindowMonths(figure) === QUARTER);
}

const QUARTER = 3;
