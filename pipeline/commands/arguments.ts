// What was typed after `boardpack` → a request, the help that is due, or what is wrong with it.
import { Command, CommanderError, Option } from 'commander';
import { NATIONS, type Nation } from '../domain/area-code.js';
import { LANGUAGES, parseLanguages, type Language } from '../domain/language.js';
import { dayNumber, parseQuarter, type Day, type Quarter } from '../domain/period.js';
import { ProblemError, type Facts } from '../domain/problem.js';
import { COMMANDS, EXIT_STATUS, listOptions, OPTIONS, PROGRAM, type CommandName } from './usage.js';

type OptionName = keyof typeof OPTIONS;
const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];
const NONE = Object.fromEntries(OPTION_NAMES.map((name) => [name, null]));
const NOTHING = { ...NONE, confirm: [], draft: false, accept: [], list: false, acknowledge: false };

/** What options are that are more than text: checked, but not yet joined with the settings. */
interface ReadOptions {
  readonly quarter: Quarter | null;
  readonly asAt: Day | null;
  readonly receivedOn: Day | null;
  readonly confirm: readonly string[];
  readonly draft: boolean;
  readonly accept: readonly string[];
  readonly list: boolean;
  readonly acknowledge: boolean;
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
    const { code, exitCode } = error;
    if (code.startsWith('commander.help'))
      throw new CommanderError(exitCode === 0 ? 0 : 2, code, shown.join(''));
    throw describeTypingError(error);
  }
  const [command, about = null, ...more] = program.args as [CommandName, ...string[]];
  const options = program.opts<Options>();
  const unused = OPTION_NAMES.filter(
    (name) => name in options && !listOptions(command).includes(name),
  ).map((name) => OPTIONS[name][0].replace(/ .*/, ''));
  return { ...NOTHING, ...options, command, about, more, unused };
}

/** What commander could not read, with the nearest word that it knows, which it names on a second line. */
function describeTypingError({ code, message }: CommanderError): ProblemError {
  const [, typed = ''] = /'([^']*)'/.exec(message) ?? [];
  const [, near] = /Did you mean (?:one of )?(.*)\?/.exec(message) ?? [];
  if (code === 'commander.unknownCommand' || code === 'commander.unknownOption') {
    const kind = code === 'commander.unknownOption' ? 'option' : 'command';
    if (near === undefined) return badArgument(`unknown-${kind}`, { typed });
    return badArgument(`misspelt-${kind}`, { typed, near });
  }
  if (code === 'commander.optionMissingArgument')
    return badArgument('no-value', { option: typed.replace(/ .*/, '') });
  return badArgument('too-many-words');
}

/** A problem with what was typed. `variant` says which of the texts of `bad-argument` is meant. */
export function badArgument(variant: string, facts: Facts = {}): ProblemError {
  return new ProblemError([{ kind: 'declaration', code: 'bad-argument', variant, facts }]);
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
  for (const [name, { does, words = '', more = '' }] of Object.entries(COMMANDS)) {
    const command = program.command(name).usage(`${words} [options]`.trim()).description(does);
    for (const word of words.match(/[\w|]+/g) ?? []) command.argument(`[${word}]`);
    for (const option of listOptions(name as CommandName)) command.addOption(defineOption(option));
    command.addHelpText('after', more && `\n${more}`);
  }
  return program;
}

function defineOption(name: OptionName): Option {
  const [flags, says] = OPTIONS[name];
  const option = new Option(flags, says);
  const flag = option.long ?? flags;
  if (name === 'quarter') return option.argParser((typed) => readQuarter(flag, typed));
  if (name === 'asAt' || name === 'receivedOn' || name === 'boardDay')
    return option.argParser((typed) => readDay(flag, typed));
  if (name === 'languages') return option.argParser((typed) => readLanguages(flag, typed));
  if (name === 'nation')
    return option.choices(NATIONS).argParser((typed) => readChoice(NATIONS, flag, typed));
  if (name === 'language')
    return option.choices(LANGUAGES).argParser((typed) => readChoice(LANGUAGES, flag, typed));
  if (name === 'accept') return option.argParser(addText);
  if (name === 'undo') return option.preset('last');
  return name === 'confirm' ? option.argParser(addNames) : option;
}

/** commander takes any word for a value. One that begins with a dash is an option, and the one before has no value. */
function refuseMissingValue({ options }: Command, argv: readonly string[]): void {
  const flags = options.filter(({ required }) => required).map(({ long }) => long);
  const flag = argv.find((word, at) => flags.includes(word) && /^-./.test(argv[at + 1] ?? ''));
  if (flag === undefined) return;
  throw badArgument('value-begins-with-dash', { option: flag });
}

function readQuarter(option: string, typed: string): Quarter {
  const quarter = parseQuarter(typed);
  if (quarter) return quarter;
  throw badArgument('quarter', { option, typed });
}

function readDay(option: string, typed: string): Day {
  try {
    dayNumber(typed);
    return typed;
  } catch {
    throw badArgument('day', { option, typed });
  }
}

function readLanguages(option: string, typed: string): readonly Language[] {
  const languages = parseLanguages(typed);
  if (languages) return languages;
  throw badArgument('languages', { option, typed });
}

function readChoice<Choice extends string>(
  choices: readonly Choice[],
  option: string,
  typed: string,
): Choice {
  const chosen = choices.find((each) => each === typed);
  if (chosen !== undefined) return chosen;
  throw badArgument('choice', { option, typed, choices });
}

function addNames(names: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...names.split(',')];
}

function addText(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
