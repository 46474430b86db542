// Receipts and checks → the pages that say how far the data can be trusted.
import type { Table } from '../figures/figure.js';
import { writeCount, writeDay, writeShare } from './dates.js';
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
    notes: quality.notes,
    uncovered: uncovered.map((area) => area[language]),
  };
}

function extractsTable({ quality, language }: PackInput, say: Say): Table {
  const heads = ['extract', 'received', 'accepted', 'set_aside', 'dates'] as const;
  return {
    id: 'extracts',
    caption: say('quality.extracts.caption'),
    columns: heads.map((head, index) => ({
      label: say(`quality.extracts.${head}`),
      numeric: index > 0 && index < 4,
    })),
    rows: quality.extracts.map((receipt) => ({
      label: say('quality.extracts.name', {
        title: receipt.title[language],
        files: receipt.files.join(', '),
      }),
      cells: [receipt.received, receipt.accepted, receipt.setAside]
        .map((count) => (count === null ? say('quality.checks.hidden') : writeCount(count)))
        .concat(datesOf(receipt, language, say)),
    })),
  };
}

function datesOf({ from, to }: ExtractReceipt, language: PackInput['language'], say: Say): string {
  if (from === null || to === null) return '';
  return say('quality.extracts.range', {
    from: writeDay(from, language),
    to: writeDay(to, language),
  });
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
