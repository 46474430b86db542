// What a service writes about a quarter → checked against its figures, then printed for each edition and language.
import { join } from 'node:path';
import { checkCommentary, checkQuotes } from '../commentary/check.js';
import { createCommentaryReader } from '../commentary/clauses.js';
import { CASE_STUDY, type Commentary } from '../commentary/file.js';
import { createDecidedLookup, type FindDecided } from '../commentary/decided.js';
import {
  findEditionProblems,
  findStoryProblems,
  noteBoardOnlyTexts,
} from '../commentary/edition-problems.js';
import { carriesText, listEditionNames, selectCarriedEntries } from '../commentary/editions.js';
import { findCommentaries } from '../commentary/find.js';
import { readMarkdown, type Block } from '../commentary/markdown.js';
import {
  viewMemory,
  viewProgress,
  viewStalledActions,
  type MemoryView,
  type StalledActionLine,
} from '../commentary/memory-view.js';
import type { RowContext } from '../commentary/memory-rows.js';
import type { NameableMeasure } from '../commentary/register-figures.js';
import { readRegisters, type Registers } from '../commentary/registers.js';
import { findUnknownReviews, writeReviews } from '../commentary/reviews.js';
import { readParagraphs } from '../commentary/sentences.js';
import { missingCommentary, viewCommentary, type CommentaryView } from '../commentary/view.js';
import { selectMeasureCells, type DisclosedCell } from '../disclosure/disclosed.js';
import type { Edition } from '../disclosure/edition.js';
import type { CurrentNames } from '../domain/former-names.js';
import { LANGUAGES, type Language } from '../domain/language.js';
import type { Day, Quarter } from '../domain/period.js';
import type { PublishedFigure } from '../domain/published.js';
import { ProblemError, isBlocking, type Problem } from '../domain/problem.js';
import { buildQuotableMeasure, type QuotableMeasure } from '../figures/quote.js';
import type { FigureWords } from '../figures/words.js';
import { formatDay } from '../pack/dates.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import type { Wording } from './words.js';

interface ParsedCommentary {
  readonly commentary: Commentary;
  readonly blocks: readonly Block[];
}

/** What a service wrote about one quarter, read but not yet held to any figure. */
export interface Narrative {
  readonly commentaries: readonly ParsedCommentary[];
  readonly registers: Registers;
  readonly quarter: Quarter;
  /** Named gaps: what is missing in a language. They stop nothing. */
  readonly notes: readonly Problem[];
}

/** What was written, for which project, and the words it is read and printed with. */
interface NarrativeContext {
  readonly narrative: Narrative;
  readonly project: Project;
  readonly wording: Wording;
}

/** The published figures too, which reviews are of. */
interface CheckContext extends NarrativeContext {
  readonly published: readonly PublishedFigure[];
}

/** What a pack prints of it. */
export interface NarrativeViews {
  readonly findCommentary: (section: string) => CommentaryView | null;
  /** The page of a case study; null where there is none, or the edition hides. */
  readonly caseStudy: CommentaryView | null;
  readonly memory: MemoryView | null;
  readonly progress: MemoryView | null;
  readonly stalled: readonly StalledActionLine[];
  readonly findDecided: FindDecided;
  /** The sentences of the differences signed, beside the figure of a measure whose results these are. */
  readonly writeReviews: (measure: string, cells: readonly DisclosedCell[]) => readonly string[];
}

/**
 * Reads commentary and registers. `groups` are the names of the groups of each breakdown, by which a register may name
 * them. Throws `Stopped` with all that is wrong in how they are written.
 */
export function readNarrative(
  { measures, editions }: Project,
  { commentary, registers: registersFolder, languages }: Settings,
  quarter: Quarter,
  sections: readonly string[],
  groups: ReadonlyMap<string, CurrentNames>,
): Narrative {
  const shown = `commentary/${quarter.path}`;
  const named = [...sections, CASE_STUDY];
  const found = findCommentaries(join(commentary, quarter.path), shown, named, languages);
  const names = listEditionNames(editions);
  const registers = readRegisters(registersFolder, {
    measures: listNameable(measures, groups),
    editions: names,
  });
  const wrong = [
    ...found.problems.filter(isBlocking),
    ...findEditionProblems(found.commentaries, names),
    ...findStoryProblems(found.commentaries, editions),
    ...registers.problems,
  ];
  const commentaries = found.commentaries.flatMap((each) => {
    const read = readMarkdown(each);
    if (isBlocks(read)) return [{ commentary: each, blocks: read }];
    wrong.push(...read);
    return [];
  });
  if (wrong.length > 0) throw new ProblemError(wrong);
  const silent = noteBoardOnlyTexts(found.commentaries, registers, editions);
  return { commentaries, registers, quarter, notes: [...found.problems, ...silent] };
}

