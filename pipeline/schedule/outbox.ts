// Notices in the history → sent by every channel, tried again until they are, and each try written down.
import type { Event, Notice, Posted } from './events.js';
import type { History } from './history.js';
import { MINUTE, type Instant } from './london.js';
import { runsOf, type Run } from './job-runs.js';
import type { Message } from './write-notice.js';

/** Sends one message. Gives null when it went, or a short code of why not; it never throws. */
export type Channel = (message: Message, notice: Notice) => Promise<string | null>;

/** What posting needs. */
export interface PostRoom {
  readonly history: History;
  readonly now: () => Instant;
  readonly write: (notice: Notice, runs: readonly Run[]) => Message;
  readonly channels: Readonly<Partial<Record<Posted['channel'], Channel>>>;
}

/** How a notice stands with one channel. */
export interface Standing {
  readonly notice: Notice;
  readonly channel: Posted['channel'];
  readonly sent: boolean;
  readonly tries: number;
  /** Why the last try failed. */
  readonly code: string | null;
  /** When it is to be tried again; null when sent or given up. */
  readonly next: Instant | null;
}

const FIRST_WAIT = 5 * MINUTE;
const LONGEST_WAIT = 6 * 60 * MINUTE;
/** After four days of tries a notice is given up, and `status` and `doctor` go on saying so. */
const MOST_TRIES = 20;

/** How every notice stands with each channel it was to go by. */
export function standings(events: readonly Event[]): Standing[] {
  const posted = events.filter((event) => event.event === 'posted');
  return events
    .filter((event) => event.event === 'notice')
    .flatMap((notice) =>
      notice.channels.map((channel) => {
        const own = posted.filter(
          (each) => each.notice === notice.notice && each.channel === channel,
        );
        return standing(notice, channel, own);
      }),
    );
}

/** Sends whatever is to be sent by now; gives when the next is, Infinity for none. */
export async function post(room: PostRoom): Promise<Instant> {
  const { history, channels } = room;
  for (const each of standings(history.read().events)) {
    const channel = channels[each.channel];
    if (each.next !== null && each.next <= room.now() && channel) await send(room, each, channel);
  }
  const waiting = standings(history.read().events).filter((each) => channels[each.channel]);
  return Math.min(Infinity, ...waiting.map(({ next }) => next ?? Infinity));
}

async function send(room: PostRoom, { notice, channel, tries }: Standing, by: Channel) {
  const all = runsOf(room.history.read().events);
  const runs = notice.runs.flatMap((id) => all.find((run) => run.id === id) ?? []);
  const code = await by(room.write(notice, runs), notice);
  const at = new Date(room.now()).toISOString();
  const attempt = tries + 1;
  room.history.append({ event: 'posted', at, notice: notice.notice, channel, attempt, code });
}

function standing(notice: Notice, channel: Posted['channel'], posted: readonly Posted[]): Standing {
  const last = posted.at(-1);
  const tries = posted.length;
  const sent = posted.some(({ code }) => code === null);
  const over = sent || tries >= MOST_TRIES;
  const wait = Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
  const next = last ? Date.parse(last.at) + wait : Date.parse(notice.at);
  return { notice, channel, sent, tries, code: last?.code ?? null, next: over ? null : next };
}
