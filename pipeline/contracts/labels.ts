// A label written with its code, `W1 - White British` or `a) Male` → the label of the list that it means.
import { findLabel, type CodeList } from './codes.js';

/** A code, a separator and a label; a code in brackets may have no other separator. */
const CODE_FIRST =
  /^[([]?([\p{L}\p{N}]{1,8})(?:[)\]]\s*[-–—:]?\s*|\s*[-–—:=.]\s*|(?<=\d)\s+)(\S.*)$/u;
const CODE_LAST = /^(\S.*?)\s*[([]([\p{L}\p{N} ]{1,12})[)\]]$/u;

/**
 * The list's own label of a text that is a code and a label, or null. The label decides; the code before it must be one
 * letter, hold a digit or mean the same, so that the first word of an unknown label is never taken for a code. A code
 * after it, in brackets, must mean the same, because brackets may also narrow a label.
 */
export function findCodedLabel(list: CodeList, text: string): string | null {
  const [, code = '', label = ''] = CODE_FIRST.exec(text) ?? [];
  const found = findLabel(list, label);
  if (found !== null && (/^(\p{L}|.*\d.*)$/u.test(code) || findLabel(list, code) === found))
    return found;
  const [, before = '', inBrackets = ''] = CODE_LAST.exec(text) ?? [];
  const known = findLabel(list, before);
  return known !== null && findLabel(list, inBrackets) === known ? known : null;
}
