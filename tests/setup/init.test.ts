// boardpack init: from answers or options to a service's own folder, and nothing else touched.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readArguments } from '../../pipeline/commands/arguments.js';
import { init } from '../../pipeline/commands/init.js';
import { projectFolder, readIngestDeclarations } from '../../pipeline/config/project.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import type { Prompt } from '../../pipeline/setup/answers.js';
import { emptyFolder, listing } from '../deliveries/folder.js';
import { readProblem } from '../problems/words.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

interface Run {
  readonly lines: string[];
  readonly said: string[];
}

/** Runs the command; the answers are given in order, and none may be left. */
async function run(argv: readonly string[], answers?: readonly string[]): Promise<Run> {
  const [lines, said]: [string[], string[]] = [[], []];
  const left = [...(answers ?? [])];
  const prompt: Prompt | null = answers
    ? {
        say: (line) => said.push(line),
        ask: (question) => {
          said.push(question);
          const next = left.shift();
          if (next === undefined) throw new Error(`asked too much: ${question}`);
          return Promise.resolve(next);
        },
      }
    : null;
  const out = (line: string): void => {
    lines.push(line);
  };
  const terminal = { out, err: out, progress: () => undefined };
  await init(readArguments(['init', ...argv]), terminal, prompt);
  expect(left).toEqual([]);
  return { lines, said };
}

async function refusal(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'nothing refused';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems
      .map((each) => `${each.code}: ${Object.values(readProblem(each)).join(' ')}`)
      .join('\n');
  }
}

const FLINTSHIRE = [
  ...['--name', 'Flintshire Youth Justice Service', '--nation', 'Wales'],
  ...['--areas', 'Flintshire'],
];

describe('a person who answers', () => {
  it('is asked again after an answer that will not do, and gets a service with those answers', async () => {
    const folder = join(emptyFolder(), 'new', 'service');
    const answers = [
      ...['', 'Cumbria Youth Justice Service', 'Scotland', 'england', 'Cumbria'],
      ...['Cumberland; Westmorland and Furness', '', 'fr', '', 'The information officer', 'soon'],
      '2026-12-10',
    ];
    const { said, lines } = await run([folder], answers);
    const settings = readSettings(join(folder, 'service.yaml'));
    expect(settings).toMatchObject({
      service: { en: 'Cumbria Youth Justice Service', cy: 'Cumbria Youth Justice Service' },
      ...{ nation: 'England', areas: ['E06000063', 'E06000064'], languages: ['en'] },
      ...{ contact: 'The information officer', board_day: '2026-12-10', synthetic: false },
    });
    const cumbria = settings.predecessors.find(({ code }) => code === 'E10000006');
    expect(cumbria).toEqual({
      code: 'E10000006',
      until: '2023-03-31',
      became: ['E06000063', 'E06000064'],
    });
    expect(said.filter((line) => line.startsWith('  '))).toHaveLength(5);
    expect(lines.filter((line) => /^ {2}(npx )?boardpack /.test(line))).toHaveLength(3);
  });
});

describe('options alone', () => {
  it('make settings with nothing of the demonstration, a key, and a place for every decision', async () => {
    const folder = emptyFolder();
    const { lines } = await run([folder, ...FLINTSHIRE]);
    const text = readFileSync(join(folder, 'service.yaml'), 'utf8');
    expect(text).not.toMatch(/synthetic|demonstration|received_on|covers|data-samples/i);
    expect(readSettings(join(folder, 'service.yaml')).languages).toEqual(['en', 'cy']);
    expect(listing(folder)).toEqual(
      [
        ...['README.md', 'codes', 'commentary', 'deliveries', 'editions', 'extracts'],
        ...['headings.csv', 'key', 'key/boardpack.key', 'labels.csv', 'packs', 'reference'],
        ...['registers', 'service.yaml', 'suppliers'],
      ].sort(),
    );
    const key = join(folder, 'key', 'boardpack.key');
    expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(lines.some((line) => line.includes(key) && line.includes('Keep a copy'))).toBe(true);
    if (process.platform !== 'win32')
      expect(
        ['key/boardpack.key', 'key', 'deliveries'].map(
          (name) => statSync(join(folder, name)).mode & 0o777,
        ),
      ).toEqual([0o600, 0o700, 0o700]);
    const own = readIngestDeclarations(projectFolder(), folder);
    expect(own.contracts).toEqual(readIngestDeclarations().contracts);
  });

  it('make no key where the environment gives one', async () => {
    vi.stubEnv('BOARDPACK_KEY', 'a'.repeat(32));
    const folder = emptyFolder();
    const { lines } = await run([folder, ...FLINTSHIRE]);
    expect(listing(folder)).not.toContain('key/boardpack.key');
    expect(lines).toContain('The key is the one in BOARDPACK_KEY.');
  });

  it('are listed where they are missing and nobody is there to ask, and nothing is made', async () => {
    const folder = emptyFolder();
    const refused = await refusal(run([folder, '--name', 'A']));
    expect(refused).toContain('nobody at a terminal to ask: --nation, --areas');
    expect(listing(folder)).toEqual([]);
  });

  it('that will not do are refused, and nothing is made', async () => {
    const folder = emptyFolder();
    const given = ['--name', 'A', '--nation', 'Wales', '--areas', 'Leeds'];
    expect(await refusal(run([folder, ...given]))).toContain('No council in Wales is called Leeds');
    expect(listing(folder)).toEqual([]);
  });
});

describe('a folder with something in it', () => {
  it('is left alone where it is a service’s', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'service.yaml'), 'mine');
    expect(await refusal(run([folder, ...FLINTSHIRE]))).toContain('service-there');
    expect(listing(folder)).toEqual(['service.yaml']);
  });

  it('keeps the files that it has', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'key'));
    writeFileSync(join(folder, 'key', 'boardpack.key'), 'b'.repeat(40));
    writeFileSync(
      join(folder, 'labels.csv'),
      'supplier,list,label,means,valid_from,valid_to,note\n,sex,Lad,Male,,,\n',
    );
    await run([folder, ...FLINTSHIRE]);
    expect(readFileSync(join(folder, 'key', 'boardpack.key'), 'utf8')).toBe('b'.repeat(40));
    expect(readFileSync(join(folder, 'labels.csv'), 'utf8')).toContain('Lad');
  });
});
