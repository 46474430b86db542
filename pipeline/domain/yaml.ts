// YAML as people write it → its value, or why it is none.
import { YAMLException, load } from 'js-yaml';

/** What a text of YAML 1.2 says, or what is wrong with it and on which line of it, counted from 1, where that is known. */
export type Yaml =
  | { readonly value: unknown }
  | { readonly fault: string; readonly line: number | undefined };

/** Reads one document. A key given twice is a fault, and so is nothing at all. */
export function readYaml(text: string): Yaml {
  try {
    return { value: load(text) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark?.line;
    return { fault: error.reason, line: line === undefined ? undefined : line + 1 };
  }
}
