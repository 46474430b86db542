// A component → the greatest that a sum of its unknowns can be, by linear programming (HiGHS), in whole numbers or in any.
import highsModule, { type Highs, type ModelData } from 'highs';
import type { Component } from './reduce.js';
import type { Assignment, Constraint, LinearForm } from './system.js';

type NativeModel = ReturnType<Highs['createModel']>;

/** The greatest of a sum, and numbers with which it is reached: whole or not, as was asked. */
export interface Extreme {
  readonly bound: number;
  readonly counts: Assignment;
}

/** A component that can be asked for the greatest of its sums, as often as one likes. */
export interface SolverModel {
  /** Null where the solver did not prove an optimum: it gave up, or there is no end. Nothing follows from that. */
  readonly maximize: (form: LinearForm, wholly: boolean) => Extreme | null;
  /** As `maximize` in whole numbers, with one more constraint. */
  readonly maximizeConstrained: (form: LinearForm, within: Constraint) => Extreme | null;
  /** Frees its memory, which nothing else does. */
  readonly close: () => void;
}

/** Makes a model of a component in which no unknown passes a ceiling. */
export type OpenModel = (component: Component, ceiling: number) => SolverModel;

/** A search that branches more often is given up. A limit of time would make two runs differ. */
const MOST_BRANCHES = 5000;

/**
 * Loads the solver; its calls block. What is given as greatest is a proven optimum and nothing else. Whole numbers are
 * searched to the end: by default HiGHS calls an optimum proven that is only within 0.01%.
 */
export async function loadSolver(): Promise<OpenModel> {
  // The package types its CommonJS form alone; the module that Node loads here exports the function itself.
  const loadHighs = highsModule as unknown as typeof highsModule.default;
  const highs = await loadHighs();
  return (component, ceiling) => openModel(highs, component, ceiling);
}

function openModel(highs: Highs, component: Component, ceiling: number): SolverModel {
  const names = [...component.ranges.keys()];
  const places = new Map(names.map((name, at) => [name, at]));
  const every = { kind: 'range', from: 0, to: names.length - 1 } as const;
  const model = highs.createModel(describeModel(component, names, places, ceiling));
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_max_nodes: MOST_BRANCHES });
  model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
  const { integer } = highs.constants.variableType;
  const types = names.map(() => integer);

  const maximize = (form: LinearForm, wholly: boolean): Extreme | null => {
    if (wholly) model.changeColsIntegrality(every, types);
    else model.clearIntegrality();
    model.changeColsCost(every, spreadForm(form, places));
    const { modelStatus } = model.run();
    if (modelStatus !== highs.constants.modelStatus.optimal) return null;
    return { bound: model.getObjectiveValue(), counts: readCounts(model, names) };
  };
  return {
    maximize,
    maximizeConstrained: (form, within) => {
      const last = component.constraints.length;
      model.addRow(within.least, within.most, packForm(within.form, places));
      const found = maximize(form, true);
      model.deleteRows({ kind: 'set', indices: [last] });
      return found;
    },
    close: () => {
      model.dispose();
    },
  };
}

function describeModel(
  { constraints, ranges }: Component,
  names: readonly string[],
  places: ReadonlyMap<string, number>,
  ceiling: number,
): ModelData {
  const rows = constraints.map(({ form }) => packForm(form, places));
  const starts = [0];
  for (const { indices } of rows) starts.push((starts.at(-1) as number) + indices.length);
  const ends = [...ranges.values()];
  return {
    numCols: names.length,
    numRows: rows.length,
    colCost: names.map(() => 0),
    colLower: ends.map(({ least }) => least),
    colUpper: ends.map(({ least, most }) => Math.max(least, Math.min(most, ceiling))),
    rowLower: constraints.map(({ least }) => least),
    rowUpper: constraints.map(({ most }) => most),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: names.length,
      starts,
      indices: rows.flatMap(({ indices }) => indices),
      values: rows.flatMap(({ values }) => values),
    },
  };
}

function packForm(
  form: LinearForm,
  places: ReadonlyMap<string, number>,
): { indices: number[]; values: number[] } {
  const indices = form.map(({ unknown }) => requirePlace(unknown, places));
  return { indices, values: form.map(({ times }) => times) };
}

function spreadForm(form: LinearForm, places: ReadonlyMap<string, number>): number[] {
  const costs = new Array<number>(places.size).fill(0);
  for (const { unknown, times } of form) costs[requirePlace(unknown, places)] = times;
  return costs;
}

function requirePlace(unknown: string, places: ReadonlyMap<string, number>): number {
  const place = places.get(unknown);
  if (place === undefined) throw new RangeError(`no such unknown in this component: ${unknown}`);
  return place;
}

function readCounts(model: NativeModel, names: readonly string[]): Assignment {
  const { colValue } = model.getSolution();
  return new Map(names.map((name, at) => [name, colValue[at] as number]));
}
