// The real pack in each edition and language → every link within it, and the one place it leads to.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Service } from './service.js';
import { readDocuments } from './read-pages.js';
import { sharedPack } from './shared.js';

const PACKS = ['board', 'public'].flatMap((edition): [string, string][] => [
  [edition, 'en'],
  [edition, 'cy'],
]);

let service: Service;
beforeAll(async () => {
  const packed = await sharedPack('demonstration');
  expect(packed.ran.status).toBe(0);
  service = packed;
});

/** What each attribute of that name in a page says, in order: its own text, whichever quotes stand around it. */
function attributes(html: string, name: string): string[] {
  const written = new RegExp(`<[^>]*?\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
  return [...html.matchAll(written)].map(([, double, single]) => double ?? single ?? '');
}

describe('links of the pack and its annex', () => {
  test.each(PACKS)('%s in %s: each leads to one place that is there', (edition, language) => {
    const documents = readDocuments(join(service.out, '2022-23-q4', edition), language);
    expect([...documents.keys()]).toEqual(['pack', 'annex']);
    for (const [name, html] of documents) {
      const hrefs = attributes(html, 'href');
      const links = hrefs.filter((href) => href !== 'figures.csv');
      expect(links.length).toBeGreaterThan(name === 'annex' ? 100 : 4);
      const astray = links.filter((href) => {
        const [file = '', place = ''] = href.split('#');
        const target = file === '' ? html : documents.get(file.split('.')[0] ?? '');
        return countPlaces(target ?? '').get(decodeURIComponent(place)) !== 1;
      });
      expect([...new Set(astray)]).toEqual([]);
      expect([...countPlaces(html)].filter(([, times]) => times > 1)).toEqual([]);
    }
    const across = attributes(documents.get('pack') ?? '', 'href').filter((href) =>
      href.startsWith(`annex.${language}.html#`),
    );
    expect(across.length).toBeGreaterThan(0);
  });
});

function countPlaces(html: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const id of attributes(html, 'id')) places.set(id, (places.get(id) ?? 0) + 1);
  return places;
}
