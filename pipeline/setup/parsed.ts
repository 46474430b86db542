// A text that somebody typed → what it means, or why it will not do.

/** What a text means, or what is wrong with it. */
export type Parsed<Value> = { readonly value: Value } | { readonly fault: string };
