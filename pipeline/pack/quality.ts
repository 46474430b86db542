// Receipts and checks → the pages on data quality.
import type { Language } from '../domain/language.js';
import type { FigureTable } from '../figures/figure.js';
import { formatCount, formatDay, formatShare, formatShortDay } from './dates.js';
import { viewTable } from './figure-view.js';
import type { ExtractReceipt, PackInput } from './input.js';
import type { Say } from './phrases.js';

/** Lays out what was received, what the checks found and what the pack cannot show. */
export function viewQuality(input: PackInput, say: Say): object {
  const { language, quality, uncovered } = input;
  const { coversFrom } = quality;
  return {
    intro: say(`quality.${input.edition.hides ? 'intro_hides' : 'intro'}`),
    coverage:
      coversFrom === null
        ? null
        : say('quality.coverage', { day: formatDay(coversFrom, language) }),
    extracts: viewTable(tabulateExtracts(input, say), say),
    checks: quality.checks.length > 0 ? viewTable(tabulateChecks(input, say), say) : null,
    gaps: describeGaps(input, say),
    unshown: describeUnshown(input, say),
    notes: quality.notes,
    uncovered: uncovered.map((area) => area[language]),
  };
}

/** The extracts grouped by sender, each sender with its due day. */
function tabulateExtracts(
  { quality, language, edition: { hides } }: PackInput,
  say: Say,
): FigureTable {
  const counted = hides ? ['share'] : ['received', 'accepted', 'set_aside'];
  const heads = ['extract', 'came', ...counted, ...(hides ? [] : ['dates', 'reach'])];
  const senders = new Map<string, ExtractReceipt[]>();
  for (const receipt of quality.extracts) {
    const sender = writeSender(receipt, language, say);
    senders.set(sender, [...(senders.get(sender) ?? []), receipt]);
  }
  return {
    id: 'extracts',
    caption: say(`quality.extracts.${hides ? 'caption_hides' : 'caption'}`),
    columns: heads.map((head, index) => ({
      label: say(`quality.extracts.${head}`),
      numeric: counted.includes(heads[index] ?? ''),
    })),
    rows: [...senders].flatMap(([label, receipts]) => [
      { label, cells: [], heading: true },
      ...receipts.map((receipt) => ({
        label: receipt.title[language],
        cells: [
          writeArrival(receipt, language, say),
          ...(hides
            ? [writeAcceptedShare(receipt, say)]
            : [
                ...writeCounts(receipt, say),
                writeDates(receipt, language, say),
                writeDayOrBlank(receipt.reach, language),
              ]),
        ],
      })),
    ]),
  };
}

function writeSender({ owed }: ExtractReceipt, language: Language, say: Say): string {
  if (!owed) return say('quality.extracts.reference');
  if (owed.from === null || owed.due === null) return say('quality.extracts.not_agreed');
  const day = formatDay(owed.due, language);
  return say('quality.extracts.sender', { from: owed.from[language], day });
}

function writeCounts({ received, accepted, setAside }: ExtractReceipt, say: Say): string[] {
  return [received, accepted, setAside].map((count) => writeCountOrHidden(count, say));
}

function writeCountOrHidden(count: number | null, say: Say): string {
  return count === null ? say('quality.checks.hidden') : formatCount(count);
}

function writeAcceptedShare({ share }: ExtractReceipt, say: Say): string {
  if (share === null) return '';
  return share === 'hidden' ? say('quality.checks.hidden') : formatShare(share);
}

function writeArrival({ owed }: ExtractReceipt, language: Language, say: Say): string {
  if (!owed) return '';
  const day = writeDayOrBlank(owed.came, language);
  return say(`quality.extracts.states.${owed.state.replaceAll(' ', '_')}`, { day });
}

function writeDayOrBlank(day: string | null | undefined, language: Language): string {
  return day ? formatShortDay(day, language) : '';
}

/** Lists extracts that were not received, or had rows set aside, with the figures affected. */
function describeGaps({ quality, language }: PackInput, say: Say): string[] {
  return quality.extracts
    .filter(({ owed, share, touches }) => {
      const missing = owed?.state === 'late' || owed?.state === 'never';
      return touches.length > 0 && (missing || (typeof share === 'number' && share < 1));
    })
    .map(({ title, touches }) =>
      say('quality.gaps.touches', {
        extract: title[language],
        measures: touches.map((measure) => measure[language]).join('; '),
      }),
    );
}

/** One line for each measure and reason: what is handed in and shown nowhere is not passed over in silence. */
function describeUnshown({ quality, language }: PackInput, say: Say): string[] {
  return quality.unshown.map(({ measure, areas, number, reason }) =>
    say('quality.unshown.row', {
      measure: typeof measure === 'string' ? measure : measure[language],
      number,
      areas: areas.join(', '),
      reason: say(`quality.unshown.reasons.${reason}`),
    }),
  );
}

function writeDates({ from, to }: ExtractReceipt, language: Language, say: Say): string {
  if (from === null || to === null) return '';
  return say('quality.extracts.range', {
    from: writeDayOrBlank(from, language),
    to: writeDayOrBlank(to, language),
  });
}

function tabulateChecks({ quality, edition: { hides } }: PackInput, say: Say): FigureTable {
  return {
    id: 'checks',
    caption: say('quality.checks.caption'),
    columns: ['what', ...(hides ? [] : ['count']), 'share'].map((head, index) => ({
      label: say(`quality.checks.${head}`),
      numeric: index > 0,
    })),
    rows: quality.checks.map(({ what, count, share }) => ({
      label: what,
      cells: hides
        ? [share === null ? say('quality.checks.hidden') : formatShare(share)]
        : [writeCountOrHidden(count, say), share === null ? '' : formatShare(share)],
    })),
  };
}
