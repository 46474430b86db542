// The structure tree as Chrome writes it → one that keeps the rules of PDF 1.7 for lists and names of elements.
import { PDFArray, PDFDict, PDFName, PDFRef, type PDFContext, type PDFDocument } from 'pdf-lib';

/** Elements that Chrome names as PDF 2.0 does, and what they are in PDF 1.7 (ISO 32000-1, 14.8.4). */
const ROLES = { Strong: 'Span', Em: 'Span', Title: 'P', Aside: 'Note', FENote: 'Note' } as const;

const name = (text: string): PDFName => PDFName.of(text);

/** Maps newer names to those of PDF 1.7, and gives each list item its label and body (ISO 32000-1, 14.8.4.3.3). */
export function tidyStructure(document: PDFDocument): void {
  const { context } = document;
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!root) return;
  if (!root.has(name('RoleMap'))) root.set(name('RoleMap'), context.obj(ROLES));
  for (const [reference, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(name('S')) === name('LI'))
      addListBody(object, reference, context);
}

function addListBody(listItem: PDFDict, reference: PDFRef, context: PDFContext): void {
  const parts = listChildElements(listItem, context);
  if (!parts.every((part) => part instanceof PDFRef)) return;
  const isLabel = (part: PDFRef): boolean =>
    context.lookup(part, PDFDict).get(name('S')) === name('Lbl');
  const inside = parts.filter((part) => !isLabel(part));
  const body = context.register(
    context.obj({ Type: 'StructElem', S: 'LBody', P: reference, K: inside }),
  );
  for (const part of inside) context.lookup(part, PDFDict).set(name('P'), body);
  listItem.set(name('K'), context.obj([...parts.filter(isLabel), body]));
}

function listChildElements(element: PDFDict, context: PDFContext): unknown[] {
  const parts = element.get(name('K'));
  const resolved = parts instanceof PDFRef ? context.lookup(parts) : parts;
  if (resolved instanceof PDFArray) return resolved.asArray();
  return parts === undefined ? [] : [parts];
}
