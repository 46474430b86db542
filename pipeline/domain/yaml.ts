// YAML as people write it → its value, or why it is none.
import { YAMLException, loadAll } from 'js-yaml';

/** What a text of YAML 1.2 says, or what is wrong with it and on which line of it, counted from 1, where that is known. */
export type YamlResult =
  | { readonly value: unknown }
  | { readonly fault: string; readonly line: number | undefined };

/** Reads one document; none is null. A key given twice is a fault, and so is a second document. */
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
