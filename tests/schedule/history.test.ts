// The history of runs: what is written stays, through any crash.
import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../pipeline/schedule/events.js';
import { openHistory } from '../../pipeline/schedule/history.js';
import { listRuns } from '../../pipeline/schedule/job-runs.js';
import { emptyFolder } from '../deliveries/folder.js';

const AT = '2026-03-29T01:00:00.000Z';

function begun(run: string): HistoryEvent {
  return {
    ...{ event: 'begun', at: AT, run, job: 'take-in', does: 'take in', due: AT },
    ...{ period: '2026-03-29', attempt: 1, missed: [], pid: 1 },
  };
}

function ended(run: string, status: 0 | 1 | 2 | 3): HistoryEvent {
  return { event: 'ended', at: AT, run, status, found: [], taken: [], packs: [] };
}

describe('the history', () => {
  it('returns appended events, also to another reader', () => {
    const folder = join(emptyFolder(), 'not', 'there');
    const [one, other] = [openHistory(folder), openHistory(folder)];
    expect(one.read()).toEqual({ events: [], damaged: [] });
    one.append(begun('a'));
    expect(other.read().events).toEqual([begun('a')]);
    other.append(ended('a', 2));
    expect(one.read().events).toEqual([begun('a'), ended('a', 2)]);
  });

  it('loses at most one line to a crash while writing, and reports which', () => {
    const lines = [begun('a'), ended('a', 0), begun('b'), ended('b', 3)];
    fc.assert(
      fc.property(fc.nat(), (cut) => {
        const history = openHistory(emptyFolder());
        for (const line of lines) history.append(line);
        const text = readFileSync(history.file);
        const last = text.lastIndexOf('\n', text.length - 2) + 1;
        truncateSync(history.file, last + (cut % (text.length - last)));
        history.append(begun('c'));
        const { events, damaged } = history.read();
        const kept = events.filter((event) => !('run' in event) || event.run !== 'c');
        expect(kept.slice(0, 3)).toEqual(lines.slice(0, 3));
        expect(events.at(-1)).toEqual(begun('c'));
        expect(damaged.length + kept.length).toBe(cut % (text.length - last) === 0 ? 3 : 4);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps events after a line that cannot be read', () => {
    const history = openHistory(emptyFolder());
    history.append(begun('a'));
    appendFileSync(history.file, '{"event":"begun"}\nnot JSON\n');
    history.append(ended('a', 0));
    expect(history.read()).toEqual({ events: [begun('a'), ended('a', 0)], damaged: [2, 3] });
  });

  it('gives the state of each run', () => {
    const events: HistoryEvent[] = [
      ...['a', 'b', 'c', 'd', 'e', 'f'].map(begun),
      ...([0, 1, 2, 3] as const).map((status) => ended('abcd'.charAt(status), status)),
      { event: 'crashed', at: AT, run: 'e' },
    ];
    const states = listRuns(events).map(({ state }) => state);
    expect(states).toEqual(['done', 'fault', 'person', 'computer', 'crashed', 'open']);
  });
});
