// What is to be decided and what was → lines on a terminal.
import type { MappingDecision } from '../contracts/mapping-file.js';
import { describePlaces } from '../mapping/item-places.js';
import type { MappingItem } from '../mapping/list-items.js';

/** Every item, and how to decide. */
export function describeItems(items: readonly MappingItem[]): string[] {
  if (items.length === 0) return ['Every heading and label is known. Nothing is to be decided.'];
  const stopping = items.filter(({ stops }) => stops).length;
  return [
    `${items.length} ${items.length === 1 ? 'decision is' : 'decisions are'} wanted. ${stopping} of them must be taken before a pack can be built.`,
    ...items.flatMap((item) => ['', ...describeItem(item)]),
    '',
    'To take the nearest:     boardpack map --accept ID --by "information officer"',
    'To take every nearest:   boardpack map --accept all --by "information officer"',
    'To say what one means:   boardpack map --accept "ID=MEANING" --by "information officer"',
    'To decide in a workbook: boardpack map --workbook FILE.xlsx',
    '              and then:  boardpack map --from FILE.xlsx --by "information officer"',
  ];
}

/** One item: what and where it is, how often, and what it may mean. */
export function describeItem(item: MappingItem): string[] {
  const { id, nearest, rows, children, stops } = item;
  const counts = `${count(rows, 'row')}, ${count(children, 'child', 'children')}`;
  return [
    `${id}  ${nameItem(item)}: ${counts}${stops ? '. MUST BE DECIDED' : ''}`,
    ...describePlaces(item).map((place) => `        ${place}`),
    nearest.length > 0
      ? `        nearest: ${nearest.join(' | ')}`
      : '        nothing known is like it',
    ...(item.writable
      ? []
      : [
          '        It may be a name, a date, a postcode or a number of one person: put the cells right.',
        ]),
  ];
}

function nameItem({ subject, shown }: MappingItem): string {
  const { kind, extract, list, supplier } = subject;
  const of = kind === 'heading' ? extract : list;
  const from = supplier === '' ? '' : `, ${supplier}`;
  return `${kind} (${of}${from}) ${shown ?? '[not shown: find it by its lines]'}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Decisions, in the order in which they were taken. */
export function describeDecisions(
  decisions: readonly (MappingDecision & { readonly id: string })[],
): string[] {
  return decisions.map(({ id, kind, extract, list, found, means, ...each }) => {
    const of = kind === 'heading' ? extract : list;
    return `${id}  ${kind} (${of}) ${found} = ${means}   ${each.decided_on}, ${each.decided_by}`;
  });
}
