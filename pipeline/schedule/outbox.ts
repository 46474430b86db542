// Notices in the history → sent by every channel, retried until sent, and each attempt recorded.
import type { HistoryEvent, Notice, NoticeAttempt } from './events.js';
import type { RunHistory } from './history.js';
import { MINUTE, type Instant } from './london.js';
import { listRuns, type Run } from './job-runs.js';
import type { Message } from './write-notice.js';

/** Sends one message. Returns null if it was sent, or a short code for why not; never throws. */
export type Channel = (message: Message, notice: Notice) => Promise<string | null>;

/** The dependencies of sending notices. */
export interface OutboxContext {
  readonly history: RunHistory;
  readonly now: () => Instant;
  readonly writeMessage: (notice: Notice, runs: readonly Run[]) => Message;
  readonly channels: Readonly<Partial<Record<NoticeAttempt['channel'], Channel>>>;
}

/** Status of a notice on one channel. */
export interface NoticeStatus {
  readonly notice: Notice;
  readonly channel: NoticeAttempt['channel'];
  readonly sent: boolean;
  readonly tries: number;
  /** Why the last attempt failed. */
  readonly code: string | null;
  /** Time of the next attempt; null if sent or given up. */
  readonly next: Instant | null;
}

const FIRST_WAIT = 5 * MINUTE;
const MAX_WAIT = 6 * 60 * MINUTE;
/** After four days of attempts a notice is given up, and `status` and `doctor` keep reporting it. */
const MAX_TRIES = 20;

/** Lists the status of every notice on each of its channels. */
export function listNoticeStatuses(events: readonly HistoryEvent[]): NoticeStatus[] {
  const attempts = events.filter((event) => event.event === 'posted');
  return events
    .filter((event) => event.event === 'notice')
    .flatMap((notice) =>
      notice.channels.map((channel) => {
        const own = attempts.filter(
          (each) => each.notice === notice.notice && each.channel === channel,
        );
        return readNoticeStatus(notice, channel, own);
      }),
    );
}

/** Sends every notice that is due by now; returns when the next is due, Infinity for none. */
export async function sendPendingNotices(context: OutboxContext): Promise<Instant> {
  const { history, channels } = context;
  for (const each of listNoticeStatuses(history.read().events)) {
    const channel = channels[each.channel];
    if (each.next !== null && each.next <= context.now() && channel)
      await sendNotice(context, each, channel);
  }
  const waiting = listNoticeStatuses(history.read().events).filter(
    (each) => channels[each.channel],
  );
  return Math.min(Infinity, ...waiting.map(({ next }) => next ?? Infinity));
}

async function sendNotice(
  context: OutboxContext,
  { notice, channel, tries }: NoticeStatus,
  sendMessage: Channel,
) {
  const all = listRuns(context.history.read().events);
  const runs = notice.runs.flatMap((id) => all.find((run) => run.id === id) ?? []);
  const code = await sendMessage(context.writeMessage(notice, runs), notice);
  const at = new Date(context.now()).toISOString();
  const attempt = tries + 1;
  context.history.append({ event: 'posted', at, notice: notice.notice, channel, attempt, code });
}

function readNoticeStatus(
  notice: Notice,
  channel: NoticeAttempt['channel'],
  attempts: readonly NoticeAttempt[],
): NoticeStatus {
  const last = attempts.at(-1);
  const tries = attempts.length;
  const sent = attempts.some(({ code }) => code === null);
  const isFinal = sent || tries >= MAX_TRIES;
  const wait = Math.min(FIRST_WAIT * 2 ** (tries - 1), MAX_WAIT);
  const next = last ? Date.parse(last.at) + wait : Date.parse(notice.at);
  return { notice, channel, sent, tries, code: last?.code ?? null, next: isFinal ? null : next };
}
