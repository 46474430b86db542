// Notices: sent by a real mail server and to a folder, in both languages, retried until sent, and without any child.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNoticeWords } from '../../pipeline/schedule/notice-words.js';
import { projectFolder } from '../../pipeline/config/project.js';
import type { EmailSettings } from '../../pipeline/schedule/declaration.js';
import type { HistoryEvent, Notice } from '../../pipeline/schedule/events.js';
import { openHistory, type RunHistory } from '../../pipeline/schedule/history.js';
import { parseTime, MINUTE } from '../../pipeline/schedule/london.js';
import { createFolderChannel } from '../../pipeline/schedule/notice-folder.js';
import {
  sendPendingNotices,
  listNoticeStatuses,
  type Channel,
  type OutboxContext,
} from '../../pipeline/schedule/outbox.js';
import { listRuns, type Run } from '../../pipeline/schedule/job-runs.js';
import { createEmailChannel } from '../../pipeline/schedule/smtp.js';
import { writeNotice, type Message } from '../../pipeline/schedule/write-notice.js';
import { emptyFolder } from '../deliveries/folder.js';
import { closeLast, mailServer, textOf } from './mail-server.js';

const SERVICE = { en: 'Test Service', cy: 'Gwasanaeth Prawf' };
const WORDS = readNoticeWords(projectFolder(), { service: SERVICE, languages: ['cy', 'en'] });
const NOW = parseTime('2026-03-29', '02:30');
const AT = new Date(NOW).toISOString();

const EVENTS: HistoryEvent[] = [
  {
    ...{ event: 'begun', at: AT, run: 'r1', job: 'take-in', does: 'take in', due: AT },
    ...{ period: '2026-03-29', attempt: 1, pid: 1 },
    missed: [{ due: '2026-03-28T01:30:00.000Z', period: '2026-03-28' }],
  },
  {
    ...{ event: 'ended', at: AT, run: 'r1', status: 2, packs: ['2025-26 Q4'] },
    found: [
      { code: 'missing-extract', kind: 'data', extract: 'custody', count: 1 },
      { code: 'a-new-code', kind: 'data', extract: null, count: 2 },
    ],
    taken: [
      { extract: 'children', received: 700, accepted: 697, set_aside: 3 },
      { extract: 'offences', received: 1700, accepted: 1683, set_aside: 17 },
      { extract: 'victims', received: 9, accepted: 9, set_aside: 0 },
    ],
  },
];
const NOTICE: Notice = {
  ...{ event: 'notice', at: AT, notice: `${AT} take-in person`, about: 'run', runs: ['r1'] },
  channels: ['folder', 'email'],
};

function written(runs: readonly Run[] = listRuns(EVENTS)): Message {
  return writeNotice(NOTICE, runs, WORDS);
}

describe('a notice', () => {
  it('states what ran, what was missed, what is wrong and what to do, in English and then in Welsh', () => {
    const { subject, text } = written();
    expect(subject).toBe(
      'Test Service: Boardpack needs somebody / Gwasanaeth Prawf: mae angen rhywun ar Boardpack',
    );
    for (const said of [
      'take-in (2026-03-29), 2026-03-29 02:30: a file or a setting needs a person',
      'missed before it and not made up singly: 2026-03-28 01:30 (2026-03-28)',
      'custody: no file came',
      'a-new-code',
      'offences: 17 rows set aside',
      'pack built: 2025-26 Q4',
      'boardpack check',
    ])
      expect(text).toContain(said);
    expect(text.indexOf('custody: ni ddaeth ffeil')).toBeGreaterThan(text.indexOf('custody: no'));
  });

  it('prints no count below five, and no count of children', () => {
    const { text } = written();
    expect(text).toContain('children: fewer than 5 rows set aside');
    expect(text).not.toMatch(/\b(3|9|697|700|1683|1700)\b/);
  });

  it('has words for every state of a finished run, in both languages', () => {
    for (const state of ['done', 'person', 'computer', 'crashed', 'fault'] as const)
      for (const about of ['run', 'digest'] as const) {
        const runs = listRuns(EVENTS).map((run) => ({ ...run, state }));
        const { text } = writeNotice({ ...NOTICE, about }, runs, WORDS);
        expect(text).not.toMatch(/[{}]|undefined/);
      }
    expect(writeNotice({ ...NOTICE, about: 'digest' }, [], WORDS).text).toContain(
      'Nothing has run',
    );
  });
});

function settings(port: number, changed: Partial<EmailSettings> = {}): EmailSettings {
  return {
    ...{ host: '127.0.0.1', port, security: 'none', from: 'boardpack@example.org' },
    ...{ to: ['one@example.org', 'two@example.org'], ...changed },
  };
}

