// A running statement and a calculation in this process → the result, once both have ended.

/** Computes while the database runs a statement. The statement has ended when this returns, even if `compute` throws. */
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
