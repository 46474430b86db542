// One query → the same query with one rule of it bent, for every rule that cases must hold it to.

/** A query changed in one place. `change` and `line` name the place, and stay true when other lines move. */
export interface Mutant {
  readonly change: string;
  readonly line: string;
  readonly sql: string;
}

/** A place to bend: what to find, the name of the change, and what to put there; null leaves the place as it is. */
interface Bend {
  readonly find: RegExp;
  readonly change: string;
  readonly put: (found: RegExpExecArray) => string | null;
}

/** A term without spaces, which may be a call with simple arguments: `w.ends`, `date '2020-01-01'` is not one. */
const TERM = String.raw`[\w.]+(?:\((?:[^()]|\([^()]*\))*\))?`;
const BETWEEN = new RegExp(`(${TERM}) between (${TERM}) and (${TERM})`, 'g');

const swapped = (one: string, other: string): Bend[] =>
  [
    [one, other],
    [other, one],
  ].map(([from = '', to = '']) => ({
    find: new RegExp(`(?<![\\w.])${from}\\(`, 'g'),
    change: `${from} → ${to}`,
    put: () => `${to}(`,
  }));

const replaced = (find: RegExp, change: string, text: string): Bend => ({
  find,
  change,
  put: () => text,
});

const shifted = (days: '- 1' | '+ 1'): Bend => ({
  find: /(?<![\w.])\w+\.(starts|ends)\b(?! as\b)/g,
  change: `a day ${days}`,
  put: (found) => (isCounted(found) ? `(${found[0]} ${days})` : null),
});

const BENDS: readonly Bend[] = [
  ...[2, 3].map((end) => ({
    find: BETWEEN,
    change: `between leaves out its ${end === 2 ? 'start' : 'end'}`,
    put: (found: RegExpExecArray) =>
      `(${found[0]} and ${String(found[1])} <> ${String(found[end])})`,
  })),
  replaced(/(?<!not )\bdistinct /g, 'distinct dropped', ''),
  replaced(/\bleft join\b/g, 'left join → join', 'join'),
  ...swapped('min', 'max'),
  ...swapped('min_by', 'max_by'),
  ...swapped('least', 'greatest'),
  replaced(/ >= /g, '>= → >', ' > '),
  replaced(/ <= /g, '<= → <', ' < '),
  replaced(/ > /g, '> → >=', ' >= '),
  replaced(/ < /g, '< → <=', ' <= '),
  replaced(/ <> /g, '<> → =', ' = '),
  replaced(/ = (?=['$])/g, "= '…' → <> '…'", ' <> '),
  replaced(/\bis not null\b/g, 'is not null → is null', 'is null'),
  replaced(/\bnot (?=[a-z]+\.)/g, 'not dropped', ''),
  replaced(/, false\)/g, 'unknown as true', ', true)'),
  replaced(/ filter \(where (?:[^()]|\([^()]*\))*\)/g, 'filter dropped', ''),
  replaced(/\bqualify\s[^=]*= 1/g, 'qualify dropped', ''),
  shifted('- 1'),
  shifted('+ 1'),
  ...['-', '+'].map((sign) => ({
    find: /\binterval \d+ months/g,
    change: `a day ${sign} 1`,
    put: (found: RegExpExecArray) => `${found[0]} ${sign} interval 1 day`,
  })),
  {
    find: /(?<=over \([^]*?)(?<!^)order by ((?:[^,()]|\([^()]*\))+)/gm,
    change: 'ordered the other way',
    put: ([text, key = '']) =>
      key.endsWith(' desc') ? text.slice(0, -' desc'.length) : `order by ${key} desc`,
  },
];

/** Every mutant of a query, in the order of the changes above. Comments are left out. */
export function mutantsOf(sql: string): Mutant[] {
  const code = sql.replace(/--.*$/gm, '').trim();
  const all = BENDS.flatMap((bend) => [...code.matchAll(bend.find)].flatMap(bentAt(code, bend)));
  return all.map((mutant, at) => {
    const twins = all
      .slice(0, at)
      .filter(({ change, line }) => change === mutant.change && line === mutant.line);
    return twins.length === 0
      ? mutant
      : { ...mutant, line: `${mutant.line} (${twins.length + 1})` };
  });
}

function bentAt(code: string, { change, put }: Bend): (found: RegExpExecArray) => Mutant[] {
  return (found) => {
    const text = put(found);
    if (text === null) return [];
    const sql = code.slice(0, found.index) + text + code.slice(found.index + found[0].length);
    return [{ change, line: lineAt(code, found.index), sql }];
  };
}

/** A window's day where it decides something: not where it is only listed, grouped by or put in order. */
function isCounted({ 0: found, input, index }: RegExpExecArray): boolean {
  const line = lineAt(input, index);
  return !/^(group|order) by\b/.test(line) && !new RegExp(`(^|, )${found}(,|$)`).test(line);
}

function lineAt(code: string, index: number): string {
  const starts = code.lastIndexOf('\n', index) + 1;
  const ends = code.indexOf('\n', index);
  return code.slice(starts, ends < 0 ? undefined : ends).trim();
}
