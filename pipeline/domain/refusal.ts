// What a schema refuses → a phrase of templates/words/<language>/problem-parts.yaml, so that no library's English is quoted.
import type { z } from 'zod';
import type { Facts, Phrase } from './problem.js';

/** What an issue of our own says: zod's message names the phrase, and `params` fill its gaps. */
const OWN = /^refused-[a-z-]+$/;

/** By the type that a schema expects, the phrase that asks for it. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'refused-text',
  number: 'refused-number',
  nan: 'refused-number',
  int: 'refused-whole',
  boolean: 'refused-yes-no',
  array: 'refused-list',
  tuple: 'refused-list',
  object: 'refused-keys',
  record: 'refused-keys',
};

/** By the format that a schema expects, the phrase that asks for it. */
const FORMATS: Readonly<Record<string, string>> = {
  date: 'refused-date',
  email: 'refused-email',
  safeint: 'refused-whole',
};

const OTHER: Phrase = { phrase: 'refused-form' };

/** An issue of zod as the end of a sentence that begins with its key: `must be text`. Whatever is not known is `OTHER`. */
export function describeRefusal(issue: z.core.$ZodIssue): Phrase {
  if (OWN.test(issue.message))
    return { phrase: issue.message, facts: issue.code === 'custom' ? readFacts(issue) : {} };
  switch (issue.code) {
    case 'invalid_type':
      if (isMissing(issue)) return { phrase: 'refused-missing' };
      return { phrase: TYPES[issue.expected] ?? OTHER.phrase };
    case 'invalid_format':
      return describeFormat(issue);
    case 'invalid_value':
      return { phrase: 'refused-choice', facts: { choices: issue.values.map(String) } };
    case 'unrecognized_keys':
      return { phrase: 'refused-unknown-keys', facts: { names: issue.keys } };
    case 'too_small':
      return describeSmall(issue);
    case 'too_big':
      return describeBig(issue);
    default:
      return OTHER;
  }
}

/** Whether a key is not there: zod keeps no other trace of it than its message. */
export function isMissing({ code, message }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type' && message.endsWith('received undefined');
}

function readFacts({ params = {} }: z.core.$ZodIssueCustom): Facts {
  return params as Facts;
}

function describeFormat({ format, ...issue }: z.core.$ZodIssueInvalidStringFormat): Phrase {
  if (format === 'regex' && 'pattern' in issue)
    return { phrase: 'refused-pattern', facts: { pattern: issue.pattern } };
  return { phrase: FORMATS[format] ?? OTHER.phrase };
}

function describeSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Phrase {
  const least = String(minimum);
  if (origin === 'string') return least === '1' ? { phrase: 'refused-empty' } : OTHER;
  const phrase = origin === 'array' ? 'refused-few' : 'refused-small';
  return { phrase, facts: { least } };
}

function describeBig({ origin, maximum }: z.core.$ZodIssueTooBig): Phrase {
  if (origin === 'string') return OTHER;
  const phrase = origin === 'array' ? 'refused-many' : 'refused-big';
  return { phrase, facts: { most: String(maximum) } };
}
