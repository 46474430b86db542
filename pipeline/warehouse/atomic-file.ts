// What the database is told, and what this process makes while it is at it → what was made, once both are over.

/** Makes something while the database does what it was told. What it was told is over when this is, whatever `make` throws. */
export async function computeDuring<Result>(
  statement: Promise<unknown>,
  compute: () => Result,
): Promise<Result> {
  try {
    return compute();
  } finally {
    await statement;
  }
}
