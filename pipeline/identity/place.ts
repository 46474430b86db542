// A postcode as written → the whole, its sector and its district.

/** A postcode. One that is not in the United Kingdom's format has neither sector nor district. */
export interface Postcode {
  readonly whole: string;
  readonly sector: string | null;
  readonly district: string | null;
}

/** Outward code, sector digit and unit: the format of Royal Mail's Postcode Address File (BS 7666-2). */
const POSTCODE_FORMAT = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)[A-Z]{2}$/;

/**
 * Used for no fixed abode and for not known (ONS pseudo postcodes): many people share them, so they are no evidence.
 */
const PSEUDO_POSTCODE = /^ZZ99/;

/** The parsed postcode; null if empty or a pseudo postcode. Case and spaces are ignored. */
export function parsePostcode(written: string | null): Postcode | null {
  const whole = (written ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (whole === '' || PSEUDO_POSTCODE.test(whole)) return null;
  const [, district, digit] = POSTCODE_FORMAT.exec(whole) ?? [];
  if (district === undefined || digit === undefined) return { whole, sector: null, district: null };
  return { whole, sector: `${district} ${digit}`, district };
}
