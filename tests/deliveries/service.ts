// A small service of a test: two extracts, its settings, and files sent to it as on a day.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findExtracts } from '../../pipeline/extracts/find.js';
import type { Contract } from '../../pipeline/contracts/contract.js';
import type { Project } from '../../pipeline/config/project.js';
import { receiveExtracts, type ReceiveResult } from '../../pipeline/ingest/receive.js';
import { readSettings, type Settings } from '../../pipeline/config/settings.js';
import { contractFrom, PLACES } from '../contracts/sample.js';
import { emptyFolder, written } from './folder.js';

const LIMITS = { faults_over: 1, set_aside_over: 1, no_area_over: 1 };

/** A full extract: names are dropped, the child's number becomes a pseudonym. */
export const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: {
    child_id: { type: 'child', required: true },
    surname: { type: 'personal' },
    home: { type: 'code', codes: 'place' },
    known_since: { type: 'date' },
  },
});

/** A partial extract, which points at children. */
export const VISITS = contractFrom('visits', {
  arrives: 'partial',
  required: false,
  key: 'visit_id',
  columns: {
    visit_id: { type: 'id', required: true },
    child_id: { type: 'child', required: true, references: 'children' },
  },
});

/** A project of these contracts and nothing else. */
export function projectOf(contracts: readonly Contract[]): Project {
  const links = { at_least_under: 0.9, no_data_under: 0.1 };
  const confidence = { low: LIMITS, moderate: LIMITS, links };
  const suppliers = { byName: new Map(), labels: [] };
  const names = { measures: new Map(), editions: new Map(), breakdowns: new Set<string>() };
  const nothing = {
    measures: [],
    rules: [],
    editions: [],
    names,
    faults: [],
    suppliers,
    confidence,
  };
  return { folder: '', version: '0', contracts, codes: new Map([['place', PLACES]]), ...nothing };
}

/** Files by name, each as its lines. */
export type Files = Readonly<Record<string, readonly string[]>>;

export interface Service {
  readonly settings: Settings;
  /** Takes files in as if today were that day; `changed` says otherwise of the days or the settings. */
  readonly send: (files: Files, day?: string, changed?: Changed) => Promise<ReceiveResult>;
}

export interface Changed {
  readonly asAt?: string;
  readonly confirmed?: readonly string[];
  readonly mends?: boolean;
  readonly settings?: Partial<Settings>;
  readonly contracts?: readonly Contract[];
}

/** A service whose store is an empty folder. */
export function smallService(): Service {
  const folder = emptyFolder();
  const file = join(folder, 'service.yaml');
  writeFileSync(
    file,
    `service: {en: Test, cy: Prawf}\nnation: Wales\nareas: [W06000005]\nlanguages: [en]\nextracts: in\nreference: in\ndeliveries: store\nkey_file: key\n`,
  );
  const settings = readSettings(file);
  return {
    settings,
    send: (
      files,
      day = '2023-04-20',
      { settings: others, contracts, asAt = day, confirmed = [], mends = false } = {},
    ) => {
      const project = projectOf(contracts ?? [CHILDREN, VISITS]);
      const names = project.contracts.map(({ extract }) => extract);
      const found = findExtracts(written(emptyFolder(), files), names);
      const all = { asOf: { asAt, today: day }, confirmed, mends };
      return receiveExtracts(project, { ...settings, ...others }, found, all, () => undefined);
    },
  };
}
