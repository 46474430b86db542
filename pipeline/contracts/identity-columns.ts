// The cells of a row that say who somebody is → what they say, under a keyed mark.
import {
  createCellReader,
  CellError,
  type CellContext,
  type CellErrorCode,
  type CellReader,
} from './cells.js';
import { IDENTITY_FIELDS, type ContractColumn, type Contract } from './contract.js';
import type { ColumnPlace } from './headings.js';

/** What one row said of who somebody is. Both numbers are pseudonyms: the child's, or that of a person of a partner. */
export interface IdentityRecord extends Readonly<
  Record<(typeof IDENTITY_FIELDS)[number], string | null>
> {
  /** Whose records the row is of: a partner's, or `OWN`. */
  readonly source: string;
  readonly person: string;
  /** The same for the same person of whom the same is said, and for nothing else. */
  readonly mark: string;
}

/** The source of what the service's own case system says. */
export const OWN_SERVICE = 'service';

/** Gives the keyed mark of texts. */
export type IdentityMarker = (texts: readonly (string | null)[]) => string;

interface IdentityColumn {
  readonly name: string;
  readonly index: number;
  readonly field: (typeof IDENTITY_FIELDS)[number];
  readonly read: CellReader;
  /** Whether the cell is kept as well, so that its fault is told there. */
  readonly isStored: boolean;
}

/** Reads who each row of one file is of. */
export interface IdentityReader {
  /** Null where the row says nothing of anybody. `fault` is told of each cell that its column refuses. */
  (
    cells: readonly string[],
    reportError: (code: CellErrorCode, column: string) => void,
  ): IdentityRecord | null;
}

/** The reader for a file whose columns stand at these places. */
export function createIdentityReader(
  contract: Contract,
  places: readonly ColumnPlace[],
  context: CellContext & { readonly mark: IdentityMarker },
): IdentityReader {
  const findIndex = (column: ContractColumn): number =>
    places.find((place) => place.column.name === column.name)?.index ?? -1;
  const personColumn =
    contract.columns.find(({ type }) => type === 'person') ?? findChildKey(contract);
  const source = personColumn.type === 'person' ? personColumn.source : OWN_SERVICE;
  const personCell = {
    index: findIndex(personColumn),
    read: createCellReader(personColumn, context),
  };
  const columns = contract.columns.flatMap((column): IdentityColumn[] =>
    'identity' in column && column.identity !== undefined && findIndex(column) >= 0
      ? [
          {
            name: column.name,
            index: findIndex(column),
            field: column.identity,
            read: createCellReader(column, context),
            isStored: column.type !== 'personal',
          },
        ]
      : [],
  );
  return (cells, reportError) => {
    const identity: Record<(typeof IDENTITY_FIELDS)[number], string | null> = emptyIdentity();
    for (const { name, index, field, read, isStored } of columns) {
      const cell = read(cells[index] ?? '');
      if (!(cell instanceof CellError)) identity[field] = cell;
      else if (!isStored) reportError(cell.code, name);
    }
    const person = personCell.read(cells[personCell.index] ?? '');
    const texts = IDENTITY_FIELDS.map((field) => identity[field]);
    if (typeof person !== 'string' || texts.every((text) => text === null)) return null;
    return { source, person, mark: context.mark([source, person, ...texts]), ...identity };
  };
}

function emptyIdentity(): Record<(typeof IDENTITY_FIELDS)[number], string | null> {
  return { forename: null, surname: null, date_of_birth: null, postcode: null, sex: null };
}

/** An extract of the service's own that says who somebody is has one row a child, and the child for its key. */
function findChildKey({ extract, columns, key }: Contract): ContractColumn {
  const own = columns.find(({ name, type }) => type === 'child' && key.includes(name));
  if (own) return own;
  throw new TypeError(`${extract} says who somebody is, and has no number of a person or a child`);
}
