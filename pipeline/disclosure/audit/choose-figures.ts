// The system of all releases → the figures of the newest to withhold so that no sum to protect is exposed.
import { countWindowMonths } from '../../domain/period.js';
import { chooseWithheld } from './choose.js';
import { costFigure } from './costs.js';
import type { RegisteredFigure } from './register.js';
import type { ReleaseSystem } from './release-system.js';
import type { OpenModel } from './solver.js';
import type { SafetyStandard } from './standard.js';
import type { Witnesses } from './witnesses.js';

/**
 * Chooses what to withhold: for each sum to protect in turn, the least that is enough given what is withheld for those
 * before it. A sum that no figure of the newest release could protect is left as it is. What proves the others to be safe
 * is added to the witnesses.
 */
export function chooseFigures(
  { relations, truth, printers, printedBefore, protect }: ReleaseSystem,
  { standard, witnesses }: { readonly standard: SafetyStandard; readonly witnesses: Witnesses },
  openModel: OpenModel,
): ReadonlySet<RegisteredFigure> {
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
  return prices.withheld;
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

  #price(unknown: string): number {
    return (this.#printers.get(unknown) ?? [])
      .filter((figure) => !this.withheld.has(figure))
      .reduce((sum, figure) => sum + costFigure(figure, countWindowMonths(figure) === QUARTER), 0);
  }
}

const QUARTER = 3;
