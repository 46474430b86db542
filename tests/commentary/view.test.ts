// What a pack prints of commentary: figures filled in, and in the public edition nothing that it suppresses.
import { describe, expect, it } from 'vitest';
import { viewCommentary, type PrintedBlock } from '../../pipeline/commentary/view.js';
import type { Language } from '../../pipeline/domain/language.js';
import { commentaryWords, reader, written } from './sample.js';

function printed(text: string, edition: 'board' | 'public', language: Language = 'en'): string {
  const { commentary, blocks } = written(language, text);
  const view = viewCommentary(
    commentary,
    blocks,
    reader(language, edition),
    commentaryWords(language),
    edition === 'public' ? 5 : 0,
  );
  return view.blocks.map(textOf).join('|');
}

function textOf({ spans, entries }: PrintedBlock): string {
  return [...spans.map(({ text }) => text), ...entries.flat().map(textOf)].join('');
}

const LEFT_OUT = commentaryWords('en').say('commentary.withheld');

describe('figures quoted by name', () => {
  it('are printed in the form of the edition and the language', () => {
    const text =
      '{{figure first_time_entrants}}, {{ figure first_time_entrants before }}; {{figure first_time_entrants rate}} ({{figure first_time_entrants interval}}), {{figure reoffending_binary}}';
    expect(printed(text, 'board')).toBe(
      '28, 31; 186.7 per 100,000 children aged 10–17 (124.1–269.9), 36%',
    );
    expect(printed(text, 'board', 'cy')).toContain('186.7 fesul 100,000 o blant 10–17 oed');
  });

  it('are printed as the word for suppressed if the edition suppresses them, in either language', () => {
    const text = 'Now **{{figure children_sentenced_to_custody}}**.';
    expect(printed(text, 'board')).toBe('Now 4.');
    expect(printed(text, 'public')).toBe('Now hidden.');
    expect(printed(text, 'public', 'cy')).toBe('Now cudd.');
  });
});

describe('commentary in the public edition', () => {
  it.each([
    'Children sentenced to custody: 4.',
    'Children sentenced to custody rose.',
    'Children sentenced to custody had risen since 2021.',
    'Children sentenced to custody: {{figure children_sentenced_to_custody}}, twice the 2 of last year.',
    'The change in children sentenced to custody is not clear.',
    'Four children were held.',
    'There were 3 in May.',
    'We expect 2 children to be released.',
  ])('leaves out what its figures cannot confirm: %s', (text) => {
    expect(printed(text, 'public').trim()).toBe(LEFT_OUT);
    expect(printed(text, 'board')).not.toContain(LEFT_OUT);
  });

  it('leaves out only the unsupported sentence, across any emphasis', () => {
    const text =
      'The board met. *Custody* took **4 children** this year. It met {{figure first_time_entrants}} times.';
    expect(printed(text, 'public')).toBe(`The board met. ${LEFT_OUT} It met 28 times.`);
  });

  it.each(['First-time entrants fell from 31 to 28.', 'Children worked with fell sharply.'])(
    'keeps a sentence that its figures confirm: %s',
    (text) => {
      expect(printed(text, 'public')).toBe(text);
    },
  );
});
