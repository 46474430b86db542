// A name → a phonetic code that similarly spelt names share, used for lookup.

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, at) =>
    Array.from(letters, (letter) => [letter, String(at + 1)]),
  ),
);

/**
 * Soundex: the first letter and three digits for the consonants after it (Russell, US patent 1,261,167, 1918; as the US
 * National Archives define it, h and w between two letters of the same digit are ignored). Used only to find
 * candidates: it never links anybody.
 */
export function encodeSoundex(name: string): string {
  let code = name.charAt(0);
  let last = DIGITS[code] ?? '';
  for (let at = 1; at < name.length && code.length < 4; at += 1) {
    const letter = name.charAt(at);
    if (letter === 'h' || letter === 'w') continue;
    const digit = DIGITS[letter] ?? '';
    if (digit !== '' && digit !== last) code += digit;
    last = digit;
  }
  return code.padEnd(4, '0');
}
