// One commentary file → its front matter and its text, with the line number where the text starts.
import { z } from 'zod';
import type { Language } from '../domain/language.js';
import type { Facts, Problem } from '../domain/problem.js';
import { describeRefusal } from '../domain/refusal.js';
import { readYaml } from '../domain/yaml.js';

const frontMatterSchema = z.strictObject({
  author: z.string().min(1),
  date: z.iso.date(),
  language: z.enum(['en', 'cy']),
  editions: z.array(z.string().min(1)).min(1).optional(),
});

/**
 * The name in place of a section of a case study: the story of one child. It belongs to editions that hide nothing, has a
 * page of its own, and its numbers are the child's, so that no figure of the pack can confirm them.
 */
export const CASE_STUDY = 'case-study';

/** A commentary as written: author, date and Markdown text, which starts at line `firstLine` of the file. */
export interface Commentary {
  /** The file name used in problems. */
  readonly file: string;
  readonly section: string;
  readonly language: Language;
  readonly author: string;
  readonly date: string;
  /** The editions that carry it, by name; null if it does not say (`carriesText`). */
  readonly editions: readonly string[] | null;
  readonly text: string;
  readonly firstLine: number;
}

const OPENING = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Reads front matter strictly: author, date (`YYYY-MM-DD`), language and perhaps editions. Returns problems if it is invalid. */
export function readCommentary(
  file: string,
  section: string,
  language: Language,
  content: string,
): Commentary | Problem[] {
  const opening = OPENING.exec(content);
  if (!opening) return [describeFrontMatterProblem(file, 'none')];
  const frontMatter = readYaml(opening[1] ?? '');
  if ('fault' in frontMatter) return [describeFrontMatterProblem(file, 'not-yaml')];
  const read = frontMatterSchema.safeParse(frontMatter.value);
  if (!read.success)
    return read.error.issues.map((issue) =>
      describeFrontMatterProblem(file, issue.path.length === 0 ? 'whole' : 'key', {
        key: issue.path.join('.'),
        message: describeRefusal(issue),
      }),
    );
  if (read.data.language !== language)
    return [
      describeFrontMatterProblem(file, 'language', {
        named: language,
        said: read.data.language,
      }),
    ];
  const firstLine = opening[0].split('\n').length;
  const text = content.slice(opening[0].length);
  return { file, section, ...read.data, editions: read.data.editions ?? null, text, firstLine };
}

function describeFrontMatterProblem(file: string, variant: string, facts: Facts = {}): Problem {
  return { kind: 'data', code: 'bad-front-matter', variant, file, line: 1, facts };
}
