// A cell of a published table → the mark that its publisher put in place of a number, or null.

/**
 * Marks of official statistics in England and Wales: `[c]` or `c` confidential, `[x]` or `x` not available, `[z]` or `z`
 * not applicable, `*` suppressed, `<5` fewer than; of older tables `k`, `u`, `w`, `low`, `:`, `..` and `~`. Source: Government Analysis Function, Symbols in tables (2024); the
 * letters without brackets are those of the Department for Education's open data standards.
 */
const MARK = /^(\[(?:[cxzkuw]|low)\]|[cxzkuw]|low|:|\.\.|\*|~|<\d{1,3})$/;

/** The mark as written, without spaces and in small letters; null if the text is none. */
export function readPublisherMark(text: string): string | null {
  const mark = text.replace(/\s+/g, '').toLowerCase();
  return MARK.test(mark) ? mark : null;
}
