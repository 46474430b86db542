// A pack's figures and words → one self-contained HTML document.
import { joinGlanceTables, hasPage } from './glance.js';
import type { Part } from './forms.js';
import type { PackInput, Section } from './input.js';
import { viewBriefing } from './briefing-view.js';
import { viewAbout, writeRevised } from './about.js';
import { listParts, viewContents } from './contents.js';
import { viewFairness } from './fairness-view.js';
import { viewFinding } from './finding-view.js';
import { requireShort, viewMainPoints } from './main-points.js';
import { viewReliability } from './reliability.js';
import { formatDay, formatMonth } from './dates.js';
import { viewMeasure, viewTable } from './figure-view.js';
import { viewMethod } from './method.js';
import { createSay, type Say } from './phrases.js';
import { viewQuality } from './quality.js';
import { viewRestated } from './restated.js';
import { writeStyleSheet, type RunningLines } from './style.js';
import type { Templates } from './templates.js';
import { inlineStyle } from './unescaped.js';

/**
 * Writes the pack as one HTML document: style, fonts and drawings are inside it, it runs no script, and its own policy
 * forbids loading anything. Pure: the same input gives the same text. Throws `Stopped` for missing words.
 */
export function writePackHtml(input: PackInput, templates: Templates): string {
  const { language } = input;
  const words = templates.words[language];
  const say = createSay(words.pack, `words/${language}/pack.yaml`);
  const labels = createSay(words.groups, `words/${language}/groups.yaml`);
  const places = viewParts(input, templates, say, labels);
  const view = {
    ...viewCover(input, say),
    css: inlineStyle(
      writeStyleSheet(
        templates.theme,
        templates.fonts,
        templates.css,
        writeRunningLines(input, say),
      ),
    ),
    parts: listParts(input).map((part) => ({ template: part, view: places[part]() })),
  };
  return templates.render(view, {
    say: (key: string, { hash }: { hash: Values }) => say(key, hash),
  });
}

/** What each part prints, made only where a document has it. */
function viewParts(
  input: PackInput,
  templates: Templates,
  say: Say,
  labels: Say,
): Readonly<Record<Part, () => object>> {
  return {
    'main-points': () => viewMainPoints(input, say),
    contents: () => ({ contents: viewContents(input, say) }),
    about: () => viewAbout(input, say),
    chair: () => ({ briefing: viewBriefing(input, say, labels) }),
    fairness: () => ({ fairness: viewFairness(input, say) }),
    findings: () => ({ findings: viewFindings(input, say, labels) }),
    'case-study': () => ({ story: input.caseStudy ?? null }),
    reliability: () => viewReliability(input, say),
    briefing: () => ({ briefing: viewBriefing(input, say, labels) }),
    sections: () => ({ sections: viewSections(input, say) }),
    memory: () => ({ memory: input.memory ?? null }),
    progress: () => ({ progress: input.progress ?? null }),
    method: () => ({ method: viewMethod(input, say) }),
    quality: () => ({ quality: viewQuality(input, say) }),
    restated: () => ({ restated: viewRestated(input, say) }),
    glossary: () => ({ glossary: viewGlossary(input, templates), inWelsh: input.isBilingual }),
  };
}

function viewFindings(input: PackInput, say: Say, labels: Say): object[] {
  return requireShort(input).findings.map((finding, at) =>
    viewFinding(finding, at + 1, input, say, labels),
  );
}

function viewSections(input: PackInput, say: Say): object[] {
  const { language, sections } = input;
  const pages = sections.flatMap(({ measures }) => measures);
  return sections.map((section, index) => ({
    id: section.id,
    number: index + 1,
    title: section.title[language],
    intro: section.intro[language],
    commentary: section.commentary ?? null,
    glance: viewGlance(section, say),
    measures: section.measures
      .filter(hasPage)
      .map((page) => viewMeasure(page, pages, language, say)),
  }));
}

/** The title of a pack, for its PDF file and its cover. */
export function packTitle(input: PackInput, templates: Templates): string {
  const { language } = input;
  return writeTitle(
    input,
    createSay(templates.words[language].pack, `words/${language}/pack.yaml`),
  );
}

function writeTitle(input: PackInput, say: Say): string {
  const { language, service, quarter, draft } = input;
  const title = say(isAnnex(input) ? 'annex.title' : 'title', {
    service: service[language],
    quarter: quarter.label,
  });
  return draft ? say('draft.title', { title }) : title;
}

function isAnnex({ document }: PackInput): boolean {
  return document.name === 'annex';
}

type Values = Record<string, string | number>;

function viewCover(input: PackInput, say: Say): object {
  const { language, service, edition, quarter, asAt, draft, synthetic } = input;
  const { boardDay = null, contact = null, nextRelease = null } = input;
  const dates = say('cover.dates', {
    first: formatMonth(quarter.starts, language, false),
    last: formatMonth(quarter.ends, language, true),
  });
  return {
    language,
    title: writeTitle(input, say),
    heading: say(isAnnex(input) ? 'annex.cover' : 'cover.title'),
    draft,
    synthetic,
    service: service[language],
    quarter: { label: quarter.label, dates },
    marking: edition.marking?.[language] ?? null,
    edition: {
      title: edition.title[language],
      promise: say(edition.hides ? 'cover.hides' : 'cover.shows'),
    },
    asAt: formatDay(asAt, language),
    boardDay: boardDay === null ? null : formatDay(boardDay, language),
    contact,
    next:
      nextRelease === null ? null : say('cover.next', { day: formatDay(nextRelease, language) }),
    revised: writeRevised(input, say),
  };
}

function writeRunningLines(input: PackInput, say: Say): RunningLines {
  const { language, service, quarter, edition, draft, synthetic } = input;
  const heading = { service: shortenName(service[language]), quarter: quarter.label };
  const notices = [
    ...(draft ? ['draft.running'] : []),
    ...(synthetic ? ['running.synthetic'] : []),
  ];
  return {
    heading: say(draft ? 'draft.heading' : 'running.heading', heading),
    marking: edition.marking?.[language] ?? edition.title[language],
    isDraft: draft,
    isWarning: edition.marking !== null,
    notice: notices.map((key) => say(key, {})).join(' · '),
    pageNumbers: say('running.folio', { page: '{page}', pages: '{pages}' }),
  };
}

/** A name up to this length leaves room for the marking on the same line; the cover gives it in full. */
const MAX_NAME_LENGTH = 70;

function shortenName(name: string): string {
  return name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH - 1).trimEnd()}…` : name;
}

/** The table of a section's small measures, ready to print. */
function viewGlance(section: Section, say: Say): object | null {
  const table = joinGlanceTables(section, say);
  return table && viewTable(table, say);
}

function viewGlossary({ language }: PackInput, { words }: Templates): object[] {
  const otherLanguage = language === 'en' ? 'cy' : 'en';
  const others = words[otherLanguage].glossary;
  return Object.entries(words[language].glossary)
    .map(([key, { term, meaning }]) => ({
      term,
      meaning,
      other: others[key]?.term ?? '',
      otherLanguage,
    }))
    .sort((one, two) => one.term.localeCompare(two.term, language));
}
