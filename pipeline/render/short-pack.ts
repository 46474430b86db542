// What one edition may see, the rules of the pack to read, and words → its indicators, decisions to act on and findings.
import { selectMeasureCells } from '../disclosure/disclosed.js';
import { endOfMonth } from '../domain/period.js';
import type { EditionFigures } from '../editions/disclose-edition.js';
import { summariseDecisions } from '../figures/decision-summary.js';
import type { Chart } from '../figures/figure.js';
import { writeGroupChanges } from '../figures/group-changes.js';
import { buildIndicator } from '../figures/indicator.js';
import { chartTelling } from '../figures/telling-chart.js';
import type { FigureWords } from '../figures/words.js';
import type { Declaration } from '../measures/declaration.js';
import { summarisePage, type BriefingInput } from '../pack/briefing.js';
import { chooseFindings } from '../pack/choose-findings.js';
import type { Fairness, FairnessDecision, Finding, ShortPack } from '../pack/short-pack.js';
import type { NarrativeViews } from './commentary.js';
import type { RenderContext } from './context.js';
import { drawFindingPage, selectDecisions } from './measure-pages.js';

/** What the short pack is made from, beside the context: one edition's figures, in one language. */
interface ShortPackSources {
  readonly figures: EditionFigures;
  readonly words: FigureWords;
  readonly narrative: NarrativeViews;
  readonly briefed: BriefingInput;
}

/** Builds what the pack to read has beside the parts of every form. Draws only the charts that it shows. */
export async function buildShortPack(
  context: RenderContext,
  sources: ShortPackSources,
): Promise<ShortPack> {
  const { headlines, main_points } = context.reading;
  const { briefed, figures, words } = sources;
  const declared = figures.measures;
  const leading = headlines.flatMap((id) => declared.find((each) => each.id === id) ?? []);
  return {
    indicators: leading.map((declaration) =>
      buildIndicator(
        declaration,
        selectMeasureCells(figures.disclosed, declaration.id),
        words,
        context.drawing.theme,
      ),
    ),
    changed: countSenses(leading, briefed),
    points: main_points,
    fairness: await buildFairness(context, sources, declared),
    findings: await buildFindings(context, sources, declared),
  };
}

function countSenses(
  leading: readonly Declaration[],
  { measures }: BriefingInput,
): ShortPack['changed'] {
  const ids = new Set(leading.map(({ id }) => id));
  const senses = measures
    .filter(({ declaration }) => ids.has(declaration.id))
    .map((each) => summarisePage(each).sense);
  const count = (sense: string): number => senses.filter((each) => each === sense).length;
  const [better, worse] = [count('better'), count('worse')];
  return { better, worse, other: leading.length - better - worse };
}

async function buildFairness(
  { reading, outline, quarter, drawing }: RenderContext,
  { figures, words }: ShortPackSources,
  declared: readonly Declaration[],
): Promise<Fairness | null> {
  const page = declared.find(({ chart }) => chart === 'decisions');
  if (!page) return null;
  const { partners, review_within } = reading.fairness;
  const found = selectDecisions(page, declared, figures.disclosed);
  const { decisions, telling } = summariseDecisions(found, words);
  const section = outline.sections.find(({ id }) => id === page.section);
  const request = chartTelling(telling, words, drawing);
  const chart: Chart | null = request && {
    ...{ id: 'telling', caption: words.say('act.chart'), alt: request.alt, width: 'full' },
    svg: await drawing.draw(request),
  };
  return {
    chart,
    reviewBy: endOfMonth(quarter.ends, MONTHS_IN_QUARTER * review_within),
    decisions: decisions.flatMap((decision): FairnessDecision[] => {
      const asked = partners[decision.measure] ?? section?.asked;
      return asked ? [{ ...decision, asked }] : [];
    }),
  };
}

const MONTHS_IN_QUARTER = 3;

async function buildFindings(
  context: RenderContext,
  { figures, words, narrative, briefed }: ShortPackSources,
  declared: readonly Declaration[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const choice of chooseFindings(briefed, context.reading.findings)) {
    const declaration = declared.find(({ id }) => id === choice.measure);
    if (!declaration) continue;
    const page = await drawFindingPage(context, figures, { declaration, declared, words });
    const isFirst = !findings.some((each) => each.page.declaration.section === declaration.section);
    findings.push({
      ...choice,
      page,
      moved: writeGroupChanges(
        declaration,
        selectMeasureCells(figures.disclosed, declaration.id),
        choice.groups,
        words,
      ),
      // What is said of a section is said once, at its first finding.
      commentary: isFirst ? narrative.findCommentary(declaration.section) : null,
      ...narrative.findDecided(declaration.id),
    });
  }
  return findings;
}
