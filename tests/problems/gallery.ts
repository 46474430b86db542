// The words of problems and invented facts → a page with every problem as it is printed, in both languages.
import { join } from 'node:path';
import { projectFolder } from '../../pipeline/config/project.js';
import type { Language } from '../../pipeline/domain/language.js';
import type { Problem } from '../../pipeline/domain/problem.js';
import { describeProblem } from '../../pipeline/domain/problem-words.js';
import { chooseFacts } from './example-facts.js';
import { PROBLEM_WORDS } from './words.js';

/** Where the page is kept. */
export const GALLERY_FILE = join(projectFolder(), 'docs', 'problems.md');

const OPENING = `# Every problem that Boardpack can report

Made by \`npm run gallery\` from templates/words/{en,cy}/problems: do not edit it here. Files, names and numbers are
invented. Under each code stand its texts in English and in Welsh: what is wrong, then what to do.
`;

/** One problem for every text: each variant of a code, or the code alone. */
export function listExamples(): Problem[] {
  return [...PROBLEM_WORDS.en.codes].flatMap(([code, { what, fix }]) => {
    const variants = [what, fix].flatMap((text) =>
      typeof text === 'string' ? [] : Object.keys(text),
    );
    const example = { kind: 'data', code, facts: chooseFacts(code) } as const;
    if (variants.length === 0) return [example];
    return [...new Set(variants)].map((variant) => ({ ...example, variant }));
  });
}

/** The page. */
export function writeGallery(): string {
  const examples = listExamples().toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const codes = [...new Set(examples.map(({ code }) => code))];
  const parts = codes.map((code) => {
    const own = examples.filter((each) => each.code === code);
    return `## ${code}\n\n${own.map(writeExample).join('\n')}`;
  });
  return `${OPENING}\n${parts.join('\n')}`;
}

function writeExample(problem: Problem): string {
  const write = (language: Language): string => {
    const { what, fix } = describeProblem(problem, PROBLEM_WORDS[language]);
    return `- ${language}: ${escape(what)} → ${escape(fix)}\n`;
  };
  return write('en') + write('cy');
}

/** Text that Markdown would take for its own. */
function escape(text: string): string {
  return text.replaceAll(/[<>*_|]/g, '\\$&');
}
