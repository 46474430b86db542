// What was counted → the files of each edition, drawn and printed.
import type { Edition } from '../disclosure/edition.js';
import { writeDocument, type House, type Printing } from './document.js';
import type { Release } from '../deliveries/release-document.js';
import { releaseEdition } from '../disclosure/release-entries.js';
import { toldIn } from '../disclosure/released.js';
import type { Language } from '../domain/language.js';
import type { Problem } from '../domain/problem.js';
import type { Before } from '../editions/previous-releases.js';
import { checkNarrative } from './commentary.js';
import {
  besidesOf,
  discloseEdition,
  listedIn,
  mostOpenOf,
  withBands,
  type DisclosedEdition,
  type OpenEdition,
} from '../editions/disclose-edition.js';
import { editionFiles, figureFiles, type FigureFile } from '../publish/edition-files.js';
import type { ManifestInput } from '../publish/manifest.js';
import { printPdfs, type Print, type PrintJob, type PrintedDocument } from '../print/pdf.js';
import type { EditionFiles } from '../publish/atomic-publish.js';

/** For whom a pack is to be printed, and of which quarter: all of it data, and so are an order and what is printed. */
export type Asked = Pick<Printing, 'project' | 'settings' | 'quarter'>;

/** What was counted, and for which editions. */
export interface Shown {
  readonly results: Printing['results'];
  readonly editions: readonly Edition[];
  /** By edition, what earlier packs of it gave. */
  readonly before: ReadonlyMap<string, Before>;
}

/** What is to be printed beside the results: what else was found, and in which languages. */
export interface Order {
  readonly found: Omit<Printing, keyof Asked | keyof House | 'results'>;
  readonly languages: readonly Language[];
  /** By edition. */
  readonly manifests: ReadonlyMap<string, ManifestInput>;
}

/** All that stands before an order does. */
export interface Ready {
  readonly printing: Asked & House & Pick<Printing, 'results'>;
  readonly editions: readonly DisclosedEdition[];
}

/** By edition, its files and what a later pack must know it told; and the gaps in what the service writes. */
export interface Printed {
  readonly files: ReadonlyMap<string, EditionFiles>;
  readonly given: Release;
  readonly notes: readonly Problem[];
}

/**
 * Discloses what was counted, and holds what the service writes to it. Throws `Stopped` where a sentence is not what the
 * figures say.
 */
export function makeReady(asked: Asked & House, { results, editions, before }: Shown): Ready {
  const printing = { ...asked, results };
  const open = editions.map((edition) =>
    discloseEdition(printing, edition, ofEdition(before, edition.name)),
  );
  checkNarrative(printing, mostOpenOf(asked.project, results, open));
  return { printing, editions: open };
}

/** Draws, writes and prints one order, whole or not at all: then throws `Stopped`, which says why. */
export async function printOrder(
  print: Print,
  ready: Ready,
  { found, languages, manifests }: Order,
): Promise<Printed> {
  const printing = { ...ready.printing, ...found };
  const open = ready.editions.map((each) => withBands(each, printing));
  const { documents, figures } = await printAll(print, printing, open, languages);
  const files = open.map(({ edition: { name } }, at) => {
    const own = documents.filter(({ job }) => job.name.startsWith(`${name}/`));
    return [name, editionFiles(own, figures[at] ?? [], ofEdition(manifests, name))] as const;
  });
  return { files: new Map(files), given: releaseEditions(open), notes: printing.narrative.notes };
}

function releaseEditions(editions: readonly OpenEdition[]): Release {
  return editions.map((open) =>
    releaseEdition(open.edition.name, toldIn(listedIn(open)), besidesOf(open).values()),
  );
}

/** Nothing is assumed of an edition: what its packs before gave decides what this one may show. */
function ofEdition<Each>(byEdition: ReadonlyMap<string, Each>, name: string): Each {
  const found = byEdition.get(name);
  if (found === undefined) throw new RangeError(`an order that leaves out the edition ${name}`);
  return found;
}

/** Writes and prints every document, each printed while the next is drawn, and the files of figures while the last is. */
async function printAll(
  print: Print,
  printing: Printing,
  editions: readonly OpenEdition[],
  languages: readonly Language[],
): Promise<{ documents: PrintedDocument[]; figures: readonly FigureFile[][] }> {
  const figures: FigureFile[][] = [];
  async function* written(): AsyncGenerator<PrintJob> {
    for (const edition of editions)
      for (const language of languages) {
        yield await writeDocument(printing, edition, language);
      }
    for (const edition of editions) figures.push(figureFiles(listedIn(edition), printing.quarter));
  }
  return { documents: await printPdfs(written(), print), figures };
}
