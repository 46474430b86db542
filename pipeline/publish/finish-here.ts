// Finishes and checks a document in this thread.
import { checkPdf } from './check.js';
import { bytesOf, finishPdf } from './finish.js';
import { unprinted, type Finish } from './finished.js';

/** Never rejects: a document that could not be printed is one with a problem, so that none is left waiting. */
export const finishHere: Finish = async (printed, job) => {
  try {
    if (!printed) return unprinted(job);
    const document = await finishPdf(printed, job);
    return { file: await bytesOf(document), problems: checkPdf(document, job) };
  } catch {
    return unprinted(job);
  }
};
