// Text read one byte a character → the same bytes read as Windows-1252.

// Bytes 0x80 to 0x9F in order, a space where the page leaves a byte empty.
// Source: the Unicode Consortium's mapping table CP1252.TXT.
const FROM_80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Whether every byte has a meaning in Windows-1252: 0x81, 0x8D, 0x8F, 0x90 and 0x9D have none. */
export function isWindows1252(text: string): boolean {
  return !/[\x81\x8d\x8f\x90\x9d]/.test(text);
}

/**
 * Reads `text`, in which each character stands for one byte, as Windows-1252; `isWindows1252` must hold of it. Done
 * here because the decoder that Node 20 has under that name is Latin-1: it turns the dash of "Mixed – White & Asian"
 * into a control character.
 */
export function windows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (byte) => FROM_80.charAt(byte.charCodeAt(0) - 0x80));
}
