// `{{figure first_time_entrants before}}` in a text → which figure it asks for, and where it stands.
import type { QuoteForm, QuotableMeasure } from '../figures/quote.js';

/** One figure requested by name. `form` is null if the text asks for a form that does not exist. */
interface Quote {
  readonly at: number;
  readonly end: number;
  readonly measure: string;
  readonly form: QuoteForm | null;
  readonly written: string;
}

const QUOTE = /\{\{(.*?)\}\}/g;
const FIGURE_REQUEST = /^figure\s+([a-z][a-z0-9_]*)(?:\s+([a-z]+))?$/;
const FORMS: Readonly<Record<string, QuoteForm>> = {
  now: 'now',
  before: 'before',
  rate: 'rate',
  interval: 'interval',
};

/** Finds every quote of a text, in order; one that cannot be read names the measure ''. */
export function findQuotes(text: string): Quote[] {
  return [...text.matchAll(QUOTE)].map((found) => {
    const [written, inside = ''] = found;
    const [, measure = '', form = 'now'] = FIGURE_REQUEST.exec(inside.trim()) ?? [];
    const known = Object.hasOwn(FORMS, form) ? FORMS[form] : undefined;
    return {
      at: found.index,
      end: found.index + written.length,
      measure,
      form: known ?? null,
      written,
    };
  });
}

/** Text that a quote prints; null if the measure does not exist or has no such form. */
export function fillQuote(
  { measure, form }: Quote,
  quotables: ReadonlyMap<string, QuotableMeasure>,
): string | null {
  return form === null ? null : (quotables.get(measure)?.written[form] ?? null);
}
