// Every field and code that the YJB's queries read: each is read by a column or a label of ours, or listed with the reason.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createCellReader, type CellContext } from '../../pipeline/contracts/cells.js';
import type { Contract, ContractColumn } from '../../pipeline/contracts/contract.js';
import { locateColumns, normaliseHeading } from '../../pipeline/contracts/headings.js';
import { CellError, unwrapCell } from '../../pipeline/contracts/parsed-cell.js';
import {
  applySupplierHeadings,
  applySupplierLabels,
} from '../../pipeline/contracts/apply-supplier.js';
import { readUnused } from '../../pipeline/contracts/unused-fields.js';
import { NOT_YET_MAPPED } from '../../pipeline/domain/reference.js';
import { theProject } from '../project.js';

const { contracts, codes, suppliers, folder } = theProject();
const DAY = '2026-12-01';
const FEED = suppliers.byName.get('yjb_feed');
const UNUSED = readUnused(join(folder, 'queries', 'suppliers', 'not_used.csv'));

/** Which of our extracts a table of the feed is. */
const EXTRACTS: Readonly<Record<string, readonly string[]>> = {
  person_details: ['children'],
  offence: ['offences', 'outcome_offences'],
  'offence.offenceLegalOutcome': ['outcomes'],
  hearing: ['remand_decisions', 'outcomes'],
  'hearing.sentenceProposal': ['outcomes'],
  intervention_programme: ['interventions', 'kpi_snapshots'],
  asset_plus: ['assessments'],
  'assessment_stage.assessmentStageDetails': ['assessments'],
  link_intervention_programme_asset: ['assessments'],
  ete_status: ['kpi_snapshots'],
  residence: ['kpi_snapshots'],
  sendaln: ['kpi_snapshots'],
  'health.mentalHealth.kpi4MentalHealthWellbeing': ['kpi_snapshots'],
  'health.substanceMisuse.kpi5SubstanceMisuse': ['kpi_snapshots'],
  parenting_intervention: ['parenting_support'],
  victim_intervention: ['victims'],
};

/** The column that a list of codes stands in. */
const COLUMNS: Readonly<Record<string, readonly [string, string]>> = {
  legal_outcome: ['outcomes', 'outcome_type'],
  "cms_legal_outcome (case systems' labels seen)": ['outcomes', 'outcome_type'],
  residence_on_legal_outcome_date: ['outcomes', 'residence'],
  outcome_appeal_status: ['outcomes', 'appeal_status'],
  disposal_type: ['interventions', 'programme'],
  'type_of_order (KPI)': ['interventions', 'programme'],
  accommodation_type: ['kpi_snapshots', 'accommodation_type'],
  'suitability (accommodation, ETE)': ['kpi_snapshots', 'accommodation_suitable'],
  'provision_type (ETE)': ['kpi_snapshots', 'ete_type'],
  offence_category: ['offences', 'category'],
  'seriousness counted as serious violence': ['offences', 'gravity'],
  remand_decision: ['remand_decisions', 'decision'],
  'ethnicity group': ['children', 'ethnicity'],
  'ethnicity group as shown in the disparity toolkit': ['children', 'ethnicity'],
  'ethnicity (null)': ['children', 'ethnicity'],
  'sex / gender': ['children', 'sex'],
  'yes/no': ['kpi_snapshots', 'formal_plan'],
  'no date': ['interventions', 'end_date'],
  'KPI 8 sector': ['board_attendance', 'partner'],
};

