// What a reader knows of counts that are not shown: sums of whole numbers, each between two ends.

/** How often an unknown count stands in a sum. */
interface Term {
  readonly unknown: string;
  readonly times: number;
}

/** A sum of unknown counts, each named once. Every unknown is a whole number, 0 or more. */
export type LinearForm = readonly Term[];

/** A sum that is known to lie between two whole numbers, both included; an end that is not known is infinite. */
export interface Constraint {
  readonly form: LinearForm;
  readonly least: number;
  readonly most: number;
  /** Where a reader knows it from. */
  readonly reason: string;
}

/** One whole number for each unknown. */
export type Assignment = Pick<ReadonlyMap<string, number>, 'get'>;

/** Adds sums up, an unknown once; what cancels out is left out. */
export function addForms(...forms: readonly LinearForm[]): LinearForm {
  const times = new Map<string, number>();
  for (const term of forms.flat())
    times.set(term.unknown, (times.get(term.unknown) ?? 0) + term.times);
  return [...times].flatMap(([unknown, each]) => (each === 0 ? [] : [{ unknown, times: each }]));
}

/** The same sum with every sign turned. */
export function negateForm(form: LinearForm): LinearForm {
  return form.map(({ unknown, times }) => ({ unknown, times: -times }));
}

/** What a sum comes to. Throws RangeError for an unknown that has no number. */
export function evaluateForm(form: LinearForm, counts: Assignment): number {
  return form.reduce((sum, { unknown, times }) => {
    const count = counts.get(unknown);
    if (count === undefined) throw new RangeError(`no number for ${unknown}`);
    return sum + times * count;
  }, 0);
}

/** Whether numbers agree with all that is known. Exact, as long as no sum passes 2 to the power of 53. */
export function satisfies(counts: Assignment, { form, least, most }: Constraint): boolean {
  const sum = evaluateForm(form, counts);
  return sum >= least && sum <= most;
}
