// The numbers of a finished page as patterns: a whole number, and a value of any kind.
export const WHOLE = String.raw`[\d,]+`;
export const VALUE = String.raw`[\d,]+(?:\.\d+)?%?`;
