// Area codes of the Office for National Statistics: their form, and their nation.

/** The nations whose services this program serves. */
export const NATIONS = ['England', 'Wales'] as const;
export type Nation = (typeof NATIONS)[number];

/** The first letter of a nation's area codes. */
const FIRST_LETTERS: Record<Nation, string> = { England: 'E', Wales: 'W' };

/** A letter for the nation and eight digits; Scotland, Northern Ireland and the islands have codes too. */
const AREA_CODE = /^[EWSNJKLM]\d{8}$/;

/** Normalises an area code, so that two that differ only in case and spaces are equal. */
export function normaliseAreaCode(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** Whether a text has the form of an area code, whatever its case and spaces. */
export function isAreaCode(text: string): boolean {
  return AREA_CODE.test(normaliseAreaCode(text));
}

/** Whether a normalised area code lies in a nation. */
export function isInNation(code: string, nation: Nation): boolean {
  return code.startsWith(FIRST_LETTERS[nation]);
}
