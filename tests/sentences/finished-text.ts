// A finished page → the sentences a person reads in it, each with the measure it stands under. Knows nothing of how it was made.

/** One thing said: a measure's title, a sentence under it, a point of its list, or a line of the briefing. */
export interface Statement {
  readonly place:
    | 'title'
    | 'sentence'
    | 'point'
    | 'briefing'
    | 'point of the first page'
    | 'decision'
    | 'cases';
  /** The measure's id as its page has it, with dashes, or its title where a page names no id; null in the briefing. */
  readonly measure: string | null;
  readonly text: string;
}

/** Every statement of the first page, the briefing, the decisions and the pages of measures and findings, in reading order. */
export function readStatements(html: string): Statement[] {
  const page = html.replace(/<(style|svg|script)\b.*?<\/\1>/gs, '');
  return [
    ...readFirstPage(page),
    ...readBriefing(page),
    ...readDecisions(page),
    ...readMeasures(page),
  ];
}

function readMeasures(page: string): Statement[] {
  return [...page.matchAll(/<article class="(?:measure|finding leaf)">(.*?)<\/article>/gs)].flatMap(
    ([, article]) => {
      // Of a finding, what its figure shows: what the service says and decided comes after.
      const body = (article ?? '').split('<h4>').slice(0, 2).join('');
      const [, measure = '', title = ''] =
        /<h3 id="(?:measure|finding)-([\w-]+)">(.*?)<\/h3>/s.exec(body) ?? [];
      const [, sentence = ''] = /<p class="sentence">(.*?)<\/p>/s.exec(body) ?? [];
      const [, points = ''] = /<ul class="points">(.*?)<\/ul>/s.exec(body) ?? [];
      return [
        { place: 'title' as const, measure, text: plain(title) },
        ...splitSentences(plain(sentence)).map((text) => ({
          ...{ place: 'sentence' as const, measure, text },
        })),
        ...listItems(points).map((text) => ({ place: 'point' as const, measure, text })),
      ];
    },
  );
}

/** A main point may be two sentences, as of a title and of what was done about it. */
function readFirstPage(page: string): Statement[] {
  const [first = ''] = /<section class="main-points.*?<\/section>/s.exec(page) ?? [];
  const [, points = ''] = /<ol class="lead">(.*?)<\/ol>/s.exec(first) ?? [];
  return listItems(points)
    .flatMap((text) => FOLLOWED.exec(text)?.slice(1) ?? [text])
    .map((text) => ({ place: 'point of the first page', measure: null, text }));
}

/** What the page on disproportionality says of each decision, and the cases it asks to be reviewed. */
function readDecisions(page: string): Statement[] {
  const [fairness = ''] = /<section class="fairness.*?<\/section>/s.exec(page) ?? [];
  const said = [
    ...fairness.matchAll(/<div class="decision"><h3>(.*?)<span.*?<p>(.*?)<span class="asked"/gs),
    ...fairness.matchAll(/<div class="decision"><h3>(.*?)<span.*?<p>([^<]*)<\/p>/gs),
  ];
  const cases = [
    ...fairness.matchAll(
      /<th scope="row">(.*?), \d[^<]*<\/th><td class="number">(.*?)<\/td><td>(.*?)<\/td>/gs,
    ),
  ];
  return [
    ...said.map(([, title = '', text = '']) => ({
      ...{ place: 'decision' as const, measure: plain(title), text: plain(text) },
    })),
    ...cases.map(([, title = '', sum = '', groups = '']) => ({
      ...{
        place: 'cases' as const,
        measure: plain(title),
        text: `${plain(sum)}: ${plain(groups)}`,
      },
    })),
  ];
}

/** Lists of items with something set apart in them give that alone: the rest is an action in the service's own words. */
function readBriefing(page: string): Statement[] {
  const [briefing = ''] = /<section class="briefing.*?<\/section>/s.exec(page) ?? [];
  const lists = [...briefing.matchAll(/<ul(?: class="findings")?>(.*?)<\/ul>/gs)]
    .map(([, list]) => list ?? '')
    .filter((list) => !list.includes('<span'));
  const steady = [...briefing.matchAll(/<p class="steady">(.*?)<\/p>/gs)].map(([, text]) => text);
  const said = [...briefing.matchAll(/<span class="said">(.*?)<\/span>/gs)].map(([, text]) => text);
  return [
    ...lists.flatMap(listItems),
    ...[...steady, ...said].map((text) => plain(text ?? '')),
  ].map((text) => ({ place: 'briefing', measure: null, text }));
}

/** The title of a finding, and the sentence after it. */
const FOLLOWED =
  /^(.*?)\. ((?:Action A\d+ |Mae cam A\d+ |That is (?:worse|better|more)|Mae hynny’n (?:waeth|well|fwy)).*)$/u;

function listItems(list: string): string[] {
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => plain(item ?? ''));
}

/** At a full stop with a space and a capital letter or a number after it. */
function splitSentences(paragraph: string): string[] {
  return paragraph.split(/(?<=\.)\s+(?=[\p{Lu}\d])/u).filter((sentence) => sentence !== '');
}

function plain(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
