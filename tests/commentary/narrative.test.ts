// The demonstration's own commentary, and a faulty one: read, checked against the figures, and refused with exit status 2.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { LANGUAGES } from '../../pipeline/domain/language.js';
import { findQuarter } from '../../pipeline/domain/period.js';
import { exitStatus, ProblemError } from '../../pipeline/domain/problem.js';
import { checkNarrative, readNarrative, viewNarrative } from '../../pipeline/render/commentary.js';
import { readOutline } from '../../pipeline/pack/outline.js';
import { readSettings, type Settings } from '../../pipeline/config/settings.js';
import { readWording } from '../../pipeline/render/words.js';
import type { Edition } from '../../pipeline/disclosure/edition.js';
import { commentaryWords, groupNames, results } from './sample.js';
import { theProject } from '../project.js';

const project = theProject();
const settings = readSettings(join(project.folder, 'reports', 'service.yaml'));
const { sections } = readOutline(join(project.folder, 'reports', 'packs', 'quarterly.yaml'));
const SECTIONS = sections.map(({ id }) => id);
const GROUPS = groupNames();
const QUARTER = findQuarter('2023-03-31');
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function serviceSaying(files: Readonly<Record<string, string>>): Settings {
  const commentary = mkdtempSync(join(tmpdir(), 'boardpack-narrative-'));
  made.push(commentary);
  mkdirSync(join(commentary, '2022-23-q4'));
  for (const [name, text] of Object.entries(files)) {
    const language = name.split('.')[1] ?? '';
    const front = `---\nauthor: A\ndate: 2023-05-10\nlanguage: ${language}\neditions: [board, public]\n---\n`;
    writeFileSync(join(commentary, '2022-23-q4', name), front + text);
  }
  return { ...settings, commentary, registers: commentary };
}

function disclosed(edition: 'board' | 'public'): DisclosedCell[] {
  return [...results(edition).values()].flat();
}

function edition(name: string): Edition {
  return project.editions.find((each) => each.name === name) as Edition;
}

function caught(act: () => void): ProblemError {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new RangeError('nothing was refused');
}

it('reads the demonstration’s commentary and registers without a problem, in both languages', () => {
  const narrative = readNarrative(project, settings, QUARTER, SECTIONS, GROUPS);
  expect(narrative.notes).toEqual([]);
  expect(narrative.commentaries.length).toBeGreaterThanOrEqual(4);
  expect(narrative.registers.actions).toHaveLength(6);
  expect(narrative.registers.risks).toHaveLength(3);
});

it('refers only to measures that exist', () => {
  const ids = project.measures.map(({ declaration }) => declaration.id);
  for (const language of LANGUAGES)
    expect(ids).toEqual(expect.arrayContaining(Object.keys(commentaryWords(language).names)));
});

describe('a service’s own commentary', () => {
  it('reports the file and line of every wrong sentence, in both languages at once', () => {
    const own = serviceSaying({
      'entrants.en.md': 'Good.\n\nFirst-time entrants rose sharply.\n',
      'entrants.cy.md': 'Cododd newydd-ddyfodiaid tro cyntaf.\n',
    });
    const narrative = readNarrative(project, own, QUARTER, SECTIONS, GROUPS);
    const { problems } = caught(() => {
      checkNarrative(
        { narrative, project, wording: readWording(project, own), published: [] },
        disclosed('board'),
      );
    });
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['wrong-direction', 'commentary/2022-23-q4/entrants.en.md', 9],
      ['overstated', 'commentary/2022-23-q4/entrants.en.md', 9],
      ['wrong-direction', 'commentary/2022-23-q4/entrants.cy.md', 7],
    ]);
    expect(exitStatus(problems)).toBe(2);
  });

  it('prints a notice only in the language that has no commentary', () => {
    const own = serviceSaying({ 'entrants.en.md': 'First-time entrants fell.\n' });
    const narrative = readNarrative(project, own, QUARTER, SECTIONS, GROUPS);
    const held = { narrative, project, wording: readWording(project, own) };
    const view = viewNarrative(held, disclosed('public'), 'cy', edition('public'));
    expect(view.findCommentary('entrants')).toEqual({
      title: commentaryWords('cy').say('commentary.title'),
      by: null,
      missing: commentaryWords('cy').say('commentary.missing'),
      blocks: [],
    });
    expect(view.findCommentary('custody')).toBeNull();
    expect(view.memory).toBeNull();
    expect(narrative.notes.map(({ kind, file }) => [kind, file])).toEqual([
      ['note', 'commentary/2022-23-q4/entrants.cy.md'],
    ]);
  });
});

