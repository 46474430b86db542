// The identity fields of a row → an identity record under a keyed mark.
import { NOT_YET_MAPPED } from '../domain/reference.js';
import { createCellReader, type CellContext } from './cells.js';
import { IDENTITY_FIELDS } from './column.js';
import type { ContractColumn, Contract } from './contract.js';
import type { ColumnPlace } from './headings.js';
import {
  CellError,
  NotedCell,
  unwrapCell,
  type CellErrorCode,
  type CellForm,
  type CellReader,
} from './parsed-cell.js';

/**
 * The identity fields of one row. `person` is a pseudonym: of a child's number, or of a partner's number of a person.
 */
export interface IdentityRecord extends Readonly<
  Record<(typeof IDENTITY_FIELDS)[number], string | null>
> {
  /** The source of the record: a partner, or `OWN_SERVICE`. */
  readonly source: string;
  readonly person: string;
  /** The keyed hash of source, person and identity fields: equal only if all of them are equal. */
  readonly mark: string;
}

/** The source of records from the service's own case system. */
export const OWN_SERVICE = 'service';

/** Computes the keyed mark (hash) of texts. */
export type IdentityMarker = (texts: readonly (string | null)[]) => string;

interface IdentityColumn {
  readonly name: string;
  readonly index: number;
  readonly field: (typeof IDENTITY_FIELDS)[number];
  readonly read: CellReader;
  /** Whether the cell is also stored, so that its error is reported there. */
  readonly isStored: boolean;
}

/** Receives cells that are not stored, and so are reported nowhere else. */
interface IdentityReporter {
  readonly reportError: (code: CellErrorCode, column: string) => void;
  readonly reportForm: (form: CellForm, column: string) => void;
}

/** Reads the identity of each row of one file. Null if the row holds no identity. */
export type IdentityReader = (
  cells: readonly string[],
  reporter: IdentityReporter,
) => IdentityRecord | null;

/** Creates the identity reader for a file with its columns at these places. */
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
  const columns = listIdentityColumns(contract, findIndex, context);
  return (cells, { reportError, reportForm }) => {
    const identity: Record<(typeof IDENTITY_FIELDS)[number], string | null> = emptyIdentity();
    for (const { name, index, field, read, isStored } of columns) {
      const cell = read(cells[index] ?? '');
      const value = unwrapCell(cell);
      if (!(value instanceof CellError)) identity[field] = value === NOT_YET_MAPPED ? null : value;
      else if (!isStored) reportError(value.code, name);
      if (cell instanceof NotedCell && !isStored) reportForm(cell.form, name);
    }
    const person = unwrapCell(personCell.read(cells[personCell.index] ?? ''));
    const texts = IDENTITY_FIELDS.map((field) => identity[field]);
    if (typeof person !== 'string' || texts.every((text) => text === null)) return null;
    return { source, person, mark: context.mark([source, person, ...texts]), ...identity };
  };
}

/** The identity columns that a file has. */
function listIdentityColumns(
  { columns }: Contract,
  findIndex: (column: ContractColumn) => number,
  context: CellContext,
): IdentityColumn[] {
  return columns.flatMap((column) => {
    const field = 'identity' in column ? column.identity : undefined;
    const index = findIndex(column);
    if (field === undefined || index < 0) return [];
    const read = createCellReader(column, context);
    return [{ name: column.name, index, field, read, isStored: column.type !== 'personal' }];
  });
}

function emptyIdentity(): Record<(typeof IDENTITY_FIELDS)[number], string | null> {
  return { forename: null, surname: null, date_of_birth: null, postcode: null, sex: null };
}

/** An own extract with identity fields has one row per child, with the child's number in its key. */
function findChildKey({ extract, columns, key }: Contract): ContractColumn {
  const own = columns.find(({ name, type }) => type === 'child' && key.includes(name));
  if (own) return own;
  throw new TypeError(`${extract} says who somebody is, and has no number of a person or a child`);
}
