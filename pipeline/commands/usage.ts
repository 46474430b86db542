// Every command and option that may be typed after `boardpack`, and what --help says of each.

/** Each option as commander reads it, and what it is for. */
export const OPTIONS = {
  quarter: ['--quarter <quarter>', 'the quarter of the pack, such as "2022-23 Q4"'],
  settings: ['--settings <file>', "the service's settings (reports/service.yaml)"],
  schedule: ['--schedule <file>', 'what runs when (schedule.yaml beside the settings)'],
  extracts: ['--extracts <dir>', 'where the extracts are (as the settings say)'],
  out: ['--out <dir>', 'where packs are written (as the settings say)'],
  asAt: ['--as-at <day>', 'use what was known on that day, YYYY-MM-DD (today)'],
  receivedOn: ['--received-on <day>', 'when the extracts came (as the settings say, else today)'],
  confirm: ['--confirm <names>', 'extracts that are right, though they lose rows or look older'],
  edition: ['--edition <name>', 'one edition only: board, public … (all in reports/editions)'],
  draft: [
    '--draft',
    'of editions that hide nothing; marked on each page, in DIR/drafts, not remembered',
  ],
  language: ['--language <language>', 'in which problems are said, and a pack is printed alone'],
  names: ['--names <file>', 'the same list with names, into a new file for its owner alone'],
  by: ['--by <role>', 'who took the decision, or has seen what was missed'],
  acknowledge: ['--acknowledge', 'what was missed until now has been seen: list it no more'],
  name: ['--name <name>', "the service's name in English"],
  nameCy: ['--name-cy <name>', "the service's name in Welsh (the same)"],
  nation: ['--nation <nation>', 'England or Wales'],
  areas: ['--areas <areas>', 'names or codes of its councils, with a semicolon between two'],
  languages: ['--languages <list>', 'en, cy or both: what packs are printed in (by the nation)'],
  contact: ['--contact <text>', 'whom to ask about a pack'],
  boardDay: ['--board-day <day>', 'when the board meets next, YYYY-MM-DD'],
  from: [
    '--from <path>',
    "init: a program's folder, whose edits are moved; map: a file of decisions",
  ],
  list: ['--list', 'list what is to be decided, and ask nothing'],
  accept: ['--accept <id>', 'take the nearest of ID, or what ID=MEANING says; all: every nearest'],
  workbook: ['--workbook <file>', 'write a new workbook to decide in, with a list for each'],
  undo: ['--undo [id]', 'take back the last decision, or that of ID, or all'],
} as const;

/** What a command does, the words after it, the options that it uses, and what its help says after those. */
interface CommandUsage {
  readonly does: string;
  readonly words?: string;
  readonly uses: readonly (keyof typeof OPTIONS)[];
  readonly more?: string;
}

const CHECK = ['settings', 'extracts', 'receivedOn'] as const;
const RECEIVE = [...CHECK, 'confirm'] as const;
const BUILD = ['quarter', ...RECEIVE, 'out', 'asAt', 'edition', 'draft', 'language'] as const;
const PREVIEW = ['settings', 'quarter', 'asAt', 'language'] as const;
const JOBS = ['settings', 'schedule'] as const;
const INIT = [
  ...(['name', 'nameCy', 'nation', 'areas', 'languages', 'contact', 'boardDay'] as const),
  ...(['from', 'settings'] as const),
] as const;

const HOW_INIT = `It asks for what was not typed, makes the folder FOLDER (this one) with settings and a key, and says what comes next.
With --from it moves what a service edited in a program's folder, and asks nothing; --settings names the settings that
went with it (reports/service.yaml there).`;

const PACK = `A quarter is a quarter of the financial year: Q1 is April to June, and 2022-23 Q4 ends on 31 March 2023.
A pack is left in <dir>/2022-23-q4/<edition>/: pack.en.pdf and pack.cy.pdf, annex.en.pdf and annex.cy.pdf, the same as
.html, pack.en.xlsx and pack.cy.xlsx, figures.csv and figures.arrow with every figure, and manifest.json with what it was
made from. <dir>/2022-23-q4/problems.csv lists what is wrong with the extracts. When something is wrong nothing is built
and the last good pack stays.`;

const AUDIT = `It takes the last release of an edition that hides, or the last of a quarter, with every release of it before, and
finds each count of a few children that readers of them all could place too narrowly. The list is for the
information officer alone.`;

const MAP = `It lists each heading and label that is not known once, with what it may mean; at a terminal it asks about each. What was
decided is written to mapping.csv beside the settings, and wins over what comes with Boardpack. --accept may be typed
several times. --from reads a workbook that --workbook wrote, or a CSV file with list or extract, found and means.`;

const LINKS = `Without decide it says of each pair what agrees and what does not. With it, what a person decided of a pair is kept
for good: boardpack links decide PAIR same --by "information officer"`;

/** Every command, in the order in which a service comes to use them. */
const TABLE = {
  init: {
    does: "Make a service's own folder, with its settings and key",
    words: '[FOLDER]',
    uses: INIT,
    more: HOW_INIT,
  },
  check: { does: 'Say what is wrong with the extracts; change nothing', uses: CHECK },
  map: {
    does: 'Decide what unknown headings and labels mean',
    uses: ['settings', 'extracts', 'list', 'accept', 'by', 'workbook', 'from', 'undo'],
    more: MAP,
  },
  receive: { does: 'Take the extracts into the store; build nothing', uses: RECEIVE },
  pack: { does: 'Build the pack of a quarter, in every edition', uses: BUILD, more: PACK },
  audit: {
    does: 'Say whether releases together give a small count away',
    uses: ['settings', 'quarter', 'edition'],
    more: AUDIT,
  },
  erase: { does: 'Take one child out of all kept; asks for the number', uses: ['settings'] },
  links: {
    does: "List partners' records that may be of our children",
    words: '[decide PAIR same|different]',
    uses: ['settings', 'language', 'names', 'by'],
    more: LINKS,
  },
  'new-measure': { does: 'Begin a measure: a draft with a failing case', words: 'ID', uses: [] },
  preview: { does: 'Show one measure as its files change', words: 'ID', uses: PREVIEW },
  catalogue: { does: 'Write the pages of measures, marts and settings', uses: [] },
  schedule: { does: 'Run the jobs of a schedule as they fall due', uses: JOBS },
  run: { does: 'Run one job of a schedule now', words: 'JOB', uses: [...JOBS, 'quarter'] },
  status: {
    does: 'Say what ran, what is next, late, or needs a person',
    uses: [...JOBS, 'acknowledge', 'by'],
  },
  key: {
    does: 'Prove that a copy of the key opens the store',
    words: '[check] [COPY]',
    uses: ['settings'],
  },
  doctor: { does: 'Say whether this computer will do, and what to mend', uses: JOBS },
} as const satisfies Readonly<Record<string, CommandUsage>>;

export type CommandName = keyof typeof TABLE;
export const COMMANDS: Readonly<Record<CommandName, CommandUsage>> = TABLE;

/** The options of a command. Every one says its problems in the language asked for, whatever else it does with it. */
export function listOptions(command: CommandName): CommandUsage['uses'] {
  return [...new Set([...COMMANDS[command].uses, 'language' as const])];
}

/** What the overview says before the commands, and after them. */
export const PROGRAM = "Turns a youth justice service's extracts into its management board's pack.";
export const EXIT_STATUS = `boardpack COMMAND --help lists the options of a command.

Exit status   0 built or nothing wrong   1 a fault of boardpack   2 a file needs a person
              3 this computer (browser, disk, permission)`;
