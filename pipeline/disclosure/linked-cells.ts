// One cell → the cells that hide it when they are hidden.
import { findReferenceGroup } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { CROSSED_BREAKDOWNS, MARGIN_BREAKDOWNS } from './breakdowns.js';
import type { ValueIndex } from './cells.js';

/** Where the cells stand, some of them of no known value, that hide this one when they are hidden. */
export function findLinkedCells(value: Value, index: ValueIndex): Value[] {
  return [
    ...findSourceCells(value, index),
    ...findAddedGroups(value, index),
    ...findCrossedCells(value, index),
  ];
}

/** Of our own service, its own cell, that of the same children, and that of the group it is compared with. */
function findSourceCells(value: Value, index: ValueIndex): Value[] {
  if (value.areaKind !== 'service') return [];
  const relations = index.findRelations(value);
  const own: Value = { ...value, origin: 'own', areaName: '', source: null };
  const linked = [own];
  if (relations.hiddenWith !== null) linked.push({ ...own, measure: relations.hiddenWith });
  const relative = relations.kind === 'relative_rate' || relations.kind === 'relative_share';
  if (relative && value.breakdown !== 'total')
    linked.push({ ...own, group: findReferenceGroup(relations, value.breakdown) });
  return linked;
}

/** A sum of groups tells the one that is hidden to whoever subtracts the others. */
function findAddedGroups(value: Value, index: ValueIndex): Value[] {
  const { sumOf } = index.findRelations(value);
  if (sumOf === undefined || value.origin !== 'own') return [];
  return index
    .findWindowValues({ ...value, measure: sumOf.measure })
    .filter(({ breakdown }) => breakdown === sumOf.breakdown);
}

/** Two ways of grouping at once give each other away in more ways than can be followed: all of it is shown or none. */
function findCrossedCells(value: Value, index: ValueIndex): Value[] {
  if (!CROSSED_BREAKDOWNS.includes(value.breakdown)) return [];
  const related = [...CROSSED_BREAKDOWNS, ...MARGIN_BREAKDOWNS];
  return index.findWindowValues(value).filter(({ breakdown }) => related.includes(breakdown));
}
