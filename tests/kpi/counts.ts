// A sample service's files → the ten key indicators of one year, counted by the written rules alone.
import { ownRows, rowsOf, type Files, type Row } from './extracts.js';

/** Numerator and denominator. */
export type Share = readonly [number, number];
export type Answer = 'yes' | 'no' | '';

/** What an indicator asks of a row: nothing where the row is not asked. */
export type Question = (row: Row) => Answer | null;

export interface Year {
  readonly from: string;
  readonly to: string;
}

/** One column, as it was answered. */
export function asks(column: string): Question {
  return (row) => (row[column] ?? '') as Answer;
}

/** The same question, put only to rows with a yes in every column before it. */
export function among(before: readonly string[], question: Question): Question {
  return (row) => (before.every((column) => row[column] === 'yes') ? question(row) : null);
}

/** Yes where any is, no where all are. */
export function any(columns: readonly string[]): Question {
  return (row) => {
    const answers = columns.map((column) => row[column]);
    if (answers.includes('yes')) return 'yes';
    return answers.every((answer) => answer === 'no') ? 'no' : '';
  };
}

/** Hours attended, enough for the child's age. */
export const enoughHours: Question = ({ school_age: age, ete_hours_attended: hours }) => {
  if (!hours || !age) return '';
  return Number(hours) >= (age === 'yes' ? 25 : 16) ? 'yes' : 'no';
};

/** The work with a service's children that ended in a year, and what was recorded of each piece of it. */
export class Ended {
  readonly #work: Row[];
  readonly #points = new Map<string, Row>();
  readonly #born: ReadonlyMap<string, string>;

  constructor(files: Files, { from, to }: Year) {
    this.#work = ownRows(files, 'interventions')
      .filter(({ start_date: start = '', end_date: end = '' }) => end >= start)
      .filter(({ end_date: end = '' }) => end >= from && end <= to)
      .sort((one, other) => (sortKey(one) < sortKey(other) ? 1 : -1));
    this.#born = new Map(
      ownRows(files, 'children').map((row) => [row['child_id'] ?? '', row['date_of_birth'] ?? '']),
    );
    for (const row of rowsOf(files, 'kpi_snapshots'))
      this.#points.set(`${row['intervention_id']} ${row['point']}`, row);
  }

  /** All the work, the latest to end first. */
  works(): readonly Row[] {
    return this.#work;
  }

  /** Children counted once each, by the latest of their work; of one programme, or of all. */
  latest(programme: string | null, keep: (work: Row) => boolean = () => true): Row[] {
    const work = this.#work
      .filter(keep)
      .filter((row) => programme === null || row['programme'] === programme);
    return work.filter(
      (row, at) => work.findIndex(({ child_id: child }) => child === row['child_id']) === at,
    );
  }

  /** Children on one of six types of order, aged 10 to 17 when it began: each once, by the most serious, of equals the latest to begin. */
  mostSerious(): Row[] {
    const orders = this.#work
      .filter(({ programme = '' }) => SERIOUSNESS.includes(programme))
      .filter((row) =>
        isTenToSeventeen(this.#born.get(row['child_id'] ?? '') ?? '', row['start_date'] ?? ''),
      )
      .sort((one, other) => (seriousnessKey(one) < seriousnessKey(other) ? 1 : -1));
    return orders.filter(
      (row, at) => orders.findIndex(({ child_id: child }) => child === row['child_id']) === at,
    );
  }

  /** What was recorded at a point of some work; an empty row where nothing was. */
  read(work: readonly Row[], point: string): Row[] {
    return work.map((row) => this.#points.get(`${row['intervention_id']} ${point}`) ?? {});
  }

  /** What was recorded at a point of the latest work of each child; an empty row where nothing was. */
  recorded(point: string, programme: string | null): Row[] {
    return this.read(this.latest(programme), point);
  }
}

/** How many of the rows that are asked answer so. */
export function share(rows: readonly Row[], question: Question, sought: Answer): Share {
  const answers = rows.map(question).filter((answer) => answer !== null);
  return [answers.filter((answer) => answer === sought).length, answers.length];
}

/** The six types of order, the least serious first. */
const SERIOUSNESS = [
  'Diversion',
  'Youth Caution',
  'Youth Conditional Caution',
  'Referral Order',
  'Youth Rehabilitation Order',
  'Custody and resettlement',
];

function seriousnessKey({ programme = '', start_date: start = '', ...row }: Row): string {
  return `${SERIOUSNESS.indexOf(programme)} ${start} ${sortKey(row)}`;
}

/** From the tenth birthday to the day before the eighteenth. */
function isTenToSeventeen(born: string, day: string): boolean {
  const birthday = (years: number): string => `${Number(born.slice(0, 4)) + years}${born.slice(4)}`;
  return day >= birthday(10) && day < birthday(18);
}

function sortKey({ end_date: end = '', intervention_id: id = '' }: Row): string {
  return `${end} ${id}`;
}
