// One finding → its page: what it shows, what it may be, what was decided, and what to ask of whom.
import { nameFile } from '../domain/document-name.js';
import { anchorMeasure, findingAnchor, pageTitle } from './contents.js';
import { viewMeasure } from './figure-view.js';
import type { PackInput } from './input.js';
import { writeGroups } from './labels.js';
import { linkPlaces } from './links.js';
import type { Say } from './phrases.js';
import type { Finding } from './short-pack.js';

/** Tables that a finding leaves to the measure's page in the annex. */
const ANNEX_TABLES = new Set(['trend', 'comparison', 'breakdown', 'profile', 'spc', 'funnel']);
/** Charts that a finding has: the others are on the measure's page. */
const CHARTS = new Set(['trend', 'breakdown', 'profile', 'relative_rate', 'survival']);

/** Lays out a finding. An edition that hides is for the public: it asks nobody, and says of nothing that it is missing. */
export function viewFinding(
  finding: Finding,
  number: number,
  input: PackInput,
  say: Say,
  labels: Say,
): object {
  const { page, commentary, actions, decisions } = finding;
  const { declaration, figure } = page;
  const isPublic = input.edition.hides;
  const { charts, tables } = figure;
  const shown = {
    ...figure,
    charts: charts.filter(({ id }) => CHARTS.has(id)),
    tables: tables.filter(({ id }) => !ANNEX_TABLES.has(id) && !id.startsWith('spc')),
  };
  return {
    ...viewMeasure({ ...page, figure: shown }, [page], input.language, say),
    id: findingAnchor(declaration.id),
    kicker: say('findings.kicker', {
      number,
      question: declaration.question[input.language],
    }),
    commentary,
    says: {
      commentary: commentary !== null || !isPublic,
      decided: actions.length + decisions.length > 0 || !isPublic,
    },
    hasActions: actions.length > 0,
    actions,
    decisions,
    ask: isPublic ? null : writeQuestion(finding, input, say, labels),
    annex: linkPlaces(input)('sections', anchorMeasure({ declaration })),
    figures: nameFile('figures.csv', input.draft),
    rows: say('findings.rows', { measure: declaration.id }),
  };
}

function writeQuestion(
  { page, reason, groups, asked, action = '' }: Finding,
  { language }: PackInput,
  say: Say,
  labels: Say,
): object {
  const isGroup = reason === 'unmoved' && groups.length > 0;
  const rule = QUESTIONS[reason];
  return {
    text: say(`briefing.rules.${isGroup ? 'ask-unmoved-group' : rule}`, {
      measures: pageTitle(page.declaration, language, say),
      groups: writeGroups(groups, labels),
      action,
    }),
    asked: say('briefing.questions.asked', { partner: asked[language] }),
  };
}

const QUESTIONS: Readonly<Record<Finding['reason'], string>> = {
  worse: 'ask-worse',
  'need-higher': 'ask-need',
  unmoved: 'ask-unmoved',
  better: 'ask-better',
  moved: 'ask-moved',
  'need-lower': 'ask-better',
};
