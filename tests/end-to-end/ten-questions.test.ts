// Ten questions of a chair who reads the pack for the first time: each answer stands on the page named, and is found in the
// seconds named; and each finding's own question stands with it, in both languages.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, textsOf } from '../publish/printed.js';
import { readQuestions, timeAnswer } from '../publish/ten-questions.js';
import { boardpack, PROJECT, removeServices, serviceLike } from './service.js';

const questions = readQuestions();
const pages = new Map<string, readonly string[]>();

/** The demonstration with its own commentary and registers, which the packs that tests share do without. */
beforeAll(async () => {
  const service = serviceLike('reports/service.yaml');
  const settings = load(readFileSync(service.settings, 'utf8')) as object;
  const reports = join(PROJECT, 'reports');
  const written = { commentary: join(reports, 'commentary'), registers: reports };
  writeFileSync(service.settings, dump({ ...settings, ...written }));
  const { status } = await boardpack(
    ...['pack', '--settings', service.settings, '--quarter', '2022-23 Q4', '--as-at', '2023-05-15'],
    ...['--edition', 'board'],
  );
  expect(status).toBe(0);
  for (const language of ['en', 'cy']) {
    const file = readFileSync(join(service.out, '2022-23-q4', 'board', `pack.${language}.pdf`));
    const texts = textsOf(await open(file));
    const joined = texts.map((each) => each.join(' '));
    pages.set(language, joined);
  }
}, 120_000);
afterAll(removeServices);

describe('the pack to read', () => {
  it('is asked ten questions', () => {
    expect(questions).toHaveLength(10);
  });

  it.each(questions)('answers on page $page: $question', ({ page, answer, seconds }) => {
    expect(timeAnswer(pages.get('en')?.[page - 1] ?? '', answer)).toBe(seconds);
    expect(seconds).toBeLessThanOrEqual(120);
  });

  it.each([
    ['en', 'What to ask', 'What it shows'],
    ['cy', 'Beth i’w ofyn', 'Beth mae’n ei ddangos'],
  ])('asks of each finding on the page that shows it, in %s', (language, ask, shows) => {
    const all = pages.get(language) ?? [];
    const found = all.map((page) => [page.split(ask).length, page.split(shows).length]);
    expect(all.length).toBeLessThanOrEqual(20);
    expect(found.filter(([asked]) => asked !== 1).length).toBeGreaterThan(2);
    expect(found.filter(([asked, shown]) => asked !== shown)).toEqual([]);
  });
});
