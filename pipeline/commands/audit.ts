// boardpack audit: whether a release of an edition, with all before it, gives a small count away.
import { selectNation, readProject } from '../config/project.js';
import { readLedgerEvents } from '../deliveries/ledger.js';
import { auditReleases } from '../disclosure/audit/protect.js';
import { loadSolver } from '../disclosure/audit/solver.js';
import type { Edition } from '../disclosure/edition.js';
import type { Problem } from '../domain/problem.js';
import { findArchiveAudit } from '../editions/audit-archive.js';
import { reportAudit, requireSafe, type EditionAudit } from '../editions/audit-edition.js';
import { relateMeasures } from '../editions/disclose-edition.js';
import { badArgument, type Arguments } from './arguments.js';
import type { Terminal } from './print.js';
import { readRunSettings } from './service-settings.js';

/** Audits the last release, or the last of a quarter, in full. Prints each exposed count: for the information officer alone. */
export async function audit(options: Arguments, terminal: Terminal): Promise<readonly Problem[]> {
  const project = readProject();
  const { deliveries: store, nation } = readRunSettings(options, project);
  const national = selectNation(project, nation);
  const edition = chooseEdition(project.editions, options.edition);
  terminal.progress('reading the releases');
  const asked = { edition, quarter: options.quarter?.label ?? null };
  const found = findArchiveAudit(store, readLedgerEvents(store), asked, {
    relations: relateMeasures(national),
    names: { ...project.names, groups: new Map() },
  });
  if (found === null) throw badArgument('nothing-to-audit', { edition: edition.name });
  terminal.progress('auditing');
  const openModel = await loadSolver();
  const report = reportAudit(found, auditReleases(found, openModel), openModel);
  terminal.progress('');
  const { quarter, as_at } = found.release;
  terminal.out(`${quarter} as at ${as_at}, ${edition.name} edition: ${summarise(report)}`);
  if (found.unaudited > 0)
    terminal.out(`${String(found.unaudited)} earlier releases have no counts beside them`);
  for (const each of report.exposures) terminal.out(`exposed: ${describe(each)}`);
  for (const each of report.inherited) terminal.out(`exposed before: ${describe(each)}`);
  for (const each of report.broken) terminal.out(`does not hold: ${each}`);
  return requireSafe([{ edition, audit: report }]);
}

function chooseEdition(editions: readonly Edition[], name: string | null): Edition {
  const hiding = editions.filter(({ hide_below }) => hide_below > 0);
  const found = hiding.find((edition) => name === null || edition.name === name);
  if (found) return found;
  const names = hiding.map((edition) => edition.name);
  throw badArgument('no-hiding-edition', { typed: name ?? '', names });
}

function summarise({ releases, protected: count, exposures, inherited }: EditionAudit): string {
  const numbers = [exposures.length, inherited.length].map(String);
  return `${String(releases)} releases, ${String(count)} small counts; ${numbers[0] ?? ''} exposed, ${numbers[1] ?? ''} exposed before`;
}

function describe({ name, least, most }: EditionAudit['exposures'][number]): string {
  return `${name}: ${least === most ? String(least) : `${String(least)} to ${String(most)}`}`;
}
