// The command line is an interface: every command, option, place and default that was ever accepted still is.
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../pipeline/commands/arguments.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { readProblem } from '../problems/words.js';

const COMMANDS = [
  'init',
  'key',
  ...['pack', 'check', 'receive', 'links', 'new-measure', 'preview', 'erase'],
  ...['schedule', 'run', 'status', 'doctor', 'catalogue', 'audit', 'map'],
];

/** Each option as it is typed, and what a command is given. */
const OPTIONS: readonly (readonly [string, string, string, unknown])[] = [
  ['--quarter', '2022-23 Q4', 'quarter', parseQuarter('2022-23 Q4')],
  ['--settings', 'my/service.yaml', 'settings', 'my/service.yaml'],
  ['--schedule', 'schedule.yaml', 'schedule', 'schedule.yaml'],
  ['--extracts', '../in', 'extracts', '../in'],
  ['--out', '-', 'out', '-'],
  ['--as-at', '2023-05-15', 'asAt', '2023-05-15'],
  ['--received-on', '2023-05-15', 'receivedOn', '2023-05-15'],
  ['--confirm', 'outcomes,custody', 'confirm', ['outcomes', 'custody']],
  ['--edition', 'public', 'edition', 'public'],
  ['--language', 'cy', 'language', 'cy'],
  ['--names', 'C:\\names.txt', 'names', 'C:\\names.txt'],
  ['--by', 'information officer', 'by', 'information officer'],
  ['--name', 'Dorset', 'name', 'Dorset'],
  ['--name-cy', 'Sir y Fflint', 'nameCy', 'Sir y Fflint'],
  ['--nation', 'Wales', 'nation', 'Wales'],
  ['--areas', 'Leeds; Kirklees', 'areas', 'Leeds; Kirklees'],
  ['--languages', 'en,cy', 'languages', ['en', 'cy']],
  ['--contact', 'information officer', 'contact', 'information officer'],
  ['--board-day', '2026-12-10', 'boardDay', '2026-12-10'],
  ['--from', '../old', 'from', '../old'],
  ['--accept', 'a1b2c3=White', 'accept', ['a1b2c3=White']],
  ['--undo', 'all', 'undo', 'all'],
  ['--workbook', 'to decide.xlsx', 'workbook', 'to decide.xlsx'],
];

const NOTHING = {
  ...{ about: null, more: [], quarter: null, settings: null, schedule: null, extracts: null },
  ...{ out: null, asAt: null, receivedOn: null, confirm: [], edition: null, draft: false },
  ...{ language: null, names: null, by: null, name: null, nameCy: null, nation: null },
  ...{ areas: null, languages: null, contact: null, boardDay: null, from: null },
  ...{ accept: [], list: false, undo: null, workbook: null },
};

describe.each(COMMANDS)('boardpack %s', (command) => {
  it('gives nothing that was not typed', () => {
    expect(readArguments([command])).toMatchObject({ command, ...NOTHING });
  });

  it.each(OPTIONS)('takes %s %s, before the command and after it', (option, value, key, given) => {
    const wanted = { command, ...NOTHING, [key]: given };
    expect(readArguments([command, option, value])).toMatchObject(wanted);
    expect(readArguments([option, value, command])).toMatchObject(wanted);
    expect(readArguments([command, `${option}=${value}`])).toMatchObject(wanted);
  });

  it('takes --draft, which has no value', () => {
    expect(readArguments([command, '--draft'])).toMatchObject({ command, draft: true });
    expect(readArguments(['--draft', command])).toMatchObject({ command, draft: true });
  });
});

describe('boardpack map', () => {
  it('takes --accept several times, --list, and --undo of the last decision', () => {
    const accept = ['--accept', 'a=White, British', '--accept', 'b'];
    expect(readArguments(['map', ...accept]).accept).toEqual(['a=White, British', 'b']);
    expect(readArguments(['map', '--list']).list).toBe(true);
    expect(readArguments(['map', '--undo']).undo).toBe('last');
  });
});

describe('the words after a command', () => {
  it.each([
    [['new-measure', 'children_on_bail'], 'children_on_bail', []],
    [['preview', 'first_time_entrants', '--language', 'cy'], 'first_time_entrants', []],
    [['run', '--settings', 'service.yaml', 'take-in'], 'take-in', []],
    [['run', '--', 'take-in'], 'take-in', []],
    [['links', 'decide', 'PAIR', 'same', '--by', 'role'], 'decide', ['PAIR', 'same']],
    [
      ['--by', 'role', 'links', 'decide', '--', 'PAIR', 'different'],
      'decide',
      ['PAIR', 'different'],
    ],
  ])('of %j are given in their order', (argv, about, more) => {
    expect(readArguments(argv)).toMatchObject({ about, more });
  });
});

