// A laid-out service → its packs, built by this checkout in this process, without a browser.
import { join } from 'node:path';
import { buildPack } from '../../pipeline/build-pack.js';
import { selectDraftEditions } from '../../pipeline/config/draft-editions.js';
import { draftsFolder } from '../../pipeline/config/drafts.js';
import type { PackRequest } from '../../pipeline/config/pack-request.js';
import { selectMeasures } from '../../pipeline/config/select-measures.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { readProblemWords } from '../../pipeline/config/read-problem-words.js';
import { ProblemError, type Problem } from '../../pipeline/domain/problem.js';
import { describeProblem } from '../../pipeline/domain/problem-words.js';
import type { printDocuments } from '../../pipeline/print/print-documents.js';
import { theProject } from '../project.js';
import type { Build } from './build-plan.js';

/** Builds as the command line does. Gives what it would say of why it stopped, or null. */
export async function buildHere(build: Build): Promise<string | null> {
  try {
    await buildPack(createRequest(build), () => undefined, leaveUnprinted);
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(describeInEnglish).join('\n');
  }
}

const english = readProblemWords(theProject().folder, 'en');

function describeInEnglish(problem: Problem): string {
  const { what, fix } = describeProblem(problem, english);
  return `[${problem.code}] ${what} ${fix}`;
}

function createRequest({ folder, quarter: label, asAt, languages, ...build }: Build): PackRequest {
  const settings = readSettings(join(folder, 'service.yaml'));
  const quarter = parseQuarter(label);
  if (!quarter) throw new RangeError(label);
  const project = selectMeasures(theProject(), settings, quarter);
  return {
    ...{ project, settings, quarter, languages, extracts: null, draft: build.draft },
    out: build.draft ? draftsFolder(settings.output) : settings.output,
    asOf: { asAt, today: asAt },
    editions: build.draft
      ? selectDraftEditions(project.editions)
      : project.editions.filter(({ name }) => build.editions.includes(name)),
  };
}

const leaveUnprinted: typeof printDocuments = async (jobs) => {
  const printed: Awaited<ReturnType<typeof printDocuments>> = [];
  for await (const job of jobs) printed.push({ job, pdf: new Uint8Array() });
  return printed;
};