describe('e-mail', () => {
  it('arrives complete, with Welsh letters, for every recipient', async () => {
    const { port, mails } = await mailServer();
    expect(await createEmailChannel(settings(port), undefined)(written(), NOTICE)).toBeNull();
    expect(mails).toHaveLength(1);
    const [mail = ''] = mails;
    expect(mail).toMatch(/^To: one@example\.org, two@example\.org\r$/m);
    expect(textOf(mail).replaceAll('\r\n', '\n').trimEnd()).toBe(written().text.trimEnd());
  });

  it('authenticates with a user and password, and reports a wrong one', async () => {
    const { port, mails } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) => {
        if (username === 'u' && password === 'right') done(null, { user: 'u' });
        else done(new Error('the password of u is not that'));
      },
    });
    const send = (password: string) => createEmailChannel(settings(port, { user: 'u' }), password);
    expect(await send('wrong')(written(), NOTICE)).toBe('EAUTH');
    expect(await send('right')(written(), NOTICE)).toBeNull();
    expect(mails).toHaveLength(1);
  });

  it('signs in with a token that it asks for with the client’s secret, and says by code only that it got none', async () => {
    const { port, mails } = await mailServer({
      ...{ authOptional: false, allowInsecureAuth: true, authMethods: ['XOAUTH2'] },
      onAuth: ({ username, accessToken }, _, done) => {
        if (username === 'u@example.org' && accessToken === 'good') done(null, { user: 'u' });
        else done(new Error('not that token'));
      },
    });
    const oauth = {
      token_url: 'https://login.example.org/tenant/token',
      ...{ client_id: 'client', scope: 'mail' },
    };
    const asked: [unknown, URLSearchParams][] = [];
    const send = (status: number, answer: unknown) =>
      createEmailChannel(
        settings(port, { user: 'u@example.org', oauth }),
        'secret',
        (url, init) => {
          asked.push([url, init?.body as URLSearchParams]);
          return Promise.resolve(Response.json(answer, { status }));
        },
      )(written(), NOTICE);
    expect(await send(200, { access_token: 'good', token_type: 'Bearer' })).toBeNull();
    expect(mails).toHaveLength(1);
    expect(asked[0]?.[0]).toBe(oauth.token_url);
    expect(Object.fromEntries(asked[0]?.[1] ?? [])).toEqual({
      ...{ grant_type: 'client_credentials', client_id: 'client' },
      ...{ client_secret: 'secret', scope: 'mail' },
    });
    expect(await send(200, { access_token: 'old' })).toBe('EAUTH');
    expect(await send(401, { error_description: 'the secret of client is wrong' })).toBe('ETOKEN');
    expect(await send(200, { error: 'none' })).toBe('ETOKEN');
    expect(mails).toHaveLength(1);
  });

  it('is not sent unencrypted unless the settings allow it', async () => {
    const { port, mails } = await mailServer();
    const starttls = createEmailChannel(settings(port, { security: 'starttls' }), undefined);
    expect(await starttls(written(), NOTICE)).toMatch(/^E[A-Z]+$/);
    expect(mails).toEqual([]);
  });

  it('reports an unreachable server by code only', async () => {
    const { port } = await mailServer();
    await closeLast();
    const code = await createEmailChannel(settings(port), undefined)(written(), NOTICE);
    expect(code).toMatch(/^E[A-Z]+$/);
  });
});

function room(history: RunHistory, now: () => number, email: Channel): OutboxContext {
  return {
    ...{ history, now, writeMessage: (_, runs) => written(runs) },
    channels: { folder: createFolderChannel(join(history.file, '..', 'notices')), email },
  };
}

describe('sending pending notices', () => {
  it('retries after growing waits until the server is back, and records each attempt', async () => {
    const history = openHistory(emptyFolder());
    for (const event of [...EVENTS, NOTICE]) history.append(event);
    const { port } = await mailServer();
    await closeLast();
    let now = NOW;
    const down = room(history, () => now, createEmailChannel(settings(port), undefined));
    expect(await sendPendingNotices(down)).toBe(NOW + 5 * MINUTE);
    expect(await sendPendingNotices(down)).toBe(NOW + 5 * MINUTE);
    now += 5 * MINUTE;
    expect(await sendPendingNotices(down)).toBe(now + 10 * MINUTE);
    const back = await mailServer();
    const up = room(history, () => now, createEmailChannel(settings(back.port), undefined));
    now += 10 * MINUTE;
    expect(await sendPendingNotices(up)).toBe(Infinity);
    expect(await sendPendingNotices(up)).toBe(Infinity);
    expect(back.mails).toHaveLength(1);
    const tries = listNoticeStatuses(history.read().events).map(
      ({ channel, sent, tries: count }) => ({
        ...{ channel, sent, count },
      }),
    );
    expect(tries).toEqual([
      { channel: 'folder', sent: true, count: 1 },
      { channel: 'email', sent: true, count: 3 },
    ]);
    const folder = join(history.file, '..', 'notices');
    const [file = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, file), 'utf8')).toContain('custody: no file came');
  });

  it('gives up in the end, and keeps the unsent notice on record', async () => {
    const history = openHistory(emptyFolder());
    for (const event of [...EVENTS, NOTICE]) history.append(event);
    let now = NOW;
    const never = room(
      history,
      () => now,
      () => Promise.resolve('ECONNECTION'),
    );
    let next = await sendPendingNotices(never);
    for (let tries = 1; next !== Infinity && tries < 100; tries += 1) {
      now = next;
      next = await sendPendingNotices(never);
    }
    const email = listNoticeStatuses(history.read().events).find(
      ({ channel }) => channel === 'email',
    );
    expect(email).toMatchObject({ sent: false, tries: 20, code: 'ECONNECTION', next: null });
    expect((now - NOW) / MINUTE / 60 / 24).toBeGreaterThan(3);
  });
});
