// What each decision says of groups → the page on disproportionality: sentences, the chart of what stands out, reviews.
import { titlePart } from './contents.js';
import { formatDay } from './dates.js';
import type { PackInput } from './input.js';
import { linkPlaces } from './links.js';
import { requireShort } from './main-points.js';
import type { Say } from './phrases.js';
import type { FairnessDecision } from './short-pack.js';
import { inlineDrawing } from './unescaped.js';

/** Decisions of which the same is said are said of together: where much is hidden, the reason is given once. */
function joinAlike(decisions: readonly FairnessDecision[]): FairnessDecision[] {
  const joined = new Map<string, FairnessDecision>();
  for (const each of decisions) {
    const key = JSON.stringify([each.years, each.sentences]);
    const before = joined.get(key);
    joined.set(key, before ? { ...before, title: `${before.title}; ${each.title}` } : each);
  }
  return [...joined.values()];
}

/** Lays out the page; null where no decision is compared. An edition that hides asks nobody and reviews nothing. */
export function viewFairness(input: PackInput, say: Say): object | null {
  const { fairness } = requireShort(input);
  if (!fairness) return null;
  const { language, edition } = input;
  const { decisions, chart, reviewBy } = fairness;
  const day = formatDay(reviewBy, language);
  const reviewed = edition.hides ? [] : decisions.filter(({ cases }) => cases > 0);
  return {
    title: titlePart('fairness', input, say),
    decisions: (edition.hides ? joinAlike(decisions) : decisions).map(
      ({ title, years, sentences, asked }) => ({
        title,
        years,
        sentences,
        asked: edition.hides ? null : say('fairness.ask', { partner: asked[language], day }),
      }),
    ),
    chart: chart && { caption: chart.caption, drawing: inlineDrawing(chart.svg) },
    reviews: reviewed.map(({ title, years, cases, groups, asked }) => ({
      ...{ title, years, groups, cases: String(cases) },
      ...{ asked: asked[language], day },
    })),
    annex: linkPlaces(input)('sections', 'disproportionality'),
  };
}
