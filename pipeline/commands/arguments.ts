// What was typed after `boardpack` → a request, the help that is due, or what is wrong with it.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { NATIONS, type Nation } from '../domain/area-code.js';
import { LANGUAGES, parseLanguages, type Language } from '../domain/language.js';
import { dayNumber, parseQuarter, type Day, type Quarter } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { COMMANDS, EXIT_STATUS, OPTIONS, PROGRAM, type CommandName } from './usage.js';

type OptionName = keyof typeof OPTIONS;
const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];
const NONE = Object.fromEntries(OPTION_NAMES.map((name) => [name, null]));
const NOTHING = { ...NONE, confirm: [], draft: false };

/** What options are that are more than text: checked, but not yet joined with the settings. */
interface ReadOptions {
  readonly quarter: Quarter | null;
  readonly asAt: Day | null;
  readonly receivedOn: Day | null;
  readonly confirm: readonly string[];
  readonly draft: boolean;
  readonly language: Language | null;
  readonly nation: Nation | null;
  readonly languages: readonly Language[] | null;
  readonly boardDay: Day | null;
}

/** What the options say; one that was not typed is null. Paths are as typed, relative to the working folder. */
type Options = ReadOptions &
  Readonly<Record<Exclude<OptionName, keyof ReadOptions>, string | null>>;

/** A request as typed. */
export interface Arguments extends Options {
  readonly command: CommandName;
  /** The word after the command: the measure or the job that it is about, or null. */
  readonly about: string | null;
  /** The words after that. */
  readonly more: readonly string[];
  /** Options that were typed and that the command does not use. */
  readonly unused: readonly string[];
}

/**
 * Reads the words after `boardpack`. Throws `Stopped` (exit status 2) naming what was typed and how to write it, and
 * `CommanderError` with help as its message: exit code 0 where it was asked for, 2 where no command was named.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const shown: string[] = [];
  const program = defineProgram((text) => shown.push(text));
  refuseMissingValue(program, argv);
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const { code, exitCode, message } = error;
    if (code.startsWith('commander.help'))
      throw new CommanderError(exitCode === 0 ? 0 : 2, code, shown.join(''));
    const [what = '', hint = ''] = message.replace('error: ', '').split('\n');
    const advice = `${hint.replace(/^\((.*)\)$/, '$1')} Add --help to see what may be typed.`;
    throw badArgument(what, advice.trim());
  }
  const [command, about = null, ...more] = program.args as [CommandName, ...string[]];
  const options = program.opts<Options>();
  const unused = OPTION_NAMES.filter(
    (name) => name in options && !COMMANDS[command].uses.includes(name),
  ).map((name) => OPTIONS[name][0].replace(/ .*/, ''));
  return { ...NOTHING, ...options, command, about, more, unused };
}

/** A problem with what was typed. */
export function badArgument(what: string, fix: string): ProblemError {
  const problem: Problem = { kind: 'declaration', code: 'bad-argument', what, fix };
  return new ProblemError([problem]);
}

/** The program has every option, so that each is read before the command too; a command has its own for its help. */
function defineProgram(show: (text: string) => void): Command {
  const program = new Command('boardpack')
    .usage('COMMAND [options]')
    .description(PROGRAM)
    .addHelpText('after', `\n${EXIT_STATUS}`)
    .helpCommand(false)
    .configureHelp({
      subcommandTerm: (each) => `boardpack ${each.name()} ${each.usage()}`.replace(/ \[.*/, ''),
    })
    .configureOutput({ writeOut: show, writeErr: show })
    .exitOverride();
  for (const name of OPTION_NAMES) program.addOption(defineOption(name).hideHelp());
  for (const [name, { does, words = '', uses, more = '' }] of Object.entries(COMMANDS)) {
    const command = program.command(name).usage(`${words} [options]`.trim()).description(does);
    for (const word of words.match(/[\w|]+/g) ?? []) command.argument(`[${word}]`);
    for (const option of uses) command.addOption(defineOption(option));
    command.addHelpText('after', more && `\n${more}`);
  }
  return program;
}

function defineOption(name: OptionName): Option {
  const [flags, says] = OPTIONS[name];
  const option = new Option(flags, says);
  if (name === 'quarter') return option.argParser(readQuarter);
  if (name === 'asAt' || name === 'receivedOn' || name === 'boardDay')
    return option.argParser(readDay);
  if (name === 'nation') return option.choices(NATIONS);
  if (name === 'languages') return option.argParser(readLanguages);
  if (name === 'language') return option.choices(LANGUAGES);
  return name === 'confirm' ? option.argParser(addNames) : option;
}

/** commander takes any word for a value. One that begins with a dash is an option, and the one before has no value. */
function refuseMissingValue({ options }: Command, argv: readonly string[]): void {
  const flags = options.filter(({ required }) => required).map(({ long }) => long);
  const flag = argv.find((word, at) => flags.includes(word) && /^-./.test(argv[at + 1] ?? ''));
  if (flag === undefined) return;
  const fix = `A value that does begin with a dash is written ${flag}=-value.`;
  throw badArgument(`${flag} has no value: the next word begins with a dash`, fix);
}

function readQuarter(text: string): Quarter {
  const quarter = parseQuarter(text);
  if (quarter) return quarter;
  throw new InvalidArgumentError(`It is not a financial quarter.
Write it as "2022-23 Q4": the two years of the financial year, then Q1 (April to June) to Q4.`);
}

function readDay(text: string): Day {
  try {
    dayNumber(text);
    return text;
  } catch {
    throw new InvalidArgumentError('It is not a day.\nWrite it as 2023-05-15.');
  }
}

function readLanguages(text: string): readonly Language[] {
  const languages = parseLanguages(text);
  if (languages) return languages;
  throw new InvalidArgumentError('It is no list of languages.\nWrite it as en,cy or en or cy.');
}

function addNames(names: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...names.split(',')];
}
