// A pack's days, contact and revisions → how to read it, on the page of its contents and on its cover.
import { formatDay } from './dates.js';
import type { PackInput } from './input.js';
import type { Say } from './phrases.js';

/** Words of the method that a reader needs before the first figure. */
const READING = ['verdict', 'interval', 'few', 'unknown'] as const;

/** How to read the pack: the words that it uses, and the one reason for which numbers are hidden or shown. */
export function viewAbout({ edition }: PackInput, say: Say): object {
  const reading = [...READING, edition.hides ? 'hidden' : 'small'];
  return {
    reading: reading.map((key) => ({
      term: say(`method.reading.${key}.term`),
      meaning: say(`method.reading.${key}.meaning`),
    })),
    readers: say(`about.${edition.hides ? 'public' : 'board'}`),
  };
}

/** What changed since the packs before, in a sentence. */
export function writeRevised({ revisions, language, asAt }: PackInput, say: Say): string {
  if (!revisions) return say('cover.revised.first');
  const measures = new Set(
    revisions.packs.flatMap((pack) => pack.measures.map(({ title }) => title[language])),
  );
  if (measures.size === 0) return say('cover.revised.none');
  return say('cover.revised.some', { count: measures.size, day: formatDay(asAt, language) });
}
