// A program's folder that a service edited → the service's own folder: its edits, its settings, and what they name.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { load } from 'js-yaml';
import Papa from 'papaparse';
import { readSettings, type Settings } from '../config/settings.js';
import type { Problem } from '../domain/problem.js';
import { containsPath } from '../config/contains-path.js';
import { readSchedule } from '../schedule/declaration.js';
import { joinEdits, type Edits } from './edit.js';
import { findCodeEdits, findLabelEdits } from './moved-codes.js';
import { findFileEdits } from './moved-files.js';
import { findHeadingEdits } from './moved-headings.js';
import { findSupplierEdits } from './moved-suppliers.js';
import { makePlaces, NEW_PLACES, refuseExisting, writeSettings } from './service-folder.js';

/** What is moved from where to where. */
interface Move {
  /** The program's folder that the service edited. */
  readonly edited: string;
  /** The settings that were used with it. */
  readonly settings: string;
  /** This program's folder, and the service's new one. */
  readonly program: string;
  readonly folder: string;
}

/** What was moved. */
export interface MovedService {
  readonly settings: string;
  /** The store that was copied, or null if it stays where it was. */
  readonly copiedStore: string | null;
  readonly edits: Edits;
  readonly left: readonly Problem[];
}

/**
 * Copies what the service edited, and everything that its settings name within the edited folder; what lies elsewhere
 * stays there and is named by the new settings. Nothing of the edited folder is changed. Throws `ProblemError` if a service
 * is in the new folder already, or if a declaration of the edited program cannot be read. For the holder of the lock of the
 * store.
 */
export function moveService({ edited, settings: file, program, folder }: Move): MovedService {
  const target = join(folder, 'service.yaml');
  refuseExisting(target);
  const settings = readSettings(file);
  const owned = listOwned(settings, file);
  const edits = joinEdits([
    findHeadingEdits(edited, program),
    findCodeEdits(edited, program),
    findLabelEdits(edited, program),
    findSupplierEdits(edited, program),
    findFileEdits(edited, program, (path) => owned.some((each) => containsPath(each, path))),
  ]);
  makePlaces(folder, program);
  writeEdits(folder, edits);
  const places = copyPlaces(edited, folder, settings);
  copySchedule(edited, folder, file);
  const declared = load(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeSettings(target, { ...joinLimits(declared, edits), ...places });
  const isCopied = places.deliveries === NEW_PLACES.deliveries;
  return {
    settings: target,
    copiedStore: isCopied ? settings.deliveries : null,
    edits,
    left: edits.left,
  };
}

/** Everything of the service's own that may lie in the edited folder. */
function listOwned(settings: Settings, file: string): string[] {
  const { extracts, reference, deliveries, commentary, key_file, receipts } = settings;
  const registers = REGISTERS.map((name) => join(settings.registers, name));
  const beside = ['schedule.yaml', 'history'].map((name) => join(dirname(file), name));
  const own = [file, extracts, reference, deliveries, commentary, key_file, receipts ?? file];
  return [...own, ...registers, ...beside].map((path) => resolve(path));
}

const REGISTERS = ['actions.csv', 'risks.csv', 'decisions.csv'] as const;

function writeEdits(folder: string, { lines, files }: Edits): void {
  for (const { file, text } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  for (const file of new Set(lines.map((each) => each.file))) {
    const path = join(folder, file);
    const cells = lines.filter((each) => each.file === file).map((each) => each.cells);
    const begun = existsSync(path)
      ? Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true }).data[0]
      : undefined;
    const columns = begun ?? [...new Set(cells.flatMap((each) => Object.keys(each)))];
    const rows = cells.map((each) => columns.map((column) => each[column] ?? ''));
    writeFileSync(path, `${Papa.unparse([columns, ...rows], { newline: '\n' })}\n`);
  }
}

type Places = { [Key in keyof typeof NEW_PLACES]: string } & { receipts?: string };

/** Copies each place that lies in the edited folder, and gives for each where the new settings find it. */
function copyPlaces(edited: string, folder: string, settings: Settings): Places {
  const place = (key: keyof typeof NEW_PLACES): string => {
    const path = settings[key];
    if (!containsPath(edited, path)) return relative(folder, path) || '.';
    if (key === 'registers') copyRegisters(path, join(folder, NEW_PLACES.registers));
    // Packs that were made stay where they were; the next ones are made here.
    else if (key !== 'output' && existsSync(path)) copyLasting(path, join(folder, NEW_PLACES[key]));
    return NEW_PLACES[key];
  };
  const keys = Object.keys(NEW_PLACES) as (keyof typeof NEW_PLACES)[];
  const places = Object.fromEntries(keys.map((key) => [key, place(key)])) as Places;
  const { receipts } = settings;
  if (receipts === undefined) return places;
  if (!containsPath(edited, receipts)) return { ...places, receipts: relative(folder, receipts) };
  copyFileSync(receipts, join(folder, 'receipts.yaml'));
  return { ...places, receipts: 'receipts.yaml' };
}

/** Locks, what a process was writing, and the warehouse, which is built anew. */
const PASSING = /^(lock\.json|running\.lock|warehouse\.duckdb|\.incoming-|\.building-)/;

function copyLasting(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !PASSING.test(basename(path)) });
}

function copyRegisters(from: string, to: string): void {
  for (const name of REGISTERS)
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
}

/** The schedule beside the settings, with its history and the file of the mail password if they lie beside it. */
function copySchedule(edited: string, folder: string, settings: string): void {
  const from = dirname(resolve(settings));
  const file = join(from, 'schedule.yaml');
  if (!existsSync(file)) return;
  copyFileSync(file, join(folder, 'schedule.yaml'));
  const { history, notices } = readSchedule(file);
  for (const path of [history, notices.email?.password_file])
    if (path !== undefined && existsSync(path) && containsPath(edited, path))
      copyLasting(path, join(folder, relative(from, path)));
}

/** The settings as they were, with limits that the service had raised in contracts; a limit of the settings stays. */
function joinLimits(
  declared: Record<string, unknown>,
  { settings }: Edits,
): Record<string, unknown> {
  const limits = Object.entries(settings).map(([key, raised]) => {
    const own = declared[key];
    return [key, { ...raised, ...(typeof own === 'object' ? own : {}) }];
  });
  return { ...declared, ...(Object.fromEntries(limits) as Record<string, unknown>) };
}