describe('a text that does not say which editions it is for', () => {
  const STORY = `### Case study

A child of 15 was out of school for 14 weeks after an exclusion. The education panel met twice, and a place was found
within 3 weeks. Attendance rose from 20% to 85%.
`;
  const ACTIONS =
    'id,opened_quarter,owner_en,owner_cy,action_en,action_cy,measures,due_quarter,status,closed_quarter';
  const ACTION = 'A1,2021-22 Q4,O,P,Find the girl a place,Lle i’r ferch,,2023-24 Q1,open,';

  function write(files: Readonly<Record<string, string>>, actions = ''): Settings {
    const own = serviceSaying({});
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(own.commentary, '2022-23-q4', name), text);
    if (actions !== '') writeFileSync(join(own.registers, 'actions.csv'), `${actions}\n`);
    return own;
  }

  function file(language: string, editions = '', text = STORY): string {
    return `---\nauthor: A\ndate: 2023-05-10\nlanguage: ${language}\n${editions}---\n${text}`;
  }

  function read(own: Settings): ReturnType<typeof readNarrative> {
    return readNarrative(project, own, QUARTER, SECTIONS, GROUPS);
  }

  /** What an edition prints of the section and of the registers, as one text. */
  function printed(own: Settings, name: 'board' | 'public'): string {
    const held = { narrative: read(own), project, wording: readWording(project, own) };
    const view = viewNarrative(held, disclosed(name), 'en', edition(name));
    return JSON.stringify([view.findCommentary('entrants'), view.memory, view.stalled]);
  }

  it('is in the board’s edition, and the public one says nothing of it', () => {
    const own = write({ 'entrants.en.md': file('en') }, `${ACTIONS}\n${ACTION}`);
    expect(printed(own, 'board')).toContain('A child of 15 was out of school');
    expect(printed(own, 'board')).toContain('Find the girl a place');
    expect(printed(own, 'public')).toBe('[null,null,[]]');
  });

  it('is noted for the officer, once a file', () => {
    const own = write(
      { 'entrants.en.md': file('en'), 'entrants.cy.md': file('cy') },
      `${ACTIONS},editions\n${ACTION},\n${ACTION.replace('A1', 'A2')},`,
    );
    expect(read(own).notes.map(({ kind, code, file: name }) => [kind, code, name])).toEqual([
      ['note', 'board-only-text', 'commentary/2022-23-q4/entrants.cy.md'],
      ['note', 'board-only-text', 'commentary/2022-23-q4/entrants.en.md'],
      ['note', 'board-only-text', 'actions.csv'],
    ]);
  });

  it.each([
    ['the board alone', '[board]', 'board', false],
    ['both', '[board, public]', 'board;public', true],
    ['the public alone', '[public]', 'public', true],
  ])('once it says %s, is where it says', (_, named, listed, isPublic) => {
    const own = write(
      { 'entrants.en.md': file('en', `editions: ${named}\n`, 'We met *weekly*.\n') },
      `${ACTIONS},editions\n${ACTION},${listed}`,
    );
    expect(printed(own, 'public').includes('weekly')).toBe(isPublic);
    expect(printed(own, 'public').includes('Find the girl a place')).toBe(isPublic);
    expect(printed(own, 'board').includes('weekly')).toBe(named.includes('board'));
    expect(read(own).notes.map(({ code }) => code)).toEqual(['missing-commentary']);
  });

  it('is refused where it names an edition that is none, or not the same in both languages', () => {
    const unknown = write(
      { 'entrants.en.md': file('en', 'editions: [publick]\n') },
      `${ACTIONS},editions\n${ACTION},publick`,
    );
    expect(caught(() => read(unknown)).problems.map(({ code }) => code)).toEqual([
      'bad-front-matter',
      'bad-register',
    ]);
    const unlike = write({
      'entrants.cy.md': file('cy', 'editions: [board]\n'),
      'entrants.en.md': file('en', 'editions: [board, public]\n'),
    });
    expect(caught(() => read(unlike)).problems).toMatchObject([
      { code: 'bad-front-matter', file: 'commentary/2022-23-q4/entrants.en.md', line: 1 },
    ]);
    const empty = write({ 'entrants.en.md': file('en', 'editions: []\n') });
    expect(caught(() => read(empty)).problems).toMatchObject([{ code: 'bad-front-matter' }]);
  });
});
