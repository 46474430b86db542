// A service's own folder: what it decides there wins over what comes with the program, line by line.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateReport } from '../../pipeline/config/own-declarations.js';
import {
  projectFolder,
  readIngestDeclarations,
  readProject,
  type IngestDeclarations,
} from '../../pipeline/config/project.js';
import { findLabel } from '../../pipeline/contracts/codes.js';
import {
  applySupplierHeadings,
  applySupplierLabels,
} from '../../pipeline/contracts/apply-supplier.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { createCodes } from '../../pipeline/warehouse/codes.js';
import { emptyFolder } from '../deliveries/folder.js';
import { readProblem } from '../problems/words.js';

const PROGRAM = projectFolder();
const LABELS = 'supplier,list,label,means,valid_from,valid_to,note';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function read(files: Readonly<Record<string, string>>): IngestDeclarations {
  return readIngestDeclarations(PROGRAM, folderWith(files));
}

function refused(files: Readonly<Record<string, string>>): string[] {
  try {
    read(files);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(
      (each) => `${each.code} ${each.line ?? ''} ${readProblem(each).what}`,
    );
  }
}

function headings(
  { contracts }: Pick<IngestDeclarations, 'contracts'>,
  extract: string,
  column: string,
): readonly string[] {
  const contract = contracts.find((each) => each.extract === extract);
  return contract?.columns.find(({ name }) => name === column)?.headings ?? [];
}

describe('headings.csv', () => {
  it('adds to the headings that come with the program, and takes a heading from another column', () => {
    const shipped = readIngestDeclarations(PROGRAM);
    expect(headings(shipped, 'children', 'surname')).not.toContain('Cyfenw');
    expect(headings(shipped, 'children', 'child_id')).toContain('Local ID');
    const own = read({
      'headings.csv':
        'extract,column,heading,note\nchildren,surname,Cyfenw,\nchildren,former_child_id,Local ID,ours\n',
    });
    const surname = headings(own, 'children', 'surname');
    expect(surname[0]).toBe('Cyfenw');
    expect(surname.slice(1)).toEqual(headings(shipped, 'children', 'surname'));
    expect(headings(own, 'children', 'child_id')).not.toContain('Local ID');
    expect(headings(own, 'children', 'former_child_id')).toContain('Local ID');
    expect(headings(own, 'outcomes', 'child_id')).toEqual(
      headings(shipped, 'outcomes', 'child_id'),
    );
  });

  it('wins over what a supplier that comes with the program calls a column', () => {
    const own = read({
      'headings.csv': 'extract,column,heading,note\nchildren,former_child_id,Core ID,\n',
    });
    const children = own.contracts.find(({ extract }) => extract === 'children');
    if (!children) throw new Error('no contract of children');
    const supplier = own.suppliers.byName.get('core_plus');
    const contracts = [applySupplierHeadings(children, supplier, '2024-01-01')];
    expect(headings({ contracts }, 'children', 'child_id')).not.toContain('Core ID');
    expect(headings({ contracts }, 'children', 'former_child_id')).toContain('Core ID');
  });

  it('names the line of an extract or column that is not there, and of a name that is another column', () => {
    expect(
      refused({
        'headings.csv':
          'extract,column,heading,note\nchild,surname,A,\nchildren,nose,B,\nchildren,surname,Sex,\n',
      }),
    ).toEqual([
      'bad-own-heading 2 There is no extract called child.',
      'bad-own-heading 3 children has no column called nose.',
      'bad-own-heading 4 The heading given to surname is the name of another column: sex.',
    ]);
    expect(refused({ 'headings.csv': 'extract,heading\nchildren,A\n' })).toEqual([
      'bad-own-heading 2 The line does not give a column a heading.',
    ]);
  });
});

describe('labels.csv and suppliers/', () => {
  it('gives a label another meaning than the program does, for any supplier', () => {
    const own = read({
      'labels.csv': `${LABELS}\n,outcome_type,Outcome 23 (Diversion),Youth Caution,,,ours\n`,
    });
    const list = own.codes.get('outcome_type');
    if (!list) throw new Error('no list');
    const find = (declared: IngestDeclarations): string | null =>
      findLabel(
        applySupplierLabels(list, declared.suppliers.labels, 'core_plus', '2024-01-01'),
        'Outcome 23 (Diversion)',
      );
    expect(find(readIngestDeclarations(PROGRAM))).toBe('Outcome 23');
    expect(find(own)).toBe('Youth Caution');
  });

  it('adds headings to a supplier, and confirms it, without saying again what the program says', () => {
    const own = read({
      'suppliers/childview.yaml':
        'confirmed: true\nheadings: {children: {surname: [CV Surname]}, every: {child_id: [CV No]}}\n',
    }).suppliers.byName.get('childview');
    expect(own?.confirmed).toBe(true);
    expect(own?.title.en).toBe('ChildView (CACI)');
    expect(own?.headings['every']?.['child_id']).toEqual([
      'CV No',
      'ChildView ID',
      'Young Person ID',
    ]);
    expect(own?.headings['children']?.['surname']).toEqual(['CV Surname']);
  });

  it('refuses a new supplier of which too little is said, and a label of a list that is not there', () => {
    expect(refused({ 'suppliers/ours.yaml': 'confirmed: true\n' })[0]).toContain('bad-supplier');
    expect(refused({ 'labels.csv': `${LABELS}\n,nothing,A,B,,,\n` })).toEqual([
      'bad-label 2 The line does not give a supplier’s label its meaning.',
    ]);
  });
});

