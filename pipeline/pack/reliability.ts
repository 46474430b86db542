// Grades of records, receipts and revisions → how far the pack can be trusted, in the pack to read.
import type { PackInput, Trust } from './input.js';
import { keepLargest } from './largest-revisions.js';
import { linkPlaces } from './links.js';
import { viewQuality } from './quality.js';
import { viewRestated } from './restated.js';
import type { Say } from './phrases.js';
import { viewTrust } from './trust.js';

/** The measures whose records are not graded high, by what lowered them; the gaps; and what was revised. */
export function viewReliability(input: PackInput, say: Say): object {
  const { language, sections } = input;
  const pages = sections.flatMap(({ measures }) => measures);
  const graded = pages.flatMap(({ trust }) => trust ?? []);
  const count = (grade: Trust['grade']): number =>
    graded.filter((each) => each.grade === grade).length;
  const reasons = new Map<string, string[]>();
  for (const { declaration, trust } of pages) {
    if (!trust || trust.grade === 'high') continue;
    const { because } = viewTrust(trust, language, say) as { because: readonly string[] };
    for (const reason of because)
      reasons.set(reason, [...(reasons.get(reason) ?? []), declaration.title[language]]);
  }
  return {
    grades: say('reliability.grades', {
      ...{ all: graded.length, high: count('high') },
      ...{ moderate: count('moderate'), low: count('low') },
    }),
    reasons: [...reasons].map(([reason, titles]) => ({
      reason,
      measures: nameFirst(titles, say),
    })),
    gaps: (viewQuality(input, say) as { gaps: readonly string[] }).gaps,
    restated: viewLargest(input, say),
    annex: linkPlaces(input)('quality', 'quality'),
  };
}

/** What changed most, where an annex lists the rest; all of it where there is none. */
function viewLargest(input: PackInput, say: Say): object {
  const { revisions } = input;
  if (!revisions || linkPlaces(input)('restated', 'restated') === null)
    return viewRestated(input, say);
  const largest = keepLargest(revisions);
  const view = viewRestated({ ...input, revisions: largest.revisions }, say);
  return {
    ...view,
    packs: view.packs.map((pack, at) => {
      const count = largest.left[at];
      return { ...pack, more: count ? say('reliability.revised_more', { count }) : null };
    }),
  };
}

/** The first titles; the others are counted. */
function nameFirst(titles: readonly string[], say: Say): string {
  const more = titles.length - MOST_NAMED;
  const counted = more > 0 ? [say('briefing.more', { count: more })] : [];
  return [...titles.slice(0, MOST_NAMED), ...counted].join('; ');
}

const MOST_NAMED = 4;
