// A child's number in the case system → a keyed pseudonym that only the holder of the key can make again.
import { createHmac, type BinaryLike } from 'node:crypto';

/** Gives the pseudonym of a child's number: the same key and number always give the same one. */
export type Pseudonymise = (childId: string) => string;

/**
 * HMAC-SHA-256 of the number under the service's key, cut to 128 bits and written in hexadecimal (RFC 2104; cutting as
 * in its section 5). Without the key, numbers cannot be tried one after another to find whose a pseudonym is.
 */
export function pseudonymiser(key: BinaryLike): Pseudonymise {
  const known = new Map<string, string>();
  return (childId) => {
    const before = known.get(childId);
    if (before !== undefined) return before;
    const made = createHmac('sha256', key).update(`child:${childId}`).digest('hex').slice(0, 32);
    known.set(childId, made);
    return made;
  };
}

/** A short mark of the key itself, for the ledger: deliveries under different keys cannot be joined. Does not reveal it. */
export function keyMark(key: BinaryLike): string {
  return createHmac('sha256', key).update('boardpack key mark').digest('hex').slice(0, 12);
}
