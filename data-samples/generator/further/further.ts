// A service's eight extracts and its plan → the extracts of everything else the board watches.
import type { Day } from '../../../pipeline/domain/period.js';
import { createRandom, type Random } from '../random.js';
import type { Table, Tables } from '../tables.js';
import { boardTable, quarterlyMeetings } from './board.js';
import { openCaseFile } from './case-file.js';
import { remandTable, reportsTable } from './court.js';
import { inventSnapshots, kpiTable, type Nation } from './kpi.js';
import { inventReferrals, referralsTable } from './referrals.js';
import { inventCentre, sessionsTable, ordinarySessions, type CentreYear } from './sessions.js';
import { wholeServiceTables, type WholePlan } from './whole.js';
import { victimsTable, type VictimYear } from './victims.js';

/** What is decided of a service's further extracts before they are invented. */
export interface FurtherPlan {
  readonly nation: Nation;
  readonly authority: string;
  readonly cut: Day;
  readonly seed: number;
  readonly meetingsFrom: number;
  /** From when partners can send what they know. */
  readonly partnersFrom: Day;
  readonly victims: readonly VictimYear[];
  readonly centre: readonly CentreYear[];
  /** What only a service that can give every extract has. */
  readonly whole: WholePlan | null;
}

/** Extracts by name. */
export type FurtherTables = Readonly<Record<string, Table>>;

/** Each extract has a stream of choices of its own, so that a change to one changes no other. */
export function furtherTables(tables: Tables, plan: FurtherPlan): FurtherTables {
  const { cut, whole } = plan;
  const file = openCaseFile(tables, plan.authority);
  const stream = (place: number): Random => createRandom(plan.seed + place);
  const snapshots = inventSnapshots(file, plan.nation, stream(1));
  const referrals = inventReferrals(file, snapshots, cut, stream(2), stream(21));
  const centre = inventCentre(file, plan.centre, stream(7));
  const first: FurtherTables = {
    kpi_snapshots: kpiTable(snapshots),
    referrals: referralsTable([...referrals, ...centre.referrals]),
    court_reports: reportsTable(file, stream(3)),
    remand_decisions: remandTable(file, stream(4)),
    victims: victimsTable(plan.victims, stream(5)),
    board_attendance: boardTable(quarterlyMeetings(plan.meetingsFrom, cut), stream(6)),
  };
  if (whole === null) return first;
  const sessions = [...centre.sessions, ...ordinarySessions(file, whole.from, cut, stream(8))];
  return {
    ...first,
    sessions: sessionsTable(sessions),
    ...wholeServiceTables(file, whole, cut, stream),
  };
}
