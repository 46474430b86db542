// A cell as one edition may see it: with numbers, or without. The only type of cell that may leave this folder.
import type { FigureNote } from '../domain/figure-note.js';
import type { Cell, Estimate, SecondRate, Value, Verdict } from '../domain/value.js';

declare const brand: unique symbol;

/** A cell with numbers. */
export interface ShownCell extends Cell, Estimate {
  readonly status: 'shown';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly verdict: Verdict | null;
  /** The rate on a second population; never beside a count that is carried forward. */
  readonly second?: SecondRate;
  /** Why there is no value. */
  readonly note?: FigureNote;
  /** True if carried forward from an earlier release, because the change since then would reveal few children. */
  readonly kept?: true;
}

/** A cell without numbers: `hidden` is suppressed, `immature` is not ready yet, `no data` has no data. */
export interface WithheldCell extends Cell {
  readonly status: 'hidden' | 'immature' | 'no data';
  /** Why there are no data; never beside what is hidden. */
  readonly note?: FigureNote;
}

/**
 * What an edition may see of one cell. It can only be made in this file (the brand is not exported), so figures, words,
 * charts and files can receive only cells that passed disclosure control. A withheld cell holds no number to leak.
 */
export type DisclosedCell = (ShownCell | WithheldCell) & { readonly [brand]: true };

/** Discloses a value with its numbers. Called by the rules of this folder only. */
export function discloseCell(value: Value): DisclosedCell {
  if (value.status !== 'known') return withholdCell(value, withheldStatus(value.status));
  return {
    ...pickCell(value),
    ...pickNumbers(value),
    ...pickNote(value),
    status: 'shown',
  } as DisclosedCell;
}

/** Why a value that is not known has no number: what its publisher suppressed is hidden, and says so by its mark. */
export function withheldStatus(status: Exclude<Value['status'], 'known'>): WithheldCell['status'] {
  return status === 'suppressed' ? 'hidden' : status;
}

/** A cell as an earlier pack of the edition released it. */
export interface ReleasedCell extends Estimate {
  readonly status: 'shown' | 'hidden';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly verdict: Verdict | null;
  /** True if it was itself carried forward from a still earlier release. */
  readonly kept?: true;
}

/** Whether a cell is carried forward from an earlier release. */
export function isCarriedForward(cell: DisclosedCell): boolean {
  return cell.status === 'shown' && cell.kept === true;
}

/** Discloses a released cell in place of a value, marked as carried forward. For `disclose` only. */
export function carryForward(value: Value, release: ReleasedCell): DisclosedCell {
  return discloseRelease(value, { ...release, kept: true });
}

/** Discloses a cell as this same pack released it before. For `restoreReleasedCells` and `carryForward` only. */
export function discloseRelease(cell: Cell, release: ReleasedCell): DisclosedCell {
  const { numerator, denominator, lower, upper, verdict, kept } = release;
  const numbers = { numerator, denominator, value: release.value, lower, upper, verdict };
  return {
    ...pickCell(cell),
    ...numbers,
    ...chooseReleasedNote(cell, release),
    ...(kept ? { kept } : {}),
    status: 'shown',
  } as DisclosedCell;
}

/** The same cell without its verdict. */
export function dropVerdict(cell: DisclosedCell): DisclosedCell {
  return cell.status === 'shown' ? { ...cell, verdict: null } : cell;
}

/** The same cell without its rate on a second population. */
export function dropSecondRate(cell: DisclosedCell): DisclosedCell {
  if (cell.status !== 'shown' || cell.second === undefined) return cell;
  const { second: _, ...kept } = cell;
  return kept;
}

/**
 * Discloses a cell without its numbers, with the note of one that has no data. Called by the rules of this folder only.
 */
export function withholdCell(value: Cell | Value, status: WithheldCell['status']): DisclosedCell {
  const note = status === 'no data' ? pickNote(value) : {};
  return { ...pickCell(value), ...note, status } as DisclosedCell;
}

function pickCell(value: Cell): Cell {
  const { measure, window, areaKind, areaName, origin, breakdown, group, unit, source, marks } =
    value;
  const cell = { measure, window, areaKind, areaName, origin, breakdown, group, unit, source };
  return marks ? { ...cell, marks } : cell;
}

function pickNote(from: Cell | Value): { readonly note?: FigureNote } {
  return 'note' in from ? { note: from.note } : {};
}

/** The note beside released numbers: a reason belongs beside a missing value, and beside no other. */
function chooseReleasedNote(cell: Cell, { value }: ReleasedCell): { readonly note?: FigureNote } {
  return value === null ? { note: 'not given when released', ...pickNote(cell) } : {};
}

function pickNumbers(value: Value): Omit<ShownCell, keyof Cell | 'status'> {
  const { numerator, denominator, verdict, lower, upper, second } = value;
  const numbers = { numerator, denominator, value: value.value, lower, upper, verdict };
  return second ? { ...numbers, second } : numbers;
}

/** Cached groups by measure, because each list is read measure by measure; a list never changes. */
const BY_MEASURE = new WeakMap<readonly DisclosedCell[], ReadonlyMap<string, DisclosedCell[]>>();

/** The cells of one measure, in their order. */
export function selectMeasureCells(
  disclosed: readonly DisclosedCell[],
  id: string,
): readonly DisclosedCell[] {
  const grouped = BY_MEASURE.get(disclosed) ?? groupByMeasure(disclosed);
  BY_MEASURE.set(disclosed, grouped);
  return grouped.get(id) ?? [];
}

function groupByMeasure(disclosed: readonly DisclosedCell[]): Map<string, DisclosedCell[]> {
  const grouped = new Map<string, DisclosedCell[]>();
  for (const cell of disclosed) {
    const cells = grouped.get(cell.measure);
    if (cells) cells.push(cell);
    else grouped.set(cell.measure, [cell]);
  }
  return grouped;
}
