// Phrases → the source of one pattern that finds any of them, longest first.

/** One node of a prefix tree: what may follow, by the pattern of the next letter, and whether a phrase may end here. */
interface Branch {
  readonly next: Map<string, Branch>;
  ends: boolean;
}

/**
 * Builds one pattern from a prefix tree: hundreds of plain alternatives take a tenth of a second to compile. Matching
 * ignores case; in a phrase `#` stands for any number and a space for any white space.
 */
export function buildPhrasesPattern(phrases: readonly string[]): string {
  const root: Branch = { next: new Map(), ends: false };
  for (const phrase of phrases) {
    let branch = root;
    for (const letter of encodeLetters(phrase.toLowerCase())) {
      const child: Branch = branch.next.get(letter) ?? { next: new Map(), ends: false };
      branch.next.set(letter, child);
      branch = child;
    }
    branch.ends = true;
  }
  return writeBranch(root);
}

/** Builds the source of a pattern that finds one phrase. */
export function buildPhrasePattern(phrase: string): string {
  return encodeLetters(phrase).join('');
}

function encodeLetters(phrase: string): string[] {
  return Array.from(phrase.replace(/\s+/g, ' '), (letter) => {
    if (letter === '#') return '\\d[\\d,.]*';
    if (letter === ' ') return '\\s+';
    if (/['’]/.test(letter)) return "[’']";
    if (/[–-]/.test(letter)) return '[–-]';
    return letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
  });
}

/** Longer phrases are tried before a shorter one that is their beginning. */
function writeBranch({ next, ends }: Branch): string {
  const alternatives = [...next].map(([letter, branch]) => letter + writeBranch(branch));
  if (alternatives.length === 0) return '';
  return alternatives.length === 1 && !ends
    ? String(alternatives[0])
    : `(?:${alternatives.join('|')})${ends ? '?' : ''}`;
}
