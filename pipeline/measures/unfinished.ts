// A declaration and the texts of a new measure's draft → the texts that nobody has written yet.
import { z } from 'zod';

const bilingual = z.strictObject({ en: z.string(), cy: z.string() });

/** A text that keeps a measure from being published, where it stands in the declaration, and why: the name of a phrase. */
interface Unfinished {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * The texts, in either language, that are still those of `drafts`, and the Welsh ones that are still the English. What is
 * written alike in both languages is a name or an abbreviation: no word after the first begins in lower case ("KPI 1",
 * "Turnaround", "Youth Justice Board"). Anything else that is alike was not translated.
 */
export function findUnfinished(declared: unknown, drafts: ReadonlySet<string>): Unfinished[] {
  return findTexts(declared).flatMap(({ path, en, cy }) => {
    const drafted = Object.entries({ en, cy }).filter(([, text]) => drafts.has(text.trim()));
    const found = drafted.map(([language]) => ({
      path: [...path, language],
      message: 'refused-draft-text',
    }));
    if (!isUntranslated(en, cy)) return found;
    const message = 'refused-untranslated';
    return [...found, { path: [...path, 'cy'], message }];
  });
}

/** Every text of a draft, in both languages. */
export function collectDraftTexts(draft: unknown): Set<string> {
  return new Set(findTexts(draft).flatMap(({ en, cy }) => [en.trim(), cy.trim()]));
}

function isUntranslated(en: string, cy: string): boolean {
  const [, ...further] = cy.trim().split(/\s+/);
  return en.trim() === cy.trim() && further.some((word) => /^\p{P}*\p{Ll}/u.test(word));
}

interface Text {
  readonly path: readonly (string | number)[];
  readonly en: string;
  readonly cy: string;
}

function findTexts(node: unknown, path: readonly (string | number)[] = []): Text[] {
  const text = bilingual.safeParse(node);
  if (text.success) return [{ path, ...text.data }];
  if (Array.isArray(node)) return node.flatMap((each, at) => findTexts(each, [...path, at]));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, each]) => findTexts(each, [...path, key]));
}
