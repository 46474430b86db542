// What was counted → the files of each edition, drawn and printed. Loaded while the database still counts.
import { join } from 'node:path';
import type { Edition } from './disclosure/edition.js';
import { openHouse, openPrinting, writeDocument, type House, type Printing } from './document.js';
import type { Language } from './domain/language.js';
import type { Problem } from './domain/problem.js';
import type { Before } from './made-pack.js';
import { discloseEdition, listedIn, type OpenEdition } from './open-edition.js';
import { chooseBrowser } from './publish/browser.js';
import { editionFiles, figureFiles, type FigureFile } from './publish/edition-files.js';
import type { ManifestInput } from './publish/manifest.js';
import { printPdfs, type Print, type PrintJob, type PrintedDocument } from './publish/pdf.js';
import { openPrintThread } from './publish/print-apart.js';
import type { EditionFiles } from './publish/shelf.js';

type Made = Parameters<typeof openPrinting>[0];

/** For whom a pack is to be printed, and of which quarter. */
type Asked = Pick<Made, 'project' | 'settings' | 'quarter'>;

/** What is to be printed: what was counted, of which editions, in which languages. */
export interface Order {
  readonly made: Made;
  readonly editions: readonly Edition[];
  readonly languages: readonly Language[];
  /** What earlier packs of an edition gave. */
  readonly before: (edition: string) => Before;
  readonly manifestOf: (edition: Edition) => ManifestInput;
}

/** Each edition's files, and the gaps in what the service writes. */
export interface Printed {
  readonly files: ReadonlyMap<string, EditionFiles>;
  readonly open: readonly OpenEdition[];
  readonly notes: readonly Problem[];
}

/** A printer that is ready before there is anything to print. */
export interface Press {
  /** Prints one order, whole or not at all: then `Stopped` says why. */
  readonly print: (order: Order) => Promise<Printed>;
  /** Lets go of the browser, whether or not anything was printed. */
  readonly close: () => Promise<void>;
}

/**
 * Reads all that a pack is printed with, and starts a browser, which may have to be unpacked, while what is to be printed
 * is still counted. Throws `Stopped` where what is read is wrong; that there is no browser is told to whoever prints.
 */
export function openPress({ project, settings, quarter }: Asked): Press {
  const house = openHouse(project, settings, quarter);
  const fonts = join(project.folder, 'templates', 'fonts');
  const thread = openPrintThread(fonts, chooseBrowser());
  return {
    print: (order) => printEditions(thread.print, house, order),
    close: () => thread.close().catch(() => undefined),
  };
}

async function printEditions(
  print: Print,
  house: House,
  { made, editions, languages, before, manifestOf }: Order,
): Promise<Printed> {
  const printing = openPrinting(made, house);
  const open = editions.map((edition) => discloseEdition(printing, edition, before(edition.name)));
  const { documents, figures } = await printAll(print, printing, open, languages);
  const files = open.map(({ edition }, at) => {
    const own = documents.filter(({ job }) => job.name.startsWith(`${edition.name}/`));
    return [edition.name, editionFiles(own, figures[at] ?? [], manifestOf(edition))] as const;
  });
  return { files: new Map(files), open, notes: printing.narrative.notes };
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
