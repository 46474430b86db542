// The space reserved in the contents for page numbers, which are not known until the document is printed.

/**
 * Leaves room for two digits after each entry of the contents, and says which letters of its font the digits are: all
 * ten are printed there, at a fifth of their width from one to the next.
 */
export const PAGE_NUMBER_STYLE = '.contents a::after{content:"0123456789";letter-spacing:-.8ch}';
/** How many steps between letters make the width of a digit. */
export const STEPS_PER_DIGIT = 5;
/** In digits. */
export const RESERVED_DIGITS = 2;
