// Two words → whether they differ by exactly one edit.

/**
 * Whether the words differ by exactly one edit: an extra or missing letter, a changed letter, or two neighbouring
 * letters swapped. These four are some 80% of typing errors (Damerau, F. J. (1964), Communications of the ACM 7(3),
 * 171-176).
 */
export function isOneEdit(one: string, other: string): boolean {
  if (one.length > other.length) return isOneEdit(other, one);
  if (other.length - one.length > 1 || one === other) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  if (one.length < other.length) return one.slice(at) === other.slice(at + 1);
  if (one.slice(at + 1) === other.slice(at + 1)) return true;
  const isTransposed = one[at] === other[at + 1] && one[at + 1] === other[at];
  return isTransposed && one.slice(at + 2) === other.slice(at + 2);
}