function listNameable(
  measures: Project['measures'],
  groups: ReadonlyMap<string, CurrentNames>,
): Map<string, NameableMeasure> {
  return new Map(
    measures.map(({ declaration: { id, breakdowns } }) => [
      id,
      {
        id,
        breakdowns: breakdowns.map((breakdown) => ({
          breakdown,
          groups: groups.get(breakdown) ?? new Map<string, string>(),
        })),
      },
    ]),
  );
}

/** Checks every sentence, in its own language, against the least suppressed edition. Throws `Stopped` with the wrong ones. */
export function checkNarrative(
  { narrative: { commentaries, registers }, project, wording, published }: CheckContext,
  disclosed: readonly DisclosedCell[],
): void {
  const wrong = LANGUAGES.flatMap((language) => {
    const { commentary: words, figures } = wording[language];
    const reader = createCommentaryReader(words, buildQuotables(project, disclosed, figures));
    return commentaries
      .filter(({ commentary }) => commentary.language === language)
      .flatMap(({ commentary, blocks }) => {
        const check = commentary.section === CASE_STUDY ? checkQuotes : checkCommentary;
        return check(commentary, readParagraphs(blocks, language), reader);
      });
  });
  wrong.push(...findUnknownReviews(registers.reviews, published));
  if (wrong.length > 0) throw new ProblemError(wrong);
}

/** Prints it for one edition, whose figures these are, in one language. */
export function viewNarrative(
  { narrative, project, wording }: NarrativeContext,
  disclosed: readonly DisclosedCell[],
  language: Language,
  edition: Edition,
): NarrativeViews {
  const { quarter, commentaries } = narrative;
  const registers = selectCarriedEntries(narrative.registers, edition);
  const hideBelow = edition.hide_below;
  const { commentary: words, figures } = wording[language];
  const quotables = buildQuotables(project, disclosed, figures);
  const rows = { words, quotables, hideBelow, formatDay: (day: Day) => formatDay(day, language) };
  const carried = commentaries.filter(({ commentary }) => carriesText(commentary, edition));
  const findCommentary = createCommentaryLookup(carried, language, rows);
  return {
    findCommentary,
    caseStudy: findCommentary(CASE_STUDY),
    memory: viewMemory(registers, quarter, rows),
    progress: viewProgress(registers, quarter, rows),
    stalled: viewStalledActions(registers, quarter, quotables, words, hideBelow),
    findDecided: createDecidedLookup(registers, quarter, quotables, words, hideBelow),
    writeReviews: (measure, cells) => writeReviews(registers.reviews, measure, cells, rows),
  };
}

/** A section with commentary in the other language alone says that it is missing in this one. */
function createCommentaryLookup(
  carried: readonly ParsedCommentary[],
  language: Language,
  { words, quotables, hideBelow }: RowContext,
): NarrativeViews['findCommentary'] {
  const reader = createCommentaryReader(words, quotables);
  return (section) => {
    const here = carried.filter(({ commentary }) => commentary.section === section);
    const own = here.find(({ commentary }) => commentary.language === language);
    if (own) return viewCommentary(own.commentary, own.blocks, reader, words, hideBelow);
    return here.length > 0 ? missingCommentary(words) : null;
  };
}

function buildQuotables(
  { measures }: Project,
  disclosed: readonly DisclosedCell[],
  words: FigureWords,
): Map<string, QuotableMeasure> {
  return new Map(
    measures.map(({ declaration }) => {
      const own = selectMeasureCells(disclosed, declaration.id);
      return [declaration.id, buildQuotableMeasure(declaration, own, words)];
    }),
  );
}

function isBlocks(read: Block[] | Problem[]): read is Block[] {
  return !read.some((each) => 'code' in each);
}
