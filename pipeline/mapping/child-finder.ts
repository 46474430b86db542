// A row of an extract → a mark of the child it is of, by its own number or by the record that it belongs to.
import type { Contract } from '../contracts/contract.js';
import type { ColumnPlace } from '../contracts/headings.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import type { ExtractSource } from '../ingest/source-systems.js';

/** Reads the rows of one file. */
interface FileChildren {
  /** Null if the row says of nobody. */
  readonly findChild: (row: readonly string[]) => string | null;
  /** Keeps whose record the row is, for the extracts that refer to it. */
  readonly remember: (row: readonly string[]) => void;
}

/** Finds the children of rows, in memory alone. Extracts must come after those that they refer to. */
export class ChildFinder {
  /** By extract that others refer to without a child's number of their own: the child of each record. */
  readonly #records: ReadonlyMap<string, Map<string, string>>;

  constructor(contracts: readonly Contract[]) {
    const parents = contracts
      .filter(({ columns }) => !columns.some(isNumber))
      .flatMap(({ columns }) => columns.flatMap(({ references }) => references ?? []));
    this.#records = new Map(parents.map((extract) => [extract, new Map<string, string>()]));
  }

  /** Reads a file with its columns at these places. */
  startFile(
    { extract, key }: Contract,
    places: readonly ColumnPlace[],
    source: ExtractSource,
    file: ExtractFile,
  ): FileChildren {
    const system = source.mark ?? file.system ?? '';
    const number = places.find(({ column }) => isNumber(column));
    const parent = places.find(({ column }) => this.#records.has(column.references ?? ''));
    const records = this.#records.get(extract);
    const id = places.find(({ column }) => column.name === key[0]);
    const read = (row: readonly string[], place: ColumnPlace): string =>
      (row[place.index] ?? '').trim();
    const findChild = (row: readonly string[]): string | null => {
      if (number) {
        const text = read(row, number);
        const kind = number.column.type === 'person' ? number.column.source : system;
        return text === '' ? null : `${kind}:${text}`;
      }
      if (!parent) return null;
      const of = this.#records.get(parent.column.references ?? '');
      return of?.get(`${system}:${read(row, parent)}`) ?? null;
    };
    return {
      findChild,
      remember: (row) => {
        const child = records && id ? findChild(row) : null;
        if (child !== null && id) records?.set(`${system}:${read(row, id)}`, child);
      },
    };
  }
}

function isNumber({ type, ...column }: Contract['columns'][number]): boolean {
  return type === 'person' || (type === 'child' && !('former' in column && column.former));
}
