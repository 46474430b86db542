// Sums that a reader was told → whether another sum can be worked out from them, by elimination.

/** A sum of unknown counts: how often each counts in it. */
export type Sum = readonly number[];

/** Below it products are exact; so large that no sum of a test is a multiple of it by chance. */
const PRIME = 67_108_859;

/** Whether sums tell another: whether it is made of multiples of them, whatever the counts are. */
export function tellsFrom(told: readonly Sum[]): (sum: Sum) => boolean {
  const steps: { readonly at: number; readonly row: number[] }[] = [];
  const reduce = (sum: Sum): number[] => {
    let row = sum.map(modulo);
    for (const step of steps) {
      const times = row[step.at] ?? 0;
      if (times !== 0) row = row.map((each, at) => modulo(each - times * (step.row[at] ?? 0)));
    }
    return row;
  };
  for (const sum of told) {
    const row = reduce(sum);
    const at = row.findIndex((each) => each !== 0);
    if (at < 0) continue;
    const inverse = power(row[at] ?? 1, PRIME - 2);
    steps.push({ at, row: row.map((each) => modulo(each * inverse)) });
  }
  return (sum) => reduce(sum).every((each) => each === 0);
}

function modulo(count: number): number {
  return ((count % PRIME) + PRIME) % PRIME;
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}
