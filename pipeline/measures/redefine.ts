// A measure and the counting rules in force → the measure as it is counted, described and shown by them.
import type { Words } from '../domain/language.js';
import type { Day } from '../domain/period.js';
import {
  findOption,
  listRuleChanges,
  type CountingRule,
  type DatedRule,
} from './counting-rules.js';
import type { Measure } from './count.js';
import type { Declaration } from './declaration.js';

/**
 * The measure with the rules that its declaration names: its windows carry them, and its series breaks where another
 * option comes into force. Rules given earlier are replaced.
 */
export function attachRules(measure: Measure, rules: readonly DatedRule[]): Measure {
  const { declaration } = measure;
  const named = Object.keys(declaration.definitions ?? {});
  const own = rules.filter(({ rule }) => named.includes(rule.name));
  if (own.length === 0) return measure;
  const declared = (declaration.changes ?? []).filter(({ rule }) => rule === undefined);
  const affecting = own.filter((each) => isAffected(declaration, each));
  const changes = [...declared, ...affecting.flatMap(listRuleChanges)];
  return { ...measure, rules: own, declaration: { ...declaration, changes } };
}

/** Whether a rule can change what a measure counts, or how it is shown. */
function isAffected({ definitions = {} }: Declaration, { rule }: DatedRule): boolean {
  const own = Object.values(definitions[rule.name] ?? {});
  return !own.some(({ unaffected }) => unaffected);
}

/** The measure as it is described and shown in the pack of a quarter that ends on a day. */
export function redescribe(measure: Measure, ends: Day): Measure {
  const { declaration, rules = [] } = measure;
  return {
    ...measure,
    declaration: rules.reduce((before, each) => applyOption(each, ends, before), declaration),
  };
}

function applyOption(dated: DatedRule, ends: Day, declaration: Declaration): Declaration {
  const { rule: counting } = dated;
  const use = findOption(dated, ends);
  const option = counting.options[use];
  if (!option) throw new RangeError(`${counting.name} has no option ${use}`);
  if (!isAffected(declaration, dated)) return declaration;
  const doubted = addDoubt(declaration, option);
  if (use === counting.default && !counting.says_default) return doubted;
  const { source, window } = doubted;
  const own = declaration.definitions?.[counting.name]?.[use] ?? {};
  return {
    ...doubted,
    title: own.title ?? declaration.title,
    question: own.question ?? declaration.question,
    definition: joinWords(own.definition ?? declaration.definition, option.what, ' '),
    chart: own.chart ?? declaration.chart,
    order: own.order ?? declaration.order,
    quarter: own.quarter ?? declaration.quarter,
    window: { ...window, show: own.show ?? window.show },
    source: {
      ...source,
      rule: joinWords(own.rule ?? source.rule, option.what, ' '),
      document: joinWords(source.document, option.document, '; '),
    },
  };
}

/** A measure whose own rule is confirmed is not wholly so by an option that has a doubt. */
function addDoubt(
  declaration: Declaration,
  { unconfirmed }: CountingRule['options'][string],
): Declaration {
  const { source } = declaration;
  if (!source.confirmed || unconfirmed === undefined) return declaration;
  return { ...declaration, source: { ...source, confirmed: false, unconfirmed } };
}

/** Both, in each language; one that holds the other already stays as it is. */
function joinWords(one: Words, other: Words, between: string): Words {
  if (one.en.includes(other.en)) return one;
  return { en: `${one.en}${between}${other.en}`, cy: `${one.cy}${between}${other.cy}` };
}
