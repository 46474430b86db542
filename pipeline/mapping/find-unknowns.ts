// The files of every extract → the headings and labels that nothing known is like, once each, with where they are.
import { createCellReader, NO_DATE_LIST, type CellContext } from '../contracts/cells.js';
import { normaliseLabel, type CodeList } from '../contracts/codes.js';
import { findCaseSystemExtracts, type Contract } from '../contracts/contract.js';
import { guessHeadingRow } from '../contracts/heading-advice.js';
import { isHeading, locateColumns, type ColumnPlace } from '../contracts/headings.js';
import { CellError, NotedCell } from '../contracts/parsed-cell.js';
import { splitWords } from '../contracts/label-safety.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import { readExtract } from '../extracts/read.js';
import { listSources, type ExtractSource } from '../ingest/source-systems.js';
import type { IngestContext } from '../ingest/ingest.js';
import { ChildFinder } from './child-finder.js';
import { HeadingTally, LabelTally, type FoundHeading, type FoundLabel } from './tallies.js';

/** What all the files together show. */
export interface FoundUnknowns {
  readonly headings: readonly FoundHeading[];
  readonly labels: readonly FoundLabel[];
  /** Words of the names and numbers of people in the extracts. They never leave the memory of this run. */
  readonly names: ReadonlySet<string>;
}

type FindContext = Pick<IngestContext, 'codes' | 'today' | 'sources' | 'progress'>;

/** Reads every file, with the headings and labels known so far. Nothing is stored, and no file is changed. */
export async function findUnknowns(
  contracts: readonly Contract[],
  files: readonly ExtractFile[],
  context: FindContext,
): Promise<FoundUnknowns> {
  const fromSystem = findCaseSystemExtracts(contracts);
  const search = new Search(context, new ChildFinder(contracts));
  for (const contract of contracts) {
    context.progress(contract.extract);
    const isFromSystem = fromSystem.has(contract.extract);
    const sources = listSources(contract, files, context.codes, context.sources, isFromSystem);
    for (const source of sources)
      if (source.isUnknown !== true)
        for (const file of source.files) await search.readFile(source, file);
  }
  const { headings, labels, names } = search;
  return { headings: headings.list(), labels: labels.list(), names };
}

/** What has been found in the files read so far. */
class Search {
  readonly headings = new HeadingTally();
  readonly labels = new LabelTally();
  readonly names = new Set<string>();
  readonly #context: FindContext;
  readonly #children: ChildFinder;

  constructor(context: FindContext, children: ChildFinder) {
    this.#context = context;
    this.#children = children;
  }

  /** Reads one file; one without a known heading is read by the row that looks most like headings, if any does. */
  async readFile(source: ExtractSource, file: ExtractFile): Promise<void> {
    const { contract } = source;
    const searched: (readonly string[])[] = [];
    const seen = { heading: false };
    await this.#read(source, file, null, (cells) => {
      seen.heading ||= isHeading(contract, cells);
      if (!seen.heading) searched.push(cells);
      return seen.heading;
    });
    if (seen.heading) return;
    const guess = guessHeadingRow(contract, searched);
    if (guess === null) return;
    const wanted = JSON.stringify(guess.row);
    await this.#read(source, file, guess.known, (cells) => JSON.stringify(cells) === wanted);
  }

  async #read(
    source: ExtractSource,
    file: ExtractFile,
    shown: readonly string[] | null,
    test: (cells: readonly string[]) => boolean,
  ): Promise<void> {
    let handlers: readonly RowReader[] = [];
    await readExtract(file, test, {
      handleHeading: (cells, line) => {
        handlers = this.#startFile(source, file, shown, cells, line);
      },
      handleRow: (cells, line) => {
        for (const handle of handlers) handle(cells, line);
      },
    });
  }

  #startFile(
    source: ExtractSource,
    file: ExtractFile,
    shown: readonly string[] | null,
    cells: readonly string[],
    line: number,
  ): RowReader[] {
    const { contract } = source;
    const { places, problems } = locateColumns(contract, cells, file.name, line);
    const rows = this.#children.startFile(contract, places, source, file);
    const missing = problems.filter(({ code }) => code === 'missing-column');
    const extra = problems.flatMap(({ code, column = '', variant }) =>
      code === 'extra-column' && variant === 'headed' ? [column] : [],
    );
    const readers = extra
      .filter((heading) => shown === null || shown.includes(heading))
      .map((heading) => {
        const at = cells.indexOf(heading);
        const found = this.headings.start(contract, heading, {
          ...{ file: file.name, line, located: places.map(({ column }) => column.name) },
          missing: missing.map(({ column = '' }) => column),
        });
        return (row: readonly string[]): void => {
          if ((row[at] ?? '').trim() !== '') found.add(rows.findChild(row));
        };
      });
    return [
      (row) => {
        rows.remember(row);
        this.#rememberNames(places, row);
      },
      ...readers,
      ...this.#startLabels(source, file, places, rows.findChild),
    ];
  }

  #startLabels(
    { contract, codes }: ExtractSource,
    file: ExtractFile,
    places: readonly ColumnPlace[],
    findChild: (row: readonly string[]) => string | null,
  ): RowReader[] {
    return places.flatMap(({ column, index, heading, others = [] }) => {
      const list = column.type === 'code' ? codes.get(column.codes) : undefined;
      if (column.type !== 'code' || list === undefined || index < 0) return [];
      const isUnknown = createUnknownTest(column, list, this.#context);
      const place = { extract: contract.extract, column: column.name, heading, file: file.name };
      const decides = !column.only_breaks_down;
      return [
        (row: readonly string[], line: number): void => {
          for (const at of [index, ...others]) {
            const text = (row[at] ?? '').trim();
            if (text === '') continue;
            if (!isUnknown(text)) return;
            const subject = { list, supplier: contract.supplier ?? '', text, decides };
            this.labels.add(subject, place, line, findChild(row));
          }
        },
      ];
    });
  }

  #rememberNames(places: readonly ColumnPlace[], row: readonly string[]): void {
    for (const { column, index } of places) {
      if (!isOfPerson(column)) continue;
      for (const word of splitWords(row[index] ?? ''))
        if (word.length > 2 || column.type === 'personal') this.names.add(word);
    }
  }
}

/** Whether a column has names or numbers of people. A number of one or two digits is as likely a code. */
function isOfPerson(column: Contract['columns'][number]): boolean {
  const { type } = column;
  if (type === 'child' || type === 'person') return true;
  return type === 'personal' && (column.identity === 'forename' || column.identity === 'surname');
}

type RowReader = (row: readonly string[], line: number) => void;

/** Whether a text that is not blank is unknown to a column; each text is looked up once. */
function createUnknownTest(
  column: Contract['columns'][number],
  list: CodeList,
  { today, codes }: FindContext,
): (text: string) => boolean {
  const dates = codes.get(NO_DATE_LIST);
  const known: CellContext['codes'] = new Map([
    [list.name, list],
    ...(dates ? [[NO_DATE_LIST, dates] as const] : []),
  ]);
  const read = createCellReader(column, { codes: known, today, pseudonymise: (id) => id });
  const seen = new Map<string, boolean>();
  return (text) => {
    const key = normaliseLabel(text);
    const before = seen.get(key);
    if (before !== undefined) return before;
    const cell = read(text);
    const isUnknown =
      cell instanceof CellError
        ? cell.code.startsWith('unknown-code') || cell.code === 'bare-code'
        : cell instanceof NotedCell && cell.form === 'not-yet-mapped';
    seen.set(key, isUnknown);
    return isUnknown;
  };
}
