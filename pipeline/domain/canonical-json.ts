// A plain value → its JSON text, the same whatever order its keys were set in.

/**
 * Writes a plain value as JSON with the keys of every object sorted by code unit and no space, so that equal values
 * have equal bytes. `JSON.parse` gives back the very value, −0 too. Throws `TypeError` for what JSON cannot hold exactly:
 * a number that is not finite, `undefined`, a function, a date, a map and the like.
 */
export function writeCanonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value))
    return Object.is(value, -0) ? '-0' : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeCanonicalJson).join(',')}]`;
  if (!isPlainObject(value)) throw new TypeError(`JSON cannot hold ${nameType(value)} exactly`);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  const written = entries.map(
    ([key, each]) => `${JSON.stringify(key)}:${writeCanonicalJson(each)}`,
  );
  return `{${written.join(',')}}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)
  );
}

/** The type alone: the value may be somebody's. */
function nameType(value: unknown): string {
  return typeof value === 'object'
    ? 'an object of a class'
    : typeof value === 'number'
      ? 'a number that is not finite'
      : typeof value;
}
