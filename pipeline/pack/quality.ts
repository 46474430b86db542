// Receipts and checks → the pages that say how far the data can be trusted.
import type { Language } from '../domain/language.js';
import type { Row, Table } from '../figures/figure.js';
import { writeCount, writeDay, writeShare, writeShortDay } from './dates.js';
import { viewTable } from './figure-view.js';
import type { ExtractReceipt, PackInput } from './input.js';
import type { Say } from './phrases.js';

/** Lays out what was received, what the checks found and what the pack cannot show. */
export function viewQuality(input: PackInput, say: Say): object {
  const { language, quality, uncovered } = input;
  const { coversFrom } = quality;
  return {
    coverage:
      coversFrom === null ? null : say('quality.coverage', { day: writeDay(coversFrom, language) }),
    extracts: viewTable(extractsTable(input, say), say),
    checks: quality.checks.length > 0 ? viewTable(checksTable(input, say), say) : null,
    gaps: gapsOf(input, say),
    notes: quality.notes,
    uncovered: uncovered.map((area) => area[language]),
  };
}

/** The extracts under those who send them, each sender with the day by which they are due. */
function extractsTable({ quality, language }: PackInput, say: Say): Table {
  const heads = ['extract', 'came', 'received', 'accepted', 'set_aside', 'dates'];
  const senders = new Map<string, ExtractReceipt[]>();
  for (const receipt of quality.extracts) {
    const sender = senderOf(receipt, language, say);
    senders.set(sender, [...(senders.get(sender) ?? []), receipt]);
  }
  return {
    id: 'extracts',
    caption: say('quality.extracts.caption'),
    columns: heads.map((head, index) => ({
      label: say(`quality.extracts.${head}`),
      numeric: index > 1 && index < 5,
    })),
    rows: [...senders].flatMap(([label, receipts]) => [
      { label, cells: [], heading: true },
      ...receipts.map((receipt) => receiptRow(receipt, language, say)),
    ]),
  };
}

function senderOf({ owed }: ExtractReceipt, language: Language, say: Say): string {
  if (!owed) return say('quality.extracts.reference');
  if (owed.from === null || owed.due === null) return say('quality.extracts.not_agreed');
  const day = writeDay(owed.due, language);
  return say('quality.extracts.sender', { from: owed.from[language], day });
}

function receiptRow(receipt: ExtractReceipt, language: Language, say: Say): Row {
  const counts = [receipt.received, receipt.accepted, receipt.setAside].map((count) =>
    count === null ? say('quality.checks.hidden') : writeCount(count),
  );
  return {
    label: receipt.title[language],
    cells: [cameOf(receipt, language, say), ...counts, datesOf(receipt, language, say)],
  };
}

function cameOf({ owed }: ExtractReceipt, language: Language, say: Say): string {
  if (!owed) return '';
  const day = dayOf(owed.came, language);
  return say(`quality.extracts.states.${owed.state.replaceAll(' ', '_')}`, { day });
}

function dayOf(day: string | null | undefined, language: Language): string {
  return day ? writeShortDay(day, language) : '';
}

/** What has not come, or came with rows set aside, and the figures that each gap touches. */
function gapsOf({ quality, language }: PackInput, say: Say): string[] {
  return quality.extracts
    .filter(({ owed, setAside, touches }) => {
      const missing = owed?.state === 'late' || owed?.state === 'never';
      return touches.length > 0 && (missing || (setAside ?? 0) > 0);
    })
    .map(({ title, touches }) =>
      say('quality.gaps.touches', {
        extract: title[language],
        measures: touches.map((measure) => measure[language]).join('; '),
      }),
    );
}

function datesOf({ from, to }: ExtractReceipt, language: Language, say: Say): string {
  if (from === null || to === null) return '';
  return say('quality.extracts.range', { from: dayOf(from, language), to: dayOf(to, language) });
}

function checksTable({ quality }: PackInput, say: Say): Table {
  return {
    id: 'checks',
    caption: say('quality.checks.caption'),
    columns: ['what', 'count', 'share'].map((head, index) => ({
      label: say(`quality.checks.${head}`),
      numeric: index > 0,
    })),
    rows: quality.checks.map(({ what, count, share }) => ({
      label: what,
      cells: [
        count === null ? say('quality.checks.hidden') : writeCount(count),
        share === null ? '' : writeShare(share),
      ],
    })),
  };
}