function readRows(name: string): Record<string, string>[] {
  const text = readFileSync(join(folder, 'tests', 'feed', name), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function findContract(extract: string): Contract {
  const contract = contracts.find((each) => each.extract === extract);
  if (!contract) throw new Error(extract);
  return applySupplierHeadings(contract, FEED, DAY);
}

/** Whether a column of the extracts that the table is has this heading. */
function isRead({ table = '', field = '' }: Record<string, string>): boolean {
  return (EXTRACTS[table] ?? []).some((extract) =>
    findContract(extract).columns.some(({ name, headings }) =>
      [name, ...headings].some((each) => normaliseHeading(each) === normaliseHeading(field)),
    ),
  );
}

function readCode({ list = '', code = '' }: Record<string, string>): string | null | CellError {
  const [extract = '', name = ''] = COLUMNS[list] ?? [];
  const column = findContract(extract).columns.find((each) => each.name === name);
  return unwrapCell(createCellReader(column as ContractColumn, CONTEXT)(code));
}

const CONTEXT: CellContext = {
  codes: new Map(
    [...codes].map(([name, list]) => [
      name,
      applySupplierLabels(list, suppliers.labels, 'yjb_feed', DAY),
    ]),
  ),
  today: DAY,
  pseudonymise: (id) => id,
};

const listUnused = (kind: string): string[] =>
  UNUSED.filter((each) => each.kind === kind).map(({ of, name }) => `${of}: ${name}`);

describe('the fields of the feed', () => {
  const rows = readRows('fields.csv');
  const unused = new Set(listUnused('field'));

  it('are 379 names in 418 places, each once', () => {
    expect(new Set(rows.map(({ field }) => field)).size).toBe(379);
    expect(new Set(rows.map((row) => `${row['table']}: ${row['field']}`)).size).toBe(418);
  });

  it('are each read by a column, or listed with the reason why not, and never both', () => {
    const read = rows.filter(isRead).map(({ table, field }) => `${table}: ${field}`);
    expect(rows.map(({ table, field }) => `${table}: ${field}`).sort()).toEqual(
      [...read, ...unused].sort(),
    );
    expect([read.length, unused.size]).toEqual([63, 355]);
  });

  it('of one table stand together in a file: none means a column twice, and those not read are known', () => {
    const problems = Object.entries(EXTRACTS).flatMap(([table, extracts]) => {
      const fields = rows.filter((row) => row['table'] === table).map(({ field = '' }) => field);
      return extracts.flatMap((extract) =>
        locateColumns(findContract(extract), fields, `${extract}.csv`, 1).problems.filter(
          ({ code, variant, column = '' }) =>
            code === 'duplicate-heading' ||
            (code === 'extra-column' && variant !== 'unused' && !isRead({ table, field: column })),
        ),
      );
    });
    expect(problems).toEqual([]);
  });

  it('are the only headings of the supplier', () => {
    const names = new Set(rows.map(({ field = '' }) => field));
    const declared = Object.values(FEED?.headings ?? {}).flatMap((columns) =>
      Object.values(columns).flat(),
    );
    expect(declared.filter((each) => typeof each !== 'string' || !names.has(each))).toEqual([]);
  });
});

describe('the codes of the feed', () => {
  const rows = readRows('codes.csv');
  const unused = new Set(listUnused('code'));

  it('are each read as a label, number or day of ours, or listed with the reason why not', () => {
    const places = rows.map(({ list, code }) => `${list}: ${code}`);
    expect(new Set(places).size).toBe(180);
    const known = rows.filter((row) => !unused.has(`${row['list']}: ${row['code']}`));
    const refused = known.filter((row) => {
      const value = readCode(row);
      return value instanceof CellError || value === NOT_YET_MAPPED;
    });
    expect(refused).toEqual([]);
    expect([...unused].filter((each) => !places.includes(each))).toEqual([]);
    expect([known.length, unused.size]).toEqual([124, 56]);
  });

  it('are listed only where no column of ours knows them', () => {
    const listed = rows.filter(
      (row) => unused.has(`${row['list']}: ${row['code']}`) && (row['list'] ?? '') in COLUMNS,
    );
    const isKnown = (row: Record<string, string>): boolean => {
      const value = readCode(row);
      return typeof value === 'string' && value !== NOT_YET_MAPPED;
    };
    expect(listed.filter(isKnown)).toEqual([]);
  });

  it('are blank only where they say that nothing is known or that there is no day', () => {
    const blank = rows.filter((row) => (row['list'] ?? '') in COLUMNS && readCode(row) === null);
    expect(blank.map(({ code }) => code)).toEqual(['UNKNOWN', '1900-01-01']);
  });
});
