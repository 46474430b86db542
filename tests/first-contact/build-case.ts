// A small service with some of its files replaced → its figures and notes, or the problems that refused it.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { selectNation } from '../../pipeline/config/project.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { ProblemError, type Problem } from '../../pipeline/domain/problem.js';
import { relateMeasures } from '../../pipeline/editions/disclose-edition.js';
import { findAndOfferFiles } from '../../pipeline/ingest/find-files.js';
import { receiveExtracts } from '../../pipeline/ingest/receive.js';
import { requireExtracts } from '../../pipeline/ingest/require-extracts.js';
import { checkWarehouse } from '../../pipeline/load/check-warehouse.js';
import { openWarehouse } from '../../pipeline/load/warehouse.js';
import { figureRows, type FigureRow } from '../../pipeline/publish/figures-table.js';
import { countResults } from '../../pipeline/results/results.js';
import { theProject } from '../project.js';

const CASES = join(import.meta.dirname, 'cases');
export const CASE_NAMES = readdirSync(CASES);
const AS_AT = '2023-05-15';
const QUARTER = '2022-23 Q4';

/** What came of a case. `rows` are asked of the warehouse before it closes. */
export interface BuiltCase {
  /** Headline figures of the quarter's window, by measure. */
  readonly figures: Readonly<Record<string, Pick<FigureRow, 'numerator' | 'value' | 'status'>>>;
  readonly problems: readonly Problem[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The files that take the place of the base's: those of a case's folder, or given by their paths. */
export interface CaseFiles {
  readonly folder?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Files of the base that are left out. */
  readonly without?: readonly string[];
  /** Lines added to the settings. */
  readonly settings?: string;
  readonly measures?: readonly string[];
  /** A question for the warehouse. */
  readonly ask?: string;
}

const MADE: string[] = [];

/** Removes the folders of every case built. */
export function removeCases(): void {
  for (const folder of MADE.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Builds a case as `pack` does, up to its figures. Problems that stop it are returned, with no figures. */
export async function buildCase(given: CaseFiles): Promise<BuiltCase> {
  const folder = layOut(given);
  const settings = readSettings(join(folder, 'service.yaml'));
  const project = selectNation(theProject(), settings.nation);
  const asOf = { today: AS_AT, asAt: AS_AT };
  try {
    const found = await findAndOfferFiles(project.contracts, settings, null);
    const received = await receiveExtracts(project, settings, found, { asOf }, () => undefined);
    requireExtracts(project.contracts, received.known, AS_AT);
    const warehouse = await openWarehouse(project, settings, received, AS_AT);
    const checked = await checkWarehouse(warehouse, project.folder);
    try {
      const quarter = parseQuarter(QUARTER);
      if (!quarter) throw new Error('no quarter');
      const { measures: wanted = ['first_time_entrants'] } = given;
      const measures = project.measures.filter(({ declaration }) =>
        wanted.includes(declaration.id),
      );
      const some = { ...project, measures };
      const { values } = await countResults(
        warehouse,
        some,
        settings,
        quarter,
        AS_AT,
        received.known,
      );
      const rows = figureRows(disclose(values, relateMeasures(some), 0), quarter);
      const headlines = rows.filter(
        (row) =>
          row.breakdown === 'total' &&
          row.area_kind === 'service' &&
          row.window_end === quarter.ends,
      );
      return {
        figures: Object.fromEntries(headlines.map((row) => [String(row.measure), row] as const)),
        problems: [...received.problems, ...checked],
        rows: given.ask === undefined ? [] : await warehouse.query(given.ask),
      };
    } finally {
      warehouse.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { figures: {}, problems: error.problems, rows: [] };
  }
}

function layOut({ folder, files = {}, without = [], settings }: CaseFiles): string {
  const place = mkdtempSync(join(tmpdir(), 'boardpack-case-'));
  MADE.push(place);
  cpSync(join(CASES, 'base'), place, { recursive: true });
  if (folder !== undefined) cpSync(join(CASES, folder), place, { recursive: true });
  for (const path of without) rmSync(join(place, path));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  if (settings !== undefined) writeFileSync(join(place, 'service.yaml'), settings, { flag: 'a' });
  return place;
}

/** The codes of the problems that stop a build, or of the notes apart from those every case has. */
export function listCodes({ problems }: BuiltCase): string[] {
  const blocking = problems.filter(({ kind }) => kind !== 'note');
  const usual = new Set(['missing-extract', 'no-rows', 'extra-column']);
  const said = blocking.length > 0 ? blocking : problems.filter(({ code }) => !usual.has(code));
  return said.map(({ code }) => code);
}
