// Counting rules, measures and their counts → docs/definitions.md and docs/unconfirmed.md.
import type { Measure } from '../../pipeline/measures/count.js';
import type { CountingRule } from '../../pipeline/measures/counting-rules.js';
import { SETTLED_BY, type Declaration } from '../../pipeline/measures/declaration.js';

/** What would settle each doubt. */
const SETTLERS: Readonly<Record<(typeof SETTLED_BY)[number], string>> = {
  kpi_guidance:
    'The YJB’s KPI technical guidance and recording template, and the mapping tables that its queries read and do not show',
  recording: 'The YJB’s Data Recording Requirements with their annexes (outcomes, gravity, remand)',
  reoffending: 'The YJB’s or the Ministry of Justice’s guide to the proven reoffending measure',
  disproportionality: 'The guidance of the YJB’s summary disproportionality tool',
  plan: 'The service that published the plan, asked how it counted',
  practice: 'A practitioner’s agreement, since no official text is expected',
  police: 'The force’s specification of what it sends',
  education: 'The authority’s or the government’s specification of education records',
  health: 'The health board’s definition of a wait',
  social_care: 'The authority’s specification of what social care sends',
};

/** One option of a rule, and the headline of one measure by it in each window. */
export interface OptionCount {
  readonly rule: string;
  readonly use: string;
  readonly measure: Declaration;
  readonly counts: readonly string[];
}

/** Writes the page of rules and options, with the demonstration's figures under each. */
export function writeDefinitionsPage(
  rules: readonly CountingRule[],
  years: readonly string[],
  counted: readonly OptionCount[],
): string {
  const parts = rules.map((rule) => {
    const own = counted.filter((each) => each.rule === rule.name);
    const options = Object.entries(rule.options).map(
      ([use, { title, what, document }]) =>
        `- \`${use}\`: **${title.en}.** ${what.en} *${document.en}*`,
    );
    const names = Object.keys(rule.options);
    const titles = [...new Set(own.map(({ measure }) => measure.title.en))];
    const rows = titles.map((title) => {
      const cells = names.map((use) =>
        own.find((each) => each.use === use && each.measure.title.en === title),
      );
      return tableRow([title, ...cells.map((each) => each?.counts.join(' · ') ?? '')]);
    });
    const changes = rule.changes.map(({ from, use }) => `\`${use}\` from ${from}`);
    return [
      `## ${rule.title.en} (\`${rule.name}\`)`,
      `By default: \`${rule.default}\`${changes.map((each) => `, then ${each}`).join('')}.`,
      options.join('\n'),
      table([`Demonstration, ${years.join(' · ')}`, ...names.map((use) => `\`${use}\``)], rows),
    ].join('\n\n');
  });
  return `${[DEFINITIONS_INTRO, ...parts].join('\n\n')}\n`;
}

const DEFINITIONS_INTRO = `# Definitions that a service can choose

Some rules of counting have options. The settings choose one, and from when:

\`\`\`yaml
definitions:
  kpi7_links: [{use: any_point, from: 2026-04-01}]
\`\`\`

- Every window that ends on the day or later is counted wholly by the option; windows before it stay as they were. The
  chart draws a line there, nothing is compared across it, and the pack says which option holds.
- Without \`from\` the option holds from the beginning. Choose the first quarter of which no pack was given: a window that
  was given by another option is held against that figure as if records had changed, and may be hidden or kept.
- The Youth Justice Board’s queries are queries and not guidance. What they leave open is in [unconfirmed.md](unconfirmed.md).

This page is made by \`tests/published/definitions.test.ts\` from queries/definitions and the demonstration’s records.`;

/** Writes the page of measures that are not wholly confirmed, with what would settle each. */
export function writeUnconfirmedPage(
  measures: readonly Measure[],
  now: readonly Measure[],
): string {
  const open = measures.filter(({ declaration }) => !declaration.source.confirmed);
  const doubted = now.filter(({ declaration }) => !declaration.source.confirmed);
  const parts = SETTLED_BY.flatMap((settler) => {
    const own = open.filter(({ declaration }) => declaration.source.settled_by === settler);
    const rows = groupByDoubt(own).map(([doubt, ids]) => tableRow([doubt, ids.join(', ')]));
    return [
      `## ${SETTLERS[settler]} (${own.length})`,
      table(['What is not confirmed', 'Measures'], rows),
    ];
  });
  const intro = `# What is not wholly confirmed

${open.length} of ${measures.length} measures carry the mark. Before the Youth Justice Board’s queries were read it was 185 of 191.
In packs of quarters before 2026-27 Q3 it is ${doubted.length} of ${now.length}: the options that hold until then have doubts of their own.
Each stands under what would settle it. This page is made by \`tests/published/definitions.test.ts\`.`;
  return `${[intro, ...parts].join('\n\n')}\n`;
}

function groupByDoubt(measures: readonly Measure[]): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const { declaration } of measures) {
    const doubt = (declaration.source.unconfirmed ?? declaration.source.rule).en;
    found.set(doubt, [...(found.get(doubt) ?? []), `\`${declaration.id}\``]);
  }
  return [...found];
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return [tableRow(heads), tableRow(heads.map(() => '---')), ...rows].join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
