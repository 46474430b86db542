// Text from outside stays text, everywhere on the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writePackHtml } from '../../pipeline/pack/pack.js';
import { escapeCssString } from '../../pipeline/pack/style.js';
import { inlineDrawing, inlineStyle } from '../../pipeline/pack/unescaped.js';
import { samplePack, templates } from './sample.js';

const file = readFileSync(join(import.meta.dirname, 'hostile', 'render_injection.csv'), 'utf8');
const payloads = Papa.parse<{ payload: string }>(file, {
  header: true,
  skipEmptyLines: true,
}).data.map(({ payload }) => payload);

/** A pack with `text` everywhere a person or a file can put text. */
function packWith(text: string): string {
  const sample = samplePack('en');
  const words = { en: text, cy: text };
  const [section] = sample.sections;
  const [page] = section?.measures ?? [];
  if (!section || !page) throw new Error('the sample has no measure');
  const figure = {
    ...page.figure,
    title: text,
    sentence: text,
    notes: [text],
    charts: page.figure.charts.map((chart) => ({ ...chart, caption: text })),
    tables: page.figure.tables.map((table) => ({
      ...table,
      caption: text,
      columns: table.columns.map((column) => ({ ...column, label: text })),
      rows: table.rows.map((row) => ({ ...row, label: text, cells: row.cells.map(() => text) })),
      note: text,
    })),
  };
  return writePackHtml(
    {
      ...sample,
      service: words,
      edition: { name: text, title: words, marking: words, hides: true },
      sections: [
        {
          ...section,
          title: words,
          intro: words,
          measures: [
            {
              declaration: {
                ...page.declaration,
                title: words,
                question: words,
                definition: words,
              },
              figure,
            },
          ],
        },
      ],
      briefing: {
        ...sample.briefing,
        changed: [{ rule: 'changed', measures: [page.declaration.id], groups: [] }],
        alsoChanged: [],
        steady: [],
        stalled: [
          {
            ...{ id: text, action: text, owner: words, overdue: true },
            unmoved: [{ measure: page.declaration.id, group: text, finding: text }],
          },
        ],
        alsoStalled: [text],
        cannotTell: [{ rule: 'too-few', measures: [page.declaration.id], groups: [] }],
        questions: [
          {
            rule: 'ask-unmoved',
            measures: [page.declaration.id],
            groups: [],
            asked: words,
            action: text,
          },
        ],
        reviews: [],
      },
      populations: [{ year: 2021, source: text }],
      published: [{ source: text, publishedOn: null }],
      quality: {
        ...sample.quality,
        extracts: sample.quality.extracts.map((one) => ({ ...one, title: words, files: [text] })),
        checks: [{ what: text, count: 1, share: 0.5 }],
        notes: [text],
        unshown: [{ measure: text, areas: [text], number: 1, reason: 'no-measure' }],
      },
      uncovered: [words],
    },
    templates,
  );
}

/** Every tag of the document with its attributes, and none of its text; a name read aloud is text, within its quotes. */
function tagsOf(html: string): string[] {
  const [head = '', style = '', body = ''] = html.split(/<\/?style>/);
  expect(style).not.toContain('<');
  const tags = `${head}${body}`.match(/<[^>]*>/g) ?? [];
  return tags.map((tag) => tag.replace(/ aria-label="[^"]*"/, ' aria-label=""'));
}

describe('hostile text', () => {
  const plain = tagsOf(packWith('Plain'));

  it.each(payloads)('%s does not change the tags of the page', (payload) => {
    const html = packWith(payload);
    expect(tagsOf(html)).toEqual(plain);
    expect(html.split('</style>')).toHaveLength(2);
  });

  it('cannot end a string of the style sheet', () => {
    expect(escapeCssString('"}</style>\\\n')).toBe('"\\22 \\7d \\3c \\2f style\\3e \\5c \\a "');
  });
});

describe('unescaped content', () => {
  const drawing = (inside: string): string => `<svg viewBox="0 0 1 1">${inside}</svg>`;

  it('may be the shapes of a drawing, unchanged', () => {
    const shapes = drawing(
      '<g clip-path="url(#m_clip0)"><path d="M0,0"/><text aria-label="a > b">on=1</text></g>',
    );
    expect(inlineDrawing(shapes).toString()).toBe(shapes);
  });

  it.each([
    '<script>1</script>',
    '<foreignObject/>',
    '<image href="file:///etc/hostname"/>',
    '<g onload="1"/>',
    '<a xlink:href="javascript:1"/>',
    '<style>*{}</style>',
    '<rect fill="url(https://example.org/x)"/>',
    '<!-- -->',
    '<g aria-label=">" onload="1"/>',
    "<g aria-label='>' onload='1'/>",
    '<g <script>',
  ])('may not contain %s in a drawing', (inside) => {
    expect(() => inlineDrawing(drawing(inside))).toThrow('unsafe-drawing');
  });

  it('may not contain markup in a style sheet', () => {
    expect(() => inlineStyle('a{}</style>')).toThrow('unsafe-style');
  });
});
