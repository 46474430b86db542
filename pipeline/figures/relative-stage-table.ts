// Decisions and their groups → one table: counts, relative rates, what they amount to in children, and what bounds them.
import { isUnknownGroup, referenceOf } from '../domain/reference.js';
import type { Column, Row, Table } from './figure.js';
import { factsAt } from './relative-facts.js';
import {
  cellAt,
  hasChildren,
  isCrossed,
  namesIn,
  referenceAt,
  unknownAt,
  type Named,
  type Stage,
} from './relative-stages.js';
import {
  nameYears,
  writeBounds,
  writeOf,
  writeRateAndLimits,
  writeSigned,
  writeSignedValue,
} from './relative-words.js';
import { known } from './results.js';
import type { FigureWords } from './words.js';

const HEADS = [
  'children',
  'basis',
  'rate',
  'verdict',
  'apart',
  'above',
  'bounds',
  'pool_12',
  'pool_60',
];
const POOLS = [12, 60] as const;

/** Every group with children at each decision; null where there is none. */
export function stageTable(stages: readonly Stage[], words: FigureWords): Table | null {
  const rows = stages.flatMap((stage) => stageRows(stage, words));
  if (rows.length === 0) return null;
  const column = (key: string): Column => ({
    label: words.say(`decisions.head.${key}`),
    numeric: key !== 'verdict' && key !== 'group',
  });
  return {
    id: 'decisions',
    caption: words.say('decisions.caption'),
    columns: [column('group'), ...HEADS.map(column)],
    rows,
    note: words.say('decisions.note.table'),
  };
}

function stageRows(stage: Stage, words: FigureWords): Row[] {
  const listed = namesIn([stage]).filter((named) => isListed(stage, named));
  if (listed.length === 0) return [];
  const unknown = unknownAt(stage, { breakdown: 'ethnicity', group: '' });
  const label = words.say('decisions.stage', {
    title: stage.declaration.title[words.language],
    years: nameYears(stage, words),
    all: writeOf(stage.total, words),
    unknown: writeOf(unknown, words),
  });
  return [
    { label, cells: [], heading: true },
    ...listed.map((named) => rowOf(stage, named, words)),
  ];
}

/** A group shown to have children, set against another that has a base; crossed groups are in the matrix alone. */
function isListed(stage: Stage, named: Named): boolean {
  const { breakdown, group } = named;
  if (isCrossed(named) || isUnknownGroup(group)) return false;
  if (group === referenceOf(stage.declaration, breakdown)) return false;
  const reference = referenceAt(stage, named);
  if (reference === null || known(reference)?.denominator === null) return false;
  const cells = [cellAt(stage, named), ...POOLS.map((months) => cellAt(stage, named, months))];
  return cells.some((cell) => cell !== null && hasChildren(cell));
}

function rowOf(stage: Stage, named: Named, words: FigureWords): Row {
  const cell = cellAt(stage, named);
  const facts = factsAt(stage, named);
  const verdict = known(cell)?.verdict;
  const none = words.say('cell.none');
  const cells = [
    writeOf(cell, words),
    writeOf(referenceAt(stage, named), words),
    writeRateAndLimits(cell, words),
    verdict ? words.say(`against.${verdict}`) : '',
    facts ? writeSignedValue(facts.apart, words) : none,
    facts ? writeSigned(facts.above, words) : none,
    facts ? writeBounds(facts.bounds, words) : none,
    ...POOLS.map((months) => writeRateAndLimits(cellAt(stage, named, months), words)),
  ];
  const label = words.group(named.breakdown, named.group);
  const hidden = cells.map((text) => text === words.say('cell.hidden'));
  return hidden.includes(true) ? { label, cells, hidden } : { label, cells };
}
