// What is known of the data, and each measure's grade → the data-quality page and grades, as one edition may see them.
import { coarsenShare } from '../disclosure/coarse-share.js';
import { isSmallCount } from '../disclosure/threshold.js';
import type { Language } from '../domain/language.js';
import type { Project } from '../config/project.js';
import type { DataQuality, ExtractReceipt, MeasurePage } from '../pack/input.js';
import type { MeasureGrades } from '../results/measure-grades.js';
import type { QualityFacts } from '../results/quality-facts.js';

/**
 * The page as one edition may show it. An edition that hides gives no record counts, since two packs could be subtracted
 * to find a few children, and no first or last day nor how far an extract reaches, which is some child's: only coarse
 * shares, and none of a small count.
 */
export function viewDataQuality(
  facts: QualityFacts,
  hideBelow: number,
  language: Language,
  say: (key: string, values: Readonly<Record<string, string>>) => string,
): DataQuality {
  const checks = facts.checks.flatMap(({ what, about, count, whole }) => {
    const hidden = isSmallCount(count, hideBelow) || isSmallCount((whole ?? 0) - count, hideBelow);
    // That a line about one label is there at all would say that a few children have it.
    if (hidden && about !== null) return [];
    const words = typeof what === 'string' ? say(what, { about: about ?? '' }) : what[language];
    const share = hidden || !whole ? null : coarsenShare(count, whole, hideBelow);
    return [{ what: words, count: hideBelow > 0 ? null : count, share }];
  });
  const extracts = facts.extracts.map((receipt) => viewReceipt(receipt, hideBelow));
  const { coversFrom, unshown } = facts;
  return { extracts, checks, notes: [], coversFrom, unshown };
}

function viewReceipt(receipt: ExtractReceipt, hideBelow: number): ExtractReceipt {
  if (hideBelow === 0) return receipt;
  const { received, accepted, setAside, share } = receipt;
  const few = [received, accepted, setAside].some((count) => isSmallCount(count, hideBelow));
  const coarse = share === null ? null : coarsenShare(accepted ?? 0, received ?? 0, hideBelow);
  return {
    ...receipt,
    ...NO_COUNTS,
    share: few || (share !== null && coarse === null) ? 'hidden' : coarse,
  };
}

const NO_COUNTS = {
  ...{ received: null, accepted: null, setAside: null },
  ...{ from: null, to: null, reach: null },
};

/** A measure's grade as its page prints it: with the words of what held it down. */
export function viewGrade(
  { grades, project }: { readonly grades: MeasureGrades; readonly project: Project },
  hideBelow: number,
  measure: string,
): Pick<MeasurePage, 'trust'> {
  const found = grades.get(hideBelow)?.get(measure);
  if (!found) return {};
  const titles = new Map([
    ...project.contracts.map(({ extract, title }) => [extract, title] as const),
    ...project.faults.map((fault) => [fault.id, fault.what] as const),
  ]);
  const because = found.because.flatMap(({ rule, subject: of, over }) => {
    const title = titles.get(of);
    return title ? [{ rule, of: title, over }] : [];
  });
  return { trust: { grade: found.grade, because } };
}
