// A child's number in the case system → a keyed pseudonym that only the holder of the key can make again.
import { createHmac, createSecretKey } from 'node:crypto';

/** Computes the pseudonym of a child's number: the same key and number always give the same one. */
type Pseudonymise = (childId: string) => string;

/**
 * HMAC-SHA-256 of the number under the service's key, truncated to 128 bits and written in hexadecimal (RFC 2104;
 * truncation as in its section 5). Without the key, numbers cannot be tried one by one to find whose a pseudonym is.
 */
export function createPseudonymiser(key: string): Pseudonymise {
  const secret = createSecretKey(Buffer.from(key));
  return (childId) =>
    createHmac('sha256', secret).update(`child:${childId}`).digest('hex').slice(0, 32);
}

/**
 * Creates keyed marks of texts: equal for equal texts, and revealing nothing without the key. 128 bits of HMAC-SHA-256,
 * as for pseudonyms, with a different prefix so that a mark never equals a pseudonym.
 */
export function createMarker(key: string): (texts: readonly (string | null)[]) => string {
  const secret = createSecretKey(Buffer.from(key));
  return (texts) =>
    createHmac('sha256', secret)
      .update(`identity:${JSON.stringify(texts)}`)
      .digest('hex')
      .slice(0, 32);
}

/** A short mark of the key itself, for the ledger: deliveries under different keys cannot be joined. Does not reveal it. */
export function computeKeyMark(key: string): string {
  return createHmac('sha256', key).update('boardpack key mark').digest('hex').slice(0, 12);
}