describe('codes/', () => {
  const SEX = 'label,cy,valid_from,valid_to,also,group,cy_mark\n';

  it('joins its lines with the list: cells that it fills, spellings that it adds, labels that are new', async () => {
    const own = read({
      'codes/sex.csv': `${SEX}Female,Merch,,,Merch|F-1,,\nAgender,Anrhywedd,,,,Female,unconfirmed\n`,
    });
    const list = own.codes.get('sex');
    if (!list) throw new Error('no list');
    expect(['F', 'f-1', 'MERCH', 'agender'].map((each) => findLabel(list, each))).toEqual([
      'Female',
      'Female',
      'Female',
      'Agender',
    ]);
    const database = await openForBuilding(':memory:');
    try {
      await createCodes(database, join(PROGRAM, 'queries', 'codes'), own.ownCodes);
      const rows = await database.query(
        `select label, cy, "group", valid_from from codes.sex where label in ('Female', 'Male', 'Agender') order by label`,
      );
      expect(rows).toEqual([
        ['Agender', 'Anrhywedd', 'Female', null],
        ['Female', 'Merch', 'Female', null],
        ['Male', 'Gwryw', 'Male', null],
      ]);
    } finally {
      database.close();
    }
  });

  it('changes the line of one period, where a label has several', () => {
    const own = read({
      'codes/outcome_type.csv': 'label,valid_from,tier\nFinal Warning,2013-04-08,Community\n',
    });
    const rows = own.ownCodes?.get('outcome_type')?.rows ?? [];
    const tiers = rows.filter(({ label }) => label === 'Final Warning').map(({ tier }) => tier);
    expect(tiers).toEqual(['Pre-court', 'Community']);
    expect(
      refused({
        'codes/outcome_type.csv':
          'label,valid_from,tier\nFinal Warning,2014-04-08,Community\nBind Over,,A\nBind Over,,B\n',
      }).slice(0, 1),
    ).toEqual(['bad-code-list 2 The line begins on a day on which no line of its label begins.']);
  });

  it('takes a spelling from the label that had it', () => {
    const own = read({ 'codes/sex.csv': 'label,also\nMale,2\n' });
    const list = own.codes.get('sex');
    expect(list && findLabel(list, '2')).toBe('Male');
  });

  it('refuses a list that is not there, a column that is not, a spelling that is a label, and a new label half said', () => {
    expect(refused({ 'codes/nothing.csv': 'label\nA\n' })[0]).toContain(
      'No list of codes has the name of this file',
    );
    expect(refused({ 'codes/sex.csv': 'label,colour\nMale,red\n' })).toEqual([
      'bad-code-list  The list has a column of its own: colour.',
    ]);
    expect(refused({ 'codes/sex.csv': 'label,also\nMale,Female\nAgender,\n' })).toEqual([
      'bad-code-list 2 Another label is given as a spelling of this one: Female.',
      'bad-code-list 3 The label is new, and its cy is blank.',
    ]);
  });
});

describe('editions, the outline and the rules of confidence', () => {
  it('come in place of those of the same name, beside the others', () => {
    const folder = folderWith({
      'editions/board.yaml':
        'title: {en: Our board, cy: Ein bwrdd}\nmarking: {en: OFFICIAL, cy: SWYDDOGOL}\nhide_below: 0\n',
      'editions/region.yaml': 'title: {en: Region, cy: Rhanbarth}\nmarking: null\nhide_below: 5\n',
    });
    mkdirSync(join(folder, 'packs'));
    cpSync(join(PROGRAM, 'reports/packs/quarterly.yaml'), join(folder, 'packs', 'quarterly.yaml'));
    const { editions } = readProject(PROGRAM, folder);
    expect(editions.map(({ name, title }) => `${name}: ${title.en}`)).toEqual([
      'board: Our board',
      'public: Public edition',
      'region: Region',
    ]);
    const places = { folder: PROGRAM, serviceFolder: folder };
    expect(locateReport(places, 'packs', 'quarterly.yaml')).toBe(
      join(folder, 'packs', 'quarterly.yaml'),
    );
    expect(locateReport(places, 'confidence.yaml')).toBe(
      join(PROGRAM, 'reports', 'confidence.yaml'),
    );
  });
});
