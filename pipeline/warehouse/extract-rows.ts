// The parts of an extract → its rows accepted and set aside, as relations, and then the Parquet file of a delivery.
import { renameSync } from 'node:fs';
import type { Contract } from '../contracts/contract.js';
import { columnTypes } from './column-types.js';
import type { Connection } from './connection.js';
import { storeParquet, type FileRows, type StoredRows } from './parts.js';
import { quoteText, quoteName } from './sql.js';

/** Rows that were accepted and are set aside all the same, by what the others show. */
const REJECTED = 'rejected_rows';

/** The rows of the extract that is being taken in: its columns, then `#file` and `#line`, which no column is called. */
export class ExtractRows {
  readonly #parts: FileRows[] = [];
  #anyRejected = false;

  /** Begins an extract. One at a time may be open on a connection; close it. */
  constructor(
    readonly connection: Connection,
    readonly contract: Contract,
  ) {}

  /** Adds what was taken of the next file; null where nothing was. */
  add(part: FileRows | null): void {
    if (part) this.#parts.push(part);
  }

  /** The rows accepted as things stand, in their files' order. */
  get accepted(): string {
    const rows = this.#union(({ accepted }) => accepted);
    return this.#anyRejected
      ? `(select * from ${rows} anti join ${REJECTED} using ("#file", "#line"))`
      : rows;
  }

  /** The rows that were set aside for what is in them; null where there are none. */
  get setAside(): string | null {
    if (this.#parts.every(({ setAside }) => setAside === null)) return null;
    return this.#union(({ setAside }) => setAside);
  }

  /** Sets accepted rows aside: those whose `#file` and `#line` a query gives. */
  async reject(query: string): Promise<void> {
    if (!this.#anyRejected)
      await this.connection.execute(
        `create or replace table ${REJECTED} ("#file" integer, "#line" integer)`,
      );
    this.#anyRejected = true;
    await this.connection.execute(`insert into ${REJECTED} ${query}`);
  }

  /** How many rows are accepted as things stand. */
  async count(): Promise<number> {
    const [row] = await this.connection.query(`select count(*)::integer from ${this.accepted}`);
    return Number(row?.[0]);
  }

  /** The different texts of a column of the accepted rows, but for none. */
  async listTexts(column: string): Promise<string[]> {
    const rows = await this.connection.query(
      `select distinct ${quoteName(column)} from ${this.accepted} where ${quoteName(column)} is not null`,
    );
    return rows.map(([text]) => String(text));
  }

  /** Writes the accepted rows, each with the line of its file that it stood in, and gives how many were written. */
  async writeParquet(parquet: string): Promise<number> {
    const [only, ...others] = this.#parts;
    const isWritten = others.length === 0 && !this.#anyRejected;
    const written = isWritten ? only?.accepted.parquet : null;
    if (written) renameSync(written, parquet);
    else await this.#store(parquet);
    const [row] = await this.connection.query(
      `select count(*)::integer from read_parquet(${quoteText(parquet)})`,
    );
    return Number(row?.[0]);
  }

  /** Lets go of what is held of the rows. What was written stays. */
  async close(): Promise<void> {
    const stored = this.#parts.flatMap(({ accepted, setAside }) =>
      [accepted, setAside ?? []].flat(),
    );
    for (const { relation, parquet } of stored)
      if (parquet === null) await this.connection.execute(`drop table ${relation}`);
  }

  async #store(parquet: string): Promise<void> {
    const rows = `select ${this.#listColumns()}, "#line" from ${this.accepted}`;
    await storeParquet(this.connection, rows, parquet);
  }

  #listColumns(): string {
    return this.contract.storedColumns.map((column) => quoteName(column.name)).join(', ');
  }

  #union(choose: (part: FileRows) => StoredRows | null): string {
    const parts = this.#parts.flatMap((part, file) => {
      const rows = choose(part);
      return rows === null
        ? []
        : [`select ${this.#listColumns()}, ${file} as "#file", "#line" from ${rows.relation}`];
    });
    return `(${parts.length > 0 ? parts.join(' union all ') : this.#selectNothing()})`;
  }

  #selectNothing(): string {
    const columns = columnTypes(this.contract).map(
      ([of, type]) => `null::${type} as ${quoteName(of)}`,
    );
    return `select ${columns.join(', ')}, 0 as "#file", 0 as "#line" where false`;
  }
}
