// The real pack in each edition and language → every link within it, and the one place it leads to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Service } from './service.js';
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

describe('links within the pack', () => {
  test.each(PACKS)('%s in %s: each leads to one place that is there', (edition, language) => {
    const file = join(service.out, '2022-23-q4', edition, `pack.${language}.html`);
    const html = readFileSync(file, 'utf8');
    const places = new Map<string, number>();
    for (const id of attributes(html, 'id')) places.set(id, (places.get(id) ?? 0) + 1);
    const links = attributes(html, 'href').filter((href) => href.startsWith('#'));
    expect(links.length).toBeGreaterThan(20);
    const astray = links.filter((href) => places.get(decodeURIComponent(href.slice(1))) !== 1);
    expect([...new Set(astray)]).toEqual([]);
    expect([...places].filter(([, times]) => times > 1)).toEqual([]);
  });
});
