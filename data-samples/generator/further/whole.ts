// A whole service's plan → the extracts that few services can give from the first day: parents, voice, safety, staff, money.
import type { Day } from '../../../pipeline/domain/period.js';
import type { Random } from '../random.js';
import type { CaseFile } from './case-file.js';
import type { FurtherTables } from './further.js';
import { parentingTable, type ParentingYear } from './parenting.js';
import {
  escalationsTable,
  exploitationTable,
  incidentsTable,
  missingTable,
  type SafetyYear,
} from './safety.js';
import { auditsTable, scrutinyTable, type StandardsYear } from './standards.js';
import { feedbackTable, softTable, type SoftYear } from './voice.js';
import {
  financeTable,
  quarterEnds,
  staffTable,
  supervisionTable,
  type MoneyYear,
  type PostPlan,
} from './workforce.js';

/** What is decided before these extracts are invented. Their rows begin in the financial year that `from` opens. */
export interface WholePlan {
  readonly from: Day;
  readonly firstQuarterEnd: Day;
  readonly parenting: readonly ParentingYear[];
  readonly soft: readonly SoftYear[];
  readonly safety: readonly SafetyYear[];
  readonly standards: readonly StandardsYear[];
  readonly posts: readonly PostPlan[];
  readonly money: readonly MoneyYear[];
}

/** The extracts by name, each from its own stream of choices. */
export function wholeServiceTables(
  file: CaseFile,
  plan: WholePlan,
  cut: Day,
  stream: (place: number) => Random,
): FurtherTables {
  return {
    parenting_support: parentingTable(file, plan.parenting, stream(9)),
    feedback: feedbackTable(file, plan.from, stream(10)),
    soft_outcomes: softTable(file, plan.soft, stream(11)),
    exploitation: exploitationTable(file, plan.safety, stream(12)),
    missing_episodes: missingTable(file, plan.safety, cut, stream(13)),
    audits: auditsTable(file, plan.standards, stream(14)),
    scrutiny: scrutinyTable(plan.standards, stream(15)),
    staff: staffTable(plan.posts, quarterEnds(plan.firstQuarterEnd, cut), stream(16)),
    supervision: supervisionTable(plan.posts, cut, stream(17)),
    finance: financeTable(plan.money, stream(18)),
    escalations: escalationsTable(plan.safety, cut, stream(19)),
    incidents: incidentsTable(plan.safety, stream(20)),
  };
}
