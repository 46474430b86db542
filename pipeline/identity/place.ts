// A postcode as it was written → the whole, its sector and its district.

/** A postcode. One that is not of the United Kingdom's form has neither sector nor district. */
export interface Postcode {
  readonly whole: string;
  readonly sector: string | null;
  readonly district: string | null;
}

/** Outward code, sector digit and unit: the form that Royal Mail's Postcode Address File gives (BS 7666-2). */
const POSTCODE_FORMAT = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)[A-Z]{2}$/;

/** Given for no fixed abode and for not known (ONS pseudo postcodes): many people have them, so they say nothing. */
const PSEUDO_POSTCODE = /^ZZ99/;

/** The postcode, or null where there is none or it is one that stands for nowhere. Case and spaces do not count. */
export function parsePostcode(written: string | null): Postcode | null {
  const whole = (written ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (whole === '' || PSEUDO_POSTCODE.test(whole)) return null;
  const [, district, digit] = POSTCODE_FORMAT.exec(whole) ?? [];
  if (district === undefined || digit === undefined) return { whole, sector: null, district: null };
  return { whole, sector: `${district} ${digit}`, district };
}
