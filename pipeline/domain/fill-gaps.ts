// A sentence with gaps and the values for them → the sentence, with each joining word in the form that its value needs.

const GAP = /(?:(\p{L}+)\/(\p{L}+) )?(?:\{\{(\w+)\}\}|\{(\w+)\})/gu;
const VOWEL = /^[aeiouwyâêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ]/iu;

/**
 * Fills gaps written `{name}` or `{{name}}`; `read` gives the value of a gap, or throws where there is none. A joining
 * word may be written in two forms before a gap: `gyda/gydag {{need}}` becomes `gyda Thai` or `gydag Addysg`. The first
 * form stands before a consonant, the second before a vowel. Sentences have no other syntax.
 */
export function fillGaps(sentence: string, read: (gap: string) => string): string {
  return sentence.replace(
    GAP,
    (_, first?: string, second?: string, double?: string, single?: string) => {
      const value = read(double ?? single ?? '');
      if (first === undefined || second === undefined) return value;
      return `${startsWithVowel(value) ? second : first} ${value}`;
    },
  );
}

/**
 * Whether a value is spoken in Welsh with a vowel first. A number is taken in the decimal way of counting: 1 (un), 8
 * (wyth), 11 (un deg un) and 86 (wyth deg chwech) begin with a vowel; 10 (deg), 100 (cant) and 1,000 (mil) do not. A
 * quotation mark or bracket is not spoken.
 */
export function startsWithVowel(value: string): boolean {
  const spoken = value.replace(/^[‘’“”'"([]+/u, '');
  const number = /^\d[\d,]*/.exec(spoken)?.[0].replaceAll(',', '');
  return number === undefined ? VOWEL.test(spoken) : isNumberSpokenWithVowel(number);
}

/** A number begins with the word for its highest group of three digits. */
function isNumberSpokenWithVowel(digits: string): boolean {
  const highest = digits.slice(0, digits.length % 3 === 0 ? 3 : digits.length % 3);
  if (highest.startsWith('8')) return true;
  if (highest === '1') return digits.length === 1;
  return /^1[1-9]$/.test(highest);
}
