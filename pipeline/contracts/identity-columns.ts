// The cells of a row that say who somebody is → what they say, under a keyed mark.
import { cellReader, Fault, type CellContext, type CellFault, type ReadCell } from './cells.js';
import { SAYS, type Column, type Contract } from './contract.js';
import type { Place } from './headings.js';

/** What one row said of who somebody is. Both numbers are pseudonyms: the child's, or that of a person of a partner. */
export interface Who extends Readonly<Record<(typeof SAYS)[number], string | null>> {
  /** Whose records the row is of: a partner's, or `OWN`. */
  readonly source: string;
  readonly person: string;
  /** The same for the same person of whom the same is said, and for nothing else. */
  readonly mark: string;
}

/** The source of what the service's own case system says. */
export const OWN = 'service';

/** Gives the keyed mark of texts. */
export type MarkOf = (texts: readonly (string | null)[]) => string;

interface WhoColumn {
  readonly name: string;
  readonly index: number;
  readonly says: (typeof SAYS)[number];
  readonly read: ReadCell;
  /** Whether the cell is kept as well, so that its fault is told there. */
  readonly isKept: boolean;
}

/** Reads who each row of one file is of. */
export interface ReadWho {
  /** Null where the row says nothing of anybody. `fault` is told of each cell that its column refuses. */
  (cells: readonly string[], fault: (code: CellFault, column: string) => void): Who | null;
}

/** The reader for a file whose columns stand at these places. */
export function whoReader(
  contract: Contract,
  places: readonly Place[],
  context: CellContext & { readonly mark: MarkOf },
): ReadWho {
  const at = (column: Column): number =>
    places.find((place) => place.column.name === column.name)?.index ?? -1;
  const whose = contract.columns.find(({ type }) => type === 'person') ?? keyChild(contract);
  const source = whose.type === 'person' ? whose.source : OWN;
  const personOf = { index: at(whose), read: cellReader(whose, context) };
  const columns = contract.columns.flatMap((column): WhoColumn[] =>
    'identity' in column && column.identity !== undefined && at(column) >= 0
      ? [
          {
            name: column.name,
            index: at(column),
            says: column.identity,
            read: cellReader(column, context),
            isKept: column.type !== 'personal',
          },
        ]
      : [],
  );
  return (cells, fault) => {
    const said: Record<(typeof SAYS)[number], string | null> = nothingSaid();
    for (const { name, index, says, read, isKept } of columns) {
      const cell = read(cells[index] ?? '');
      if (!(cell instanceof Fault)) said[says] = cell;
      else if (!isKept) fault(cell.code, name);
    }
    const person = personOf.read(cells[personOf.index] ?? '');
    const texts = SAYS.map((says) => said[says]);
    if (typeof person !== 'string' || texts.every((text) => text === null)) return null;
    return { source, person, mark: context.mark([source, person, ...texts]), ...said };
  };
}

function nothingSaid(): Record<(typeof SAYS)[number], string | null> {
  return { forename: null, surname: null, date_of_birth: null, postcode: null, sex: null };
}

/** An extract of the service's own that says who somebody is has one row a child, and the child for its key. */
function keyChild({ extract, columns, key }: Contract): Column {
  const own = columns.find(({ name, type }) => type === 'child' && key.includes(name));
  if (own) return own;
  throw new TypeError(`${extract} says who somebody is, and has no number of a person or a child`);
}
