// A project, a service's settings and a quarter → the measures of its pack, counted by the definitions it chose.
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import {
  dateByDefault,
  dateRule,
  type CountingRule,
  type DatedRule,
} from '../measures/counting-rules.js';
import { attachRules, redescribe } from '../measures/redefine.js';
import { compareOrder, selectNation, type Project } from './project.js';
import type { Settings } from './settings.js';

/**
 * The project with the measures that a service has in the pack of a quarter: its nation's, those that are published by
 * then, each by the definitions in the settings or else the project's own. Throws `ProblemError` for a definition in the
 * settings that is not declared, or that has two options on one day.
 */
export function selectMeasures(
  project: Project,
  { nation, definitions }: Pick<Settings, 'nation' | 'definitions'>,
  { ends }: { readonly ends: Day },
): Project {
  const rules = dateRules(project.rules, definitions);
  const own = selectNation(project, nation);
  const measures = own.measures
    .filter(({ declaration: { since } }) => since === undefined || since <= ends)
    .map((measure) => redescribe(attachRules(measure, rules), ends))
    .sort(compareOrder);
  return { ...own, measures };
}

function dateRules(
  rules: readonly CountingRule[],
  chosen: Settings['definitions'],
): readonly DatedRule[] {
  const problems = Object.entries(chosen).flatMap(([name, steps]) => {
    const rule = rules.find((each) => each.name === name);
    const known = Object.keys(rule?.options ?? {});
    if (!rule)
      return [
        describeUnknown(
          name,
          rules.map((each) => each.name),
        ),
      ];
    const days = steps.map(({ from = '' }) => from);
    return [
      ...steps
        .filter(({ use }) => !known.includes(use))
        .map(({ use }) => describeUnknown(`${name}: ${use}`, known)),
      ...(new Set(days).size === days.length ? [] : [describeTwice(name)]),
    ];
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return rules.map((rule) => {
    const steps = chosen[rule.name];
    return steps ? dateRule(rule, steps) : dateByDefault(rule);
  });
}

function describeUnknown(chosen: string, known: readonly string[]): Problem {
  return {
    kind: 'declaration',
    code: 'unknown-definition',
    variant: 'not-declared',
    facts: { chosen, known },
  };
}

function describeTwice(rule: string): Problem {
  return { kind: 'declaration', code: 'unknown-definition', variant: 'same-day', facts: { rule } };
}
