// YAML text → its value, or the reason why it cannot be read.
import { YAMLException, loadAll } from 'js-yaml';

/** What is wrong with a text, as the name of a phrase in the words of problems. */
export type YamlFault =
  | 'yaml-documents'
  | 'yaml-twice'
  | 'yaml-tabs'
  | 'yaml-spaces'
  | 'yaml-open'
  | 'yaml-colon'
  | 'yaml-other';

/** The value of a YAML 1.2 text, or what is wrong with it and on which line, counted from 1, if known. */
type YamlResult =
  | { readonly value: unknown }
  | { readonly fault: YamlFault; readonly line: number | undefined };

/** What js-yaml says, by what a person would look for; the first that its reason matches. */
const REASONS: readonly (readonly [RegExp, YamlFault])[] = [
  [/duplicated mapping key/, 'yaml-twice'],
  [/tab characters/, 'yaml-tabs'],
  [/deficient indentation|quoted scalar|flow collection/, 'yaml-open'],
  [/indentation/, 'yaml-spaces'],
  [/mapping key|multiline key|key-value separator/, 'yaml-colon'],
];

/** Reads one document; an empty text is null. A duplicate key is an error, and so is a second document. */
export function readYaml(text: string): YamlResult {
  try {
    const [value = null, ...more] = loadAll(text);
    return more.length > 0 ? { fault: 'yaml-documents', line: undefined } : { value };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark?.line;
    return { fault: nameFault(error.reason), line: line === undefined ? undefined : line + 1 };
  }
}

function nameFault(reason: string): YamlFault {
  return REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'yaml-other';
}
