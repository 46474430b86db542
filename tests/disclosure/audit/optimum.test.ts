// The choice of what to withhold in published and generated tables → every primary protected, and little more withheld than the least.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditSystem, type AuditQuestion } from '../../../pipeline/disclosure/audit/audit.js';
import { chooseFigures } from '../../../pipeline/disclosure/audit/choose-figures.js';
import type { RegisteredFigure } from '../../../pipeline/disclosure/audit/register.js';
import { PRINTED } from '../../../pipeline/disclosure/audit/release-system.js';
import { loadSolver, type OpenModel } from '../../../pipeline/disclosure/audit/solver.js';
import type { Constraint, LinearForm } from '../../../pipeline/disclosure/audit/system.js';
import { Witnesses } from '../../../pipeline/disclosure/audit/witnesses.js';

interface Instance {
  readonly id: string;
  readonly threshold: number;
  readonly cells: Readonly<Record<string, readonly [count: number, status: string]>>;
  readonly constraints: readonly (readonly [total: string, parts: readonly string[]])[];
}

const instances = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'vectors', 'audit_bounds.json'), 'utf8'),
) as Instance[];
/** The least can be found of tables up to this size in a few seconds. */
const LARGEST = 25;
/** No least choice moves a count by more than this. */
const FARTHEST = 60;

let openModel: OpenModel;
beforeAll(async () => {
  openModel = await loadSolver();
});

/** An instance as the audit sees it, with each count of 1 to below the threshold withheld and no other. */
class Table {
  readonly truth: ReadonlyMap<string, number>;
  readonly primaries: readonly string[];
  readonly sums: readonly Constraint[];
  readonly standard: { readonly reaches: number; readonly possibleValues: number };

  constructor({ cells, constraints, threshold }: Instance) {
    this.truth = new Map(Object.entries(cells).map(([id, [count]]) => [id, count]));
    this.primaries = [...this.truth]
      .filter(([, count]) => count > 0 && count < threshold)
      .map(([id]) => id);
    this.standard = { reaches: threshold, possibleValues: 3 };
    this.sums = constraints.map(([total, parts]): Constraint => {
      const whole = { unknown: total, times: -1 };
      const form = [...parts.map((unknown) => ({ unknown, times: 1 })), whole];
      return { form, least: 0, most: 0, reason: total };
    });
  }

  count(id: string): number {
    return this.truth.get(id) ?? Number.NaN;
  }

  /** What readers know while these and the primaries are withheld, and what they may not find out. */
  ask(withheld: ReadonlySet<string>): AuditQuestion {
    const printed = [...this.truth.keys()].filter(
      (id) => !withheld.has(id) && !this.primaries.includes(id),
    );
    const known = printed.map((id): Constraint => {
      const reason = `${PRINTED}${id}`;
      return { form: only(id), least: this.count(id), most: this.count(id), reason };
    });
    const protect = this.primaries.map((name) => ({ name, form: only(name) }));
    const { sums, standard, truth } = this;
    return { constraints: [...sums, ...known], protect, standard, truth };
  }
}

function only(unknown: string): LinearForm {
  return [{ unknown, times: 1 }];
}

/** The secondary cells that the product's choice withholds: each cell is the figure of a measure of its own. */
function choose(table: Table): string[] {
  const { truth, sums, standard, primaries } = table;
  const { protect, constraints } = table.ask(new Set());
  const open = [...truth.keys()].filter((id) => !primaries.includes(id));
  const printers = new Map(open.map((id) => [id, [figure(id, table.count(id))]]));
  const system = { constraints, protect, truth, relations: sums, printers };
  const witnesses = new Witnesses(protect, { truth, standard });
  const chosen = chooseFigures(
    { ...system, printedBefore: new Set(), broken: [] },
    { standard, witnesses, givenBack: { standard, largestPart: Infinity } },
    openModel,
  );
  return [...chosen].map(({ measure }) => measure);
}

function figure(measure: string, numerator: number): RegisteredFigure {
  const counts = { numerator, denominator: null };
  const window = { starts: '2022-04-01', ends: '2023-03-31' };
  return { measure, ...window, breakdown: 'group', group: 'any', ...counts, printed: counts };
}

/**
 * Fewer secondary cells than this are not enough, by whole-number programming: each primary must be able to reach the
 * threshold. Null where the search was given up.
 */
function findLeast(table: Table): number | null {
  const secondary = [...table.truth.keys()].filter((id) => !table.primaries.includes(id));
  const ranges = new Map(secondary.map((id) => [`hide ${id}`, { least: 0, most: 1 }]));
  const constraints: Constraint[] = [];
  const require = (form: LinearForm, least: number, most: number): void => {
    constraints.push({ form, least, most, reason: '' });
  };
  for (const target of table.primaries) {
    const name = (id: string): string => `${id} where ${target} is large`;
    const top = table.standard.reaches;
    for (const id of table.truth.keys())
      ranges.set(name(id), { least: id === target ? top : 0, most: table.count(id) + FARTHEST });
    for (const { form } of table.sums)
      require(form.map(({ unknown, times }) => ({ unknown: name(unknown), times })), 0, 0);
    for (const id of secondary) {
      const move = { unknown: `hide ${id}`, times: FARTHEST };
      require([
        { unknown: name(id), times: 1 },
        { ...move, times: -FARTHEST },
      ], -Infinity, table.count(id));
      require([{ unknown: name(id), times: 1 }, move], table.count(id), Infinity);
    }
  }
  const model = openModel({ ranges, constraints }, Infinity);
  const found = model.maximize(
    secondary.map((id) => ({ unknown: `hide ${id}`, times: -1 })),
    true,
  );
  model.close();
  return found && Math.round(-found.bound);
}

describe('the choice of secondary cells', () => {
  it.each(instances)('protects every primary of $id, with none to spare', (instance) => {
    const table = new Table(instance);
    const withheld = new Set(choose(table));
    expect(auditSystem(table.ask(withheld), openModel).exposures).toEqual([]);
    for (const id of withheld) {
      const fewer = new Set([...withheld].filter((each) => each !== id));
      expect(auditSystem(table.ask(fewer), openModel).exposures).not.toEqual([]);
    }
  });

  it('withholds no more than 1.1 times the least that is enough', () => {
    const small = instances.filter(({ cells }) => Object.keys(cells).length <= LARGEST);
    const pairs = small.flatMap((instance) => {
      const table = new Table(instance);
      const least = findLeast(table);
      return least === null ? [] : [{ id: instance.id, chosen: choose(table).length, least }];
    });
    const sum = (numbers: readonly number[]): number =>
      numbers.reduce((all, each) => all + each, 0);
    expect(pairs.length).toBeGreaterThanOrEqual(15);
    for (const { chosen, least } of pairs) expect(chosen).toBeGreaterThanOrEqual(least);
    const chosen = sum(pairs.map((pair) => pair.chosen));
    expect(chosen / sum(pairs.map((pair) => pair.least))).toBeLessThanOrEqual(1.1);
  });
});
