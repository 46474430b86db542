// One cell → the cells linked to it: if one of them is suppressed, so is this cell.
import { findReferenceGroup } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { CROSSED_BREAKDOWNS, MARGIN_BREAKDOWNS } from './breakdowns.js';
import type { ValueIndex } from './cells.js';

/** The cells whose suppression also suppresses this one. Some may have no known value. */
export function findLinkedCells(value: Value, index: ValueIndex): Value[] {
  return [
    ...findSourceCells(value, index),
    ...findAddedGroups(value, index),
    ...findCrossedCells(value, index),
  ];
}

/** For our own service: its own cell, the cell of the same children, and the cell of the reference group. */
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

/** The groups that this value adds up: subtracting the others from the sum would reveal a suppressed one. */
function findAddedGroups(value: Value, index: ValueIndex): Value[] {
  const { sumOf } = index.findRelations(value);
  if (sumOf === undefined || value.origin !== 'own') return [];
  return index
    .findWindowValues({ ...value, measure: sumOf.measure })
    .filter(({ breakdown }) => breakdown === sumOf.breakdown);
}

/** Crossed breakdowns reveal each other in too many ways to check one by one: show all of their cells, or none. */
function findCrossedCells(value: Value, index: ValueIndex): Value[] {
  if (!CROSSED_BREAKDOWNS.includes(value.breakdown)) return [];
  const related = [...CROSSED_BREAKDOWNS, ...MARGIN_BREAKDOWNS];
  return index.findWindowValues(value).filter(({ breakdown }) => related.includes(breakdown));
}
