// How notices stand with each channel → those that people never got.
import type { Problem } from '../domain/problem.js';
import type { Standing } from '../schedule/outbox.js';
import type { Look } from './finding.js';

/** Says which notices did not go out. Those given up are a problem until a later one has gone by the same channel. */
export function noticesLook(standings: readonly Standing[], file: string): Look {
  const unsent = standings.filter(({ sent, tries }) => !sent && tries > 0);
  return {
    says: `${standings.length - unsent.length} of ${standings.length} sent or waiting`,
    problems: unsent.map((each) => unsentNotice(each, isMended(each, standings), file)),
  };
}

function isMended({ notice, channel }: Standing, standings: readonly Standing[]): boolean {
  return standings.some(
    (other) => other.channel === channel && other.sent && other.notice.at > notice.at,
  );
}

function unsentNotice(standing: Standing, mended: boolean, file: string): Problem {
  const { notice, channel, code, tries, next } = standing;
  const over = next === null ? `given up after ${tries} tries` : `tried ${tries} times so far`;
  return {
    kind: next === null && !mended ? 'declaration' : 'note',
    code: 'notice-unsent',
    file,
    what: `the notice of ${notice.at.slice(0, 10)} did not go by ${channel} (${code ?? 'unknown'}), ${over}`,
    fix: mended
      ? 'Later ones did go. What it said is in boardpack status and in the history.'
      : 'Mend notices in this file, or ask those who keep the mail server. boardpack status has what it said.',
  };
}
