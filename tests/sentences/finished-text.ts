// A finished page → the sentences a person reads in it, each with the measure it stands under. Knows nothing of how it was made.

/** One thing said: a measure's title, a sentence under it, a point of its list, or a line of the briefing. */
export interface Statement {
  readonly place: 'title' | 'sentence' | 'point' | 'briefing';
  /** The measure's id as its page has it, with dashes; null in the briefing. */
  readonly measure: string | null;
  readonly text: string;
}

/** Every statement of the measures' pages and of the briefing, in reading order. */
export function readStatements(html: string): Statement[] {
  const page = html.replace(/<(style|svg|script)\b.*?<\/\1>/gs, '');
  return [...readBriefing(page), ...readMeasures(page)];
}

function readMeasures(page: string): Statement[] {
  return [...page.matchAll(/<article class="measure">(.*?)<\/article>/gs)].flatMap(
    ([, article]) => {
      const body = article ?? '';
      const [, measure = '', title = ''] =
        /<h3 id="measure-([\w-]+)">(.*?)<\/h3>/s.exec(body) ?? [];
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