describe('an option typed twice', () => {
  it('counts as it was typed last', () => {
    expect(readArguments(['check', '--settings', 'a', '--settings', 'b']).settings).toBe('b');
  });

  it('adds to the list, where it is --confirm', () => {
    const argv = ['receive', '--confirm', 'outcomes', '--confirm', 'custody,needs'];
    expect(readArguments(argv).confirm).toEqual(['outcomes', 'custody', 'needs']);
  });
});

describe('what was typed is refused', () => {
  it.each([
    [['pack', '--quater', '2022-23 Q4'], /--quater/],
    [['bake'], /bake/],
    [['pack', '--quarter'], /--quarter/],
    [['links', '--names', '--by', 'role'], /--names/],
    [['pack', '--settings', '-service.yaml'], /--settings/],
    [['pack', '--draft=yes'], /--draft/],
    [['pack', '--no-draft'], /--no-draft/],
    [['pack', '-x'], /-x/],
    [['pack', '--quarter', ''], /--quarter\b.*not a quarter/],
    [['pack', '--quarter', '2022-24 Q4'], /--quarter\b.*2022-24 Q4/],
    [['pack', '--as-at', '2023-02-29'], /--as-at\b.*2023-02-29/],
    [['check', '--received-on', 'today'], /--received-on\b.*today/],
    [['pack', '2022-23 Q4'], /more words than/],
    [['run', 'take-in', 'check'], /more words than/],
    [['links', 'decide', 'PAIR', 'same', 'different'], /more words than/],
    [['pack', '--language', 'fr'], /--language\b.*fr/],
  ])('%j', (argv, said) => {
    expect(readProblem(refusal(argv))?.what).toMatch(said);
  });
});

describe('what was misspelt', () => {
  it.each([
    [['pakc'], 'Did you mean pack?'],
    [['pack', '--quater', '2022-23 Q4'], 'Did you mean --quarter?'],
    [['check', '--setings', 'service.yaml'], 'Did you mean --settings?'],
  ])('%j is answered with what is most like it', (argv, hint) => {
    expect(readProblem(refusal(argv))?.fix).toContain(hint);
  });
});

describe('an option that the command does not use', () => {
  it('is named, and stops nothing', () => {
    const argv = ['check', '--quarter', '2022-23 Q4', '--settings', 'service.yaml', '--draft'];
    expect(readArguments(argv).unused).toEqual(['--quarter', '--draft']);
    expect(readArguments(['pack', '--draft', '--received-on', '2023-05-15']).unused).toEqual([]);
  });
});

describe('help', () => {
  it('has a line for each command, also where no command was named', () => {
    const { message, exitCode } = help(['--help']);
    const lines = message.split('\n').filter((line) => line.startsWith('  boardpack '));
    const names = lines.map((line) => line.split(/ +/)[2] ?? '');
    expect(names.sort()).toEqual([...COMMANDS].sort());
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(message).toContain('Exit status');
    expect(exitCode).toBe(0);
    expect(help([])).toMatchObject({ message, exitCode: 2 });
    expect(help(['-h'])).toMatchObject({ message, exitCode: 0 });
  });

  it.each(COMMANDS)('of boardpack %s lists the options that it uses, and no other', (command) => {
    const { message, exitCode } = help([command, '--help']);
    expect(message).toMatch(new RegExp(`^Usage: boardpack ${command} `));
    expect(exitCode).toBe(0);
    const listed = message.match(/(?<=^ {2})--[a-z-]+/gm) ?? [];
    const all = OPTIONS.map(([option, value]) => `${option}=${value}`);
    const { unused } = readArguments([command, ...all, '--draft', '--list', '--acknowledge']);
    expect([...listed, ...unused].sort()).toEqual([...FLAGS].sort());
  });
});

const FLAGS = [...OPTIONS.map(([option]) => option), '--draft', '--list', '--acknowledge'];

/** The help that a command line asks for. */
function help(argv: readonly string[]): CommanderError {
  try {
    readArguments(argv);
  } catch (error) {
    if (error instanceof CommanderError) return error;
    throw error;
  }
  throw new Error('no help was given');
}

/** The one problem that a command line is refused with, of a kind that means exit status 2. */
function refusal(argv: readonly string[]): ProblemError['problems'][number] | undefined {
  try {
    readArguments(argv);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problems).toMatchObject([{ kind: 'declaration', code: 'bad-argument' }]);
    return error.problems[0];
  }
  throw new Error('it was not refused');
}
