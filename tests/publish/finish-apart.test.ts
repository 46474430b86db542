// Documents finished in a thread of their own: one after another, and none is left waiting whatever becomes of it.
import { expect, it } from 'vitest';
import { openFinishing } from '../../pipeline/print/finish-in-worker.js';
import type { PrintJob } from '../../pipeline/print/pdf.js';

const job = (name: string): PrintJob => ({
  ...{ name, html: '', language: 'en', title: name, dated: '2023-05-15' },
});

it('says of what is no PDF, and of what was not printed, that it was not', async () => {
  const finishing = openFinishing();
  try {
    const given = [null, new Uint8Array([1, 2, 3]), null];
    const finished = await Promise.all(
      given.map((printed, at) => finishing.finish(printed, job(`document ${at}`))),
    );
    expect(finished.map(({ problems }) => problems.map(({ code, file }) => [code, file]))).toEqual(
      given.map((_, at) => [['not-printed', `document ${at}`]]),
    );
  } finally {
    await finishing.close();
  }
});

it('says it also of what comes when the thread is no more', async () => {
  const finishing = openFinishing();
  await finishing.close();
  const { problems } = await finishing.finish(null, job('late'));
  expect(problems).toMatchObject([{ code: 'not-printed', file: 'late' }]);
});
