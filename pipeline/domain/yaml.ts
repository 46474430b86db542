// YAML text → its value, or the reason why it cannot be read.
import { YAMLException, loadAll } from 'js-yaml';

/** The value of a YAML 1.2 text, or what is wrong with it and on which line, counted from 1, if known. */
type YamlResult =
  | { readonly value: unknown }
  | { readonly fault: string; readonly line: number | undefined };

/** Reads one document; an empty text is null. A duplicate key is an error, and so is a second document. */
export function readYaml(text: string): YamlResult {
  try {
    const [value = null, ...more] = loadAll(text);
    return more.length > 0 ? { fault: 'more than one document', line: undefined } : { value };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark?.line;
    return { fault: error.reason, line: line === undefined ? undefined : line + 1 };
  }
}
