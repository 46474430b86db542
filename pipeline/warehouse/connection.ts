// A database file → a connection that this project's steps may use. The only place that opens DuckDB.
import {
  DuckDBInstance,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBResultReader,
} from '@duckdb/node-api';

/** One value of a result: text, a number, true or false, or nothing. */
export type Field = string | number | boolean | null;

/** A value bound to a parameter. */
type Bound = string | number | boolean;

/** A connection that can be asked and told. Rows come as arrays, in the order of the query's columns. */
export interface Connection {
  /** What stands for `$name` in the query is bound as a value: whole numbers as integers, texts as texts. */
  query(sql: string, parameters?: Readonly<Record<string, Bound>>): Promise<Field[][]>;
  execute(sql: string): Promise<void>;
  /** Makes a statement ready to be told many times, with what stands for `$1`, `$2` and so on. */
  prepare(sql: string): Promise<PreparedStatement>;
  /** Another connection to the same database, which can be told something at the same time; close it first. */
  connect(): Promise<Connection>;
  close(): void;
}

/** A statement whose values are given when it is told: they are no part of its text. */
interface PreparedStatement {
  execute(...values: readonly (string | Uint8Array)[]): Promise<void>;
  /** Lets go of it and of the values last given. */
  close(): void;
}

/** No extension is ever looked for: a closed network would make every query wait for it. */
const NO_EXTENSIONS = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

/** What is only in memory stays there: rows with children's numbers are never put down on a disk for want of room. */
const NO_SPILLING = { temp_directory: '' };

/** What a build puts down on the disk for want of room, birthdays among it, is sealed with a key of that moment. */
const ENCRYPTED_SPILLING = { temp_file_encryption: 'true' };

/** The smallest there is: a warehouse is many small tables, and each column of each takes a block. */
const SMALL_BLOCKS = { default_block_size: '16384' };

/** Opens a database to build in; `:memory:` for one that leaves nothing behind, whatever becomes of the process. */
export async function openForBuilding(path: string): Promise<Connection> {
  const options = {
    ...NO_EXTENSIONS,
    ...(path === ':memory:' ? NO_SPILLING : { ...ENCRYPTED_SPILLING, ...SMALL_BLOCKS }),
  };
  const instance = await DuckDBInstance.create(path, options);
  return buildOwningConnection(instance, await instance.connect());
}

/**
 * Opens a built warehouse to read: the file read-only, no access to any other file, and no setting that a query could
 * change back.
 */
export async function openForReading(path: string): Promise<Connection> {
  const options = { ...NO_EXTENSIONS, access_mode: 'READ_ONLY', enable_external_access: 'false' };
  const instance = await DuckDBInstance.create(path, options);
  const connection = buildOwningConnection(instance, await instance.connect());
  await connection.execute('set lock_configuration = true');
  return connection;
}

function buildOwningConnection(instance: DuckDBInstance, connection: DuckDBConnection): Connection {
  return {
    ...buildConnection(instance, connection),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function buildConnection(instance: DuckDBInstance, connection: DuckDBConnection): Connection {
  return {
    async query(sql, parameters = {}) {
      const reader = await readAll(connection, sql, parameters).catch(rethrowSpaceError);
      return reader.getRowsJS().map((row) => row.map(readField));
    },
    async execute(sql) {
      await connection.run(sql).catch(rethrowSpaceError);
    },
    prepare: (sql) => prepareStatement(connection, sql),
    async connect() {
      return buildConnection(instance, await instance.connect());
    },
    close() {
      connection.closeSync();
    },
  };
}

/** Binds those of the parameters that the query names; one that it names and nobody gave is an error of the database. */
async function readAll(
  connection: DuckDBConnection,
  sql: string,
  parameters: Readonly<Record<string, Bound>>,
): Promise<DuckDBResultReader> {
  if (Object.keys(parameters).length === 0) return connection.runAndReadAll(sql);
  const statement = await connection.prepare(sql);
  try {
    for (let index = 1; index <= statement.parameterCount; index += 1)
      bind(statement, index, parameters[statement.parameterName(index)]);
    return await statement.runAndReadAll();
  } finally {
    statement.destroySync();
  }
}

function bind(statement: DuckDBPreparedStatement, index: number, value?: Bound): void {
  if (typeof value === 'string') statement.bindVarchar(index, value);
  else if (typeof value === 'boolean') statement.bindBoolean(index, value);
  else if (value !== undefined) statement.bindInteger(index, value);
}

async function prepareStatement(
  connection: DuckDBConnection,
  sql: string,
): Promise<PreparedStatement> {
  const statement = await connection.prepare(sql).catch(rethrowSpaceError);
  return {
    async execute(...values) {
      values.forEach((value, index) => {
        if (typeof value === 'string') statement.bindVarchar(index + 1, value);
        else statement.bindBlob(index + 1, value);
      });
      await statement.run().catch(rethrowSpaceError);
    },
    close() {
      statement.destroySync();
    },
  };
}

/** Of all that the database says only this is told on, as Node would tell it: the rest may quote data. */
function rethrowSpaceError(error: unknown): never {
  const message = error instanceof Error ? error.message : '';
  if (/out of memory error/i.test(message))
    throw Object.assign(new Error('there is too little memory'), { code: 'ENOMEM' });
  if (!/no space left on device|not enough space|disk full/i.test(message)) throw error;
  throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
}

/** Refuses a type that would be read wrongly: `count(*)` and sums must be cast to integer, dates to text. */
function readField(value: unknown): Field {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`a query gave a ${typeof value}: cast it to integer, double or varchar`);
}
