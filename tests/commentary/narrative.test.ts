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
import { commentaryWords, results } from './sample.js';
import { theProject } from '../project.js';

const project = theProject();
const settings = readSettings(join(project.folder, 'reports', 'service.yaml'));
const { sections } = readOutline(join(project.folder, 'reports', 'packs', 'quarterly.yaml'));
const SECTIONS = sections.map(({ id }) => id);
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
    const front = `---\nauthor: A\ndate: 2023-05-10\nlanguage: ${language}\n---\n`;
    writeFileSync(join(commentary, '2022-23-q4', name), front + text);
  }
  return { ...settings, commentary, registers: commentary };
}

function disclosed(edition: 'board' | 'public'): DisclosedCell[] {
  return [...results(edition).values()].flat();
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
  const narrative = readNarrative(project, settings, QUARTER, SECTIONS);
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
    const narrative = readNarrative(project, own, QUARTER, SECTIONS);
    const { problems } = caught(() => {
      checkNarrative(
        { narrative, project, wording: readWording(project, own) },
        disclosed('board'),
      );
    });
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['wrong-direction', 'commentary/2022-23-q4/entrants.en.md', 8],
      ['overstated', 'commentary/2022-23-q4/entrants.en.md', 8],
      ['wrong-direction', 'commentary/2022-23-q4/entrants.cy.md', 6],
    ]);
    expect(exitStatus(problems)).toBe(2);
  });

  it('prints a notice only in the language that has no commentary', () => {
    const own = serviceSaying({ 'entrants.en.md': 'First-time entrants fell.\n' });
    const narrative = readNarrative(project, own, QUARTER, SECTIONS);
    const held = { narrative, project, wording: readWording(project, own) };
    const view = viewNarrative(held, disclosed('public'), 'cy', 5);
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
