// What was typed after `boardpack` → a request, or what is wrong with it.
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../domain/language.js';
import { dayNumber, parseQuarter, type Day, type Quarter } from '../domain/period.js';
import { Stopped, type Problem } from '../domain/problem.js';

/** A request as typed, checked but not yet joined with the settings. Paths are as typed, relative to the working folder. */
export interface Arguments {
  readonly command: string | null;
  /** The word after the command: the measure or the job that it is about, or null. */
  readonly about: string | null;
  /** The words after that. */
  readonly more: readonly string[];
  readonly help: boolean;
  readonly quarter: Quarter | null;
  readonly settings: string | null;
  readonly schedule: string | null;
  readonly extracts: string | null;
  readonly out: string | null;
  readonly asAt: Day | null;
  /** When the extracts were received, or null: then as the settings say. */
  readonly receivedOn: Day | null;
  /** Extracts that are right as they are, though they lose rows or look older. */
  readonly confirm: readonly string[];
  readonly edition: string | null;
  /** Whether the pack is a draft. */
  readonly draft: boolean;
  readonly language: Language | null;
  /** A file for the list of links with names. */
  readonly names: string | null;
  /** Who took a decision. */
  readonly by: string | null;
}

const OPTIONS = {
  quarter: { type: 'string' },
  settings: { type: 'string' },
  schedule: { type: 'string' },
  extracts: { type: 'string' },
  out: { type: 'string' },
  'as-at': { type: 'string' },
  'received-on': { type: 'string' },
  confirm: { type: 'string', multiple: true },
  edition: { type: 'string' },
  draft: { type: 'boolean' },
  language: { type: 'string' },
  names: { type: 'string' },
  by: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words after `boardpack`. Throws `Stopped` (exit status 2) naming the option and how to write it. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv);
  return {
    command: positionals[0] ?? null,
    about: positionals[1] ?? null,
    more: positionals.slice(2),
    help: values.help ?? false,
    quarter: values.quarter === undefined ? null : quarterOf(values.quarter),
    settings: values.settings ?? null,
    schedule: values.schedule ?? null,
    extracts: values.extracts ?? null,
    out: values.out ?? null,
    asAt: dayOf('as-at', values['as-at']),
    receivedOn: dayOf('received-on', values['received-on']),
    confirm: (values.confirm ?? []).flatMap((names) => names.split(',')),
    edition: values.edition ?? null,
    draft: values.draft ?? false,
    names: values.names ?? null,
    by: values.by ?? null,
    language: values.language === undefined ? null : languageOf(values.language),
  };
}

/** A problem with what was typed. */
export function badArgument(what: string, fix: string): Stopped {
  const problem: Problem = { kind: 'declaration', code: 'bad-argument', what, fix };
  return new Stopped([problem]);
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const what = error instanceof Error ? error.message : 'the options cannot be read';
    throw badArgument(what, 'See boardpack --help.');
  }
}

function quarterOf(text: string): Quarter {
  const quarter = parseQuarter(text);
  if (quarter) return quarter;
  throw badArgument(
    `--quarter is not a financial quarter: ${text}`,
    'Write it as "2022-23 Q4": the two years of the financial year, then Q1 (April to June) to Q4.',
  );
}

function dayOf(option: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  try {
    dayNumber(text);
    return text;
  } catch {
    throw badArgument(`--${option} is not a day: ${text}`, 'Write it as 2023-05-15.');
  }
}

function languageOf(text: string): Language {
  const language = LANGUAGES.find((each) => each === text);
  if (language) return language;
  throw badArgument(
    `--language is not one we have: ${text}`,
    'Write en for English or cy for Welsh.',
  );
}
