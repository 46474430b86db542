// Decisions and their groups → one table: counts, relative rates, what they amount to in children, and what bounds them.
import { isUnknownGroup, findReferenceGroup } from '../domain/reference.js';
import type { TableColumn, TableRow, FigureTable } from './figure.js';
import { findRelativeFacts } from './relative-facts.js';
import {
  findCell,
  hasChildren,
  isCrossed,
  listGroupKeys,
  findReferenceCell,
  findUnknownCell,
  type GroupKey,
  type Stage,
} from './relative-stages.js';
import {
  nameYears,
  writeBounds,
  writeCountOfTotal,
  writeRateAndLimits,
  writeSigned,
  writeSignedValue,
} from './relative-words.js';
import { readShown } from './results.js';
import type { FigureWords } from './words.js';

/** What a board reads. The comparison group's counts and the other lengths of years are in figures.csv. */
const HEADS = ['children', 'rate', 'verdict', 'apart', 'above', 'bounds'];
const POOLS = [12, 60] as const;

/** Lists every group with children at each decision; null if there are none. */
export function tabulateStages(stages: readonly Stage[], words: FigureWords): FigureTable | null {
  const rows = stages.flatMap((stage) => buildStageRows(stage, words));
  if (rows.length === 0) return null;
  const defineColumn = (key: string): TableColumn => ({
    label: words.say(`decisions.head.${key}`),
    numeric: key !== 'verdict' && key !== 'group',
  });
  return {
    id: 'decisions',
    caption: words.say('decisions.caption'),
    columns: [defineColumn('group'), ...HEADS.map(defineColumn)],
    rows,
    note: words.say('decisions.note.table'),
  };
}

function buildStageRows(stage: Stage, words: FigureWords): TableRow[] {
  const listed = listGroupKeys([stage]).filter((groupKey) => isListed(stage, groupKey));
  if (listed.length === 0) return [];
  const unknown = findUnknownCell(stage, { breakdown: 'ethnicity', group: '' });
  const label = words.say('decisions.stage', {
    title: stage.declaration.title[words.language],
    years: nameYears(stage, words),
    all: writeCountOfTotal(stage.total, words),
    unknown: writeCountOfTotal(unknown, words),
  });
  return [
    { label, cells: [], heading: true },
    ...listed.map((groupKey) => buildGroupRow(stage, groupKey, words)),
  ];
}

/** True for a group with children whose reference group has a base. Crossed groups are only in the matrix. */
function isListed(stage: Stage, groupKey: GroupKey): boolean {
  const { breakdown, group } = groupKey;
  if (isCrossed(groupKey) || isUnknownGroup(group)) return false;
  if (group === findReferenceGroup(stage.declaration, breakdown)) return false;
  const reference = findReferenceCell(stage, groupKey);
  if (reference === null || readShown(reference)?.denominator === null) return false;
  const cells = [
    findCell(stage, groupKey),
    ...POOLS.map((months) => findCell(stage, groupKey, months)),
  ];
  return cells.some((cell) => cell !== null && hasChildren(cell));
}

function buildGroupRow(stage: Stage, groupKey: GroupKey, words: FigureWords): TableRow {
  const cell = findCell(stage, groupKey);
  const facts = findRelativeFacts(stage, groupKey);
  const verdict = readShown(cell)?.verdict;
  const none = words.say('cell.none');
  const cells = [
    writeCountOfTotal(cell, words),
    writeRateAndLimits(cell, words),
    verdict ? words.say(`against.${verdict}`) : '',
    facts ? writeSignedValue(facts.difference, words) : none,
    facts ? writeSigned(facts.excess, words) : none,
    facts ? writeBounds(facts.bounds, words) : none,
  ];
  const label = words.group(groupKey.breakdown, groupKey.group);
  const hidden = cells.map((text) => text === words.say('cell.hidden'));
  return hidden.includes(true) ? { label, cells, hidden } : { label, cells };
}
