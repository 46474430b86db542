// One cell → the cells that hide it when they are hidden.
import { referenceOf } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { CROSSED, MARGINS } from './breakdowns.js';
import type { Cells } from './cells.js';

/** Where the cells stand, some of them of no known value, that hide this one when they are hidden. */
export function leadersOf(value: Value, cells: Cells): Value[] {
  return [...behind(value, cells), ...addedUpBy(value, cells), ...crossedWith(value, cells)];
}

/** Of our own service, its own cell, that of the same children, and that of the group it is compared with. */
function behind(value: Value, cells: Cells): Value[] {
  if (value.areaKind !== 'service') return [];
  const rule = cells.ruleOf(value);
  const own: Value = { ...value, origin: 'own', areaName: '', source: null };
  const leaders = [own];
  if (rule.hiddenWith !== null) leaders.push({ ...own, measure: rule.hiddenWith });
  const relative = rule.kind === 'relative_rate' || rule.kind === 'relative_share';
  if (relative && value.breakdown !== 'total')
    leaders.push({ ...own, group: referenceOf(rule, value.breakdown) });
  return leaders;
}

/** A sum of groups tells the one that is hidden to whoever subtracts the others. */
function addedUpBy(value: Value, cells: Cells): Value[] {
  const { sumOf } = cells.ruleOf(value);
  if (sumOf === undefined || value.origin !== 'own') return [];
  return cells
    .inWindow({ ...value, measure: sumOf.measure })
    .filter(({ breakdown }) => breakdown === sumOf.breakdown);
}

/** Two ways of grouping at once give each other away in more ways than can be followed: all of it is shown or none. */
function crossedWith(value: Value, cells: Cells): Value[] {
  if (!CROSSED.includes(value.breakdown)) return [];
  const telling = [...CROSSED, ...MARGINS];
  return cells.inWindow(value).filter(({ breakdown }) => telling.includes(breakdown));
}
