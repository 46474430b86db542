// A database file → a connection for the steps of this project. The only place that opens DuckDB.
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

/** A database connection. Rows are arrays, in the order of the query's columns. */
export interface Connection {
  /** Binds each `$name` in the query as a value: whole numbers as integers, texts as texts. */
  query(sql: string, parameters?: Readonly<Record<string, Bound>>): Promise<Field[][]>;
  execute(sql: string): Promise<void>;
  /** Prepares a statement to be executed many times with values for `$1`, `$2` and so on. */
  prepare(sql: string): Promise<PreparedStatement>;
  /** Opens another connection to the same database, to run statements at the same time; close it before this one. */
  connect(): Promise<Connection>;
  close(): void;
}

/** A statement whose values are bound when it is executed, never part of its text. */
interface PreparedStatement {
  execute(...values: readonly (string | Uint8Array)[]): Promise<void>;
  /** Releases the statement and its last values. */
  close(): void;
}

/**
 * Extensions are never downloaded: without a network every query would wait for them. A statement runs on one processor:
 * the tables are small, and sharing one out among processors costs more than it gives, and mingles its rows.
 */
const SETTINGS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  threads: '1',
};

/** An in-memory database never spills to disk: its rows have children's numbers. */
const NO_SPILLING = { temp_directory: '' };

/** A build that spills to disk encrypts it with a temporary key: birthdays are among the rows. */
const ENCRYPTED_SPILLING = { temp_file_encryption: 'true' };

/** The smallest there is: a warehouse is many small tables, and each column of each takes a block. */
const SMALL_BLOCKS = { default_block_size: '16384' };

/** Opens a database to build in; `:memory:` leaves nothing behind, even if the process is killed. */
export async function openForBuilding(path: string): Promise<Connection> {
  const options = {
    ...SETTINGS,
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
  const options = { ...SETTINGS, access_mode: 'READ_ONLY', enable_external_access: 'false' };
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

/** Binds the parameters that the query names. One without a value is a database error. */
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

/** Only these messages are passed on, as Node's own errors: others may quote data. */
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
