// The status of notices on each channel → those that people never received.
import type { Problem } from '../domain/problem.js';
import type { NoticeStatus } from '../schedule/outbox.js';
import type { CheckOutcome } from './finding.js';

/** Reports which notices were not sent. Those given up are a problem until a later one is sent by the same channel. */
export function checkNotices(statuses: readonly NoticeStatus[], file: string): CheckOutcome {
  const unsent = statuses.filter(({ sent, tries }) => !sent && tries > 0);
  return {
    summary: `${statuses.length - unsent.length} of ${statuses.length} sent or waiting`,
    problems: unsent.map((each) => describeUnsentNotice(each, isSuperseded(each, statuses), file)),
  };
}

function isSuperseded(
  { notice, channel }: NoticeStatus,
  statuses: readonly NoticeStatus[],
): boolean {
  return statuses.some(
    (other) => other.channel === channel && other.sent && other.notice.at > notice.at,
  );
}

function describeUnsentNotice(status: NoticeStatus, superseded: boolean, file: string): Problem {
  const { notice, channel, code, tries, next } = status;
  return {
    kind: next === null && !superseded ? 'declaration' : 'note',
    code: 'notice-unsent',
    file,
    variant: superseded ? 'superseded' : next === null ? 'given-up' : 'trying',
    facts: { day: notice.at.slice(0, 10), channel, reason: code ?? '–', attempts: tries },
  };
}
