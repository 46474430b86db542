// boardpack map: what unknown headings and labels of the extracts mean, listed, decided, and undone.
import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import {
  projectFolder,
  readIngestDeclarations,
  type IngestDeclarations,
} from '../config/project.js';
import type { Settings } from '../config/settings.js';
import {
  MAPPING_NAME,
  mappingSubject,
  readMapping,
  selectCurrent,
  type MappingDecision,
} from '../contracts/mapping-file.js';
import type { Problem } from '../domain/problem.js';
import { describeProblem } from '../domain/problem-words.js';
import { createMarker } from '../identity/pseudonym.js';
import { readKey } from '../identity/key.js';
import { findAndOfferFiles } from '../ingest/find-files.js';
import { readSources } from '../ingest/source-systems.js';
import { makeDecisions, type MappingChoice } from '../mapping/decide.js';
import { listDecided } from '../mapping/decided-items.js';
import { findUnknowns } from '../mapping/find-unknowns.js';
import {
  listItems,
  markSubject,
  type ItemMarker,
  type MappingItem,
} from '../mapping/list-items.js';
import { matchChoices, readChoices } from '../mapping/read-choices.js';
import { buildMappingWorkbook, readMappingLines } from '../mapping/workbook.js';
import { appendDecisions, undoDecisions } from '../mapping/write-mapping.js';
import type { Prompt } from '../setup/answers.js';
import { badArgument, type Arguments } from './arguments.js';
import { askDecisions } from './ask-decisions.js';
import { today } from './clock.js';
import { describeDecisions, describeItems } from './map-page.js';
import type { Terminal } from './print.js';
import { openPrompt } from './prompt.js';
import { readReportWords } from './report-words.js';
import { findServiceFolder, readRunSettings } from './service-settings.js';

/** Lists what is to be decided, decides, or undoes; asks one by one where a person is at the terminal. */
export async function map(
  options: Arguments,
  terminal: Terminal,
  prompt: Prompt | null = openPrompt(terminal, 'map-unanswered'),
): Promise<readonly Problem[]> {
  const folder = findServiceFolder(options);
  const file = join(folder, MAPPING_NAME);
  const project = readIngestDeclarations(projectFolder(), folder);
  const settings = readRunSettings(options, project);
  const mark = createMarker(readKey(settings.key_file, process.env['BOARDPACK_KEY']));
  if (options.undo !== null) {
    undo(file, options.undo, mark, terminal);
    return [];
  }
  const { items, problems } = await searchExtracts(options, project, settings, mark, terminal);
  const wanted = [...items, ...listDecided(project, readMapping(file), mark)];
  if (options.workbook !== null) await writeWorkbook(options.workbook, items, terminal);
  else if (options.from !== null) {
    const lines = await readMappingLines(resolve(options.from));
    keep(file, matchChoices(lines, wanted, basename(options.from)), options, terminal);
  } else if (options.accept.length > 0)
    keep(file, readChoices(options.accept, wanted), options, terminal);
  else if (prompt === null || options.list || items.length === 0)
    list(items, readMapping(file), mark, terminal);
  else {
    const by =
      options.by ?? (await prompt.ask('Who decides? A role, such as information officer: '));
    const words = readReportWords(options);
    const keepOne = (choice: MappingChoice): void => {
      keep(file, [choice], { by }, terminal);
    };
    await askDecisions(items, prompt, keepOne, (problem) => {
      const { what, fix } = describeProblem(problem, words);
      return `${what} ${fix}`;
    });
  }
  return problems;
}

/** What the extracts hold that is not known, and the notes on the files found. */
async function searchExtracts(
  { extracts }: Arguments,
  project: IngestDeclarations,
  settings: Settings,
  mark: ItemMarker,
  { progress }: Terminal,
): Promise<{ items: MappingItem[]; problems: readonly Problem[] }> {
  const { files, problems } = await findAndOfferFiles(project.contracts, settings, extracts);
  const day = today();
  const found = await findUnknowns(project.contracts, files, {
    ...{ codes: project.codes, today: day, progress },
    sources: readSources(project, settings, settings.received_on ?? day),
  });
  progress('');
  return { items: listItems(found, project, mark), problems };
}

function list(
  items: readonly MappingItem[],
  decisions: readonly MappingDecision[],
  mark: ItemMarker,
  { out }: Terminal,
): void {
  for (const line of describeItems(items)) out(line);
  if (decisions.length === 0) return;
  const named = selectCurrent(decisions).map((each) => ({ ...each, id: markSubject(each, mark) }));
  for (const line of ['', 'Decided before:', ...describeDecisions(named)]) out(line);
}

async function writeWorkbook(
  typed: string,
  items: readonly MappingItem[],
  { out }: Terminal,
): Promise<void> {
  const workbook = await buildMappingWorkbook(items);
  try {
    writeFileSync(resolve(typed), workbook, { flag: 'wx' });
  } catch {
    throw badArgument('workbook-not-written', { typed });
  }
  const lines = items.length === 1 ? '1 decision' : `${items.length} decisions`;
  out(
    `${typed} has ${lines} to take: choose in the column means, and leave blank what to ask later.`,
  );
}

/** Keeps decisions that are not in force already, and says how many. */
function keep(
  file: string,
  choices: readonly MappingChoice[],
  { by }: Pick<Arguments, 'by'>,
  { out }: Terminal,
): void {
  if (by === null || by.trim() === '') throw badArgument('decision-without-person');
  const inForce = new Map(
    selectCurrent(readMapping(file)).map((each) => [mappingSubject(each), each.means]),
  );
  const decisions = makeDecisions(choices, { on: today(), by: by.trim() }).filter(
    (each) => inForce.get(mappingSubject(each)) !== each.means,
  );
  appendDecisions(file, decisions);
  const taken = decisions.length === 1 ? '1 decision' : `${decisions.length} decisions`;
  out(`${taken} written to ${file}. boardpack map --undo takes the last one back.`);
}

function undo(file: string, which: string, mark: ItemMarker, { out }: Terminal): void {
  const decisions = readMapping(file);
  const found = decisions.find((each) => markSubject(each, mark) === which);
  if (which !== 'last' && which !== 'all' && !found)
    throw badArgument('nothing-decided', { typed: which });
  const undone = undoDecisions(
    file,
    found ? { subject: mappingSubject(found) } : (which as 'last' | 'all'),
  );
  const taken = undone.length === 1 ? '1 decision' : `${undone.length} decisions`;
  out(`${taken} undone.`);
  const named = undone.map((each) => ({ ...each, id: markSubject(each, mark) }));
  for (const line of describeDecisions(named)) out(line);
}
