// A program's folder that a service edited, and its own folder after `init --from`: the same pack, and nothing lost unsaid.
import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPack } from '../../pipeline/build-pack.js';
import { readArguments } from '../../pipeline/commands/arguments.js';
import { init } from '../../pipeline/commands/init.js';
import { projectFolder, readProject, selectNation } from '../../pipeline/config/project.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import type { Problem } from '../../pipeline/domain/problem.js';
import { emptyFolder, listing } from '../deliveries/folder.js';

const PROGRAM = projectFolder();
const PARTS = ['package.json', 'queries', 'templates', 'reports', 'data-samples/demonstration'];

/** Replaces a text that must be there. */
function edit(
  folder: string,
  file: string,
  ...changes: readonly [from: string | RegExp, to: string][]
): void {
  const path = join(folder, file);
  const after = changes.reduce(
    (text, [from, to]) => {
      const next = text.replaceAll(from, to);
      expect(next, `${file}: ${from}`).not.toBe(text);
      return next;
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, after);
}

/** A copy of the program, edited as a service would have had to, with extracts that need each edit. */
function editedProgram(): string {
  const folder = emptyFolder();
  const isSource = (path: string): boolean =>
    !/^(\d{4}-\d\d-q\d|deliveries|drafts|history)$/.test(basename(path));
  for (const part of PARTS)
    cpSync(join(PROGRAM, part), join(folder, part), { recursive: true, filter: isSource });
  const sample = 'data-samples/demonstration';
  edit(folder, `${sample}/children.csv`, [',sex,', ',Rhywedd,'], [',Female,', ',Geneth,']);
  edit(
    folder,
    'queries/contracts/children.yaml',
    ['headings: [Gender,', 'headings: [Rhywedd, Gender,'],
    ['tolerance: 0', 'tolerance: 2'],
  );
  edit(folder, 'queries/codes/sex.csv', ['F|Girl', 'F|Geneth|Girl']);
  edit(folder, `${sample}/outcomes.csv`, [',Youth Caution,', ',Rhybudd bach,']);
  appendFileSync(
    join(folder, 'queries/suppliers/labels.csv'),
    ',outcome_type,Rhybudd bach,Youth Caution,,,ours\n',
  );
  edit(
    folder,
    'queries/suppliers/childview.yaml',
    ['confirmed: false', 'confirmed: true'],
    ['[ChildView ID,', '[CV number, ChildView ID,'],
  );
  edit(folder, 'reports/editions/public.yaml', ['hide_below: 5', 'hide_below: 10']);
  edit(folder, 'reports/service.yaml', ['Demonstration Youth Justice Service', 'Our Own Service']);
  const mart = join(folder, 'queries/marts/arrests.sql');
  writeFileSync(mart, `-- Ours.\n${readFileSync(mart, 'utf8')}`);
  return folder;
}

async function build(program: string, settingsFile: string, own: string | null): Promise<string> {
  const settings = readSettings(settingsFile);
  const project = selectNation(readProject(program, own), settings.nation);
  const quarter = parseQuarter('2022-23 Q4');
  if (!quarter) throw new RangeError('no quarter');
  const request = {
    ...{ project, settings, quarter, out: settings.output, extracts: null, draft: false },
    asOf: { asAt: '2023-05-15', today: '2023-05-15' },
    editions: project.editions.filter(({ name }) => name === 'public'),
    languages: ['en'] as const,
  };
  await buildPack(request, () => undefined);
  return join(settings.output, quarter.path, 'public');
}

describe('a program’s folder that a service edited', () => {
  let edited: string;
  let folder: string;
  const lines: string[] = [];
  let problems: readonly Problem[];

  beforeAll(async () => {
    edited = editedProgram();
    folder = join(emptyFolder(), 'service');
    const out = (line: string): void => {
      lines.push(line);
    };
    const terminal = { out, err: out, progress: () => undefined };
    problems = await init(readArguments(['init', folder, '--from', edited]), terminal, null);
  });

  it('gives its edits to the service’s own folder, line by line', () => {
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    expect(read('headings.csv')).toBe('extract,column,heading,note\nchildren,sex,Rhywedd,\n');
    expect(read('labels.csv')).toContain('\n,outcome_type,Rhybudd bach,Youth Caution,,,ours\n');
    expect(read('codes/sex.csv')).toBe('label,also\nFemale,Geneth\n');
    expect(read('suppliers/childview.yaml')).toBe(
      'confirmed: true\nheadings:\n  every:\n    child_id: [CV number]\n',
    );
    expect(listing(join(folder, 'editions'))).toEqual(['public.yaml']);
    expect(listing(join(folder, 'registers'))).toHaveLength(3);
    expect(existsSync(join(folder, 'extracts', 'SYNTHETIC.txt'))).toBe(true);
    const settings = readSettings(join(folder, 'service.yaml'));
    expect(settings.tolerance).toEqual({ children: 2 });
    expect(settings.service.en).toBe('Our Own Service');
    expect([settings.extracts, settings.deliveries, settings.key_file]).toEqual(
      ['extracts', 'deliveries', 'key/boardpack.key'].map((name) => join(folder, name)),
    );
  });

  it('says which of its edits no service’s folder can hold', () => {
    expect(problems.map(({ kind, code, file }) => `${kind} ${code} ${file ?? ''}`)).toEqual([
      'note edit-not-moved queries/marts/arrests.sql',
    ]);
    expect(lines).toContain('  headings.csv: 1 lines');
  });

  it('makes the same pack before and after', async () => {
    const before = await build(edited, join(edited, 'reports/service.yaml'), null);
    const after = await build(PROGRAM, join(folder, 'service.yaml'), folder);
    expect(listing(after)).toEqual(listing(before));
    for (const name of ['figures.csv', 'pack.en.html', 'annex.en.html', 'figures.arrow'])
      expect(readFileSync(join(after, name)).equals(readFileSync(join(before, name))), name).toBe(
        true,
      );
  }, 120_000);
});
