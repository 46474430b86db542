// Text of a delimited file → how many records stand below its heading, counted letter by letter by nothing of ours.

const CTRL_Z = String.fromCharCode(26);

/** Counts records that are not blank, below the first that holds `heading`. A quote begins a cell or is a letter. */
export function countRecords(text: string, delimiter: string, heading: string): number {
  const records = recordsOf(text.replace(/^\ufeff/, '').replaceAll(CTRL_Z, ''), delimiter);
  const at = records.findIndex((record) => record.includes(heading));
  const blank = new RegExp(`^[\\s${delimiter === '|' ? '\\|' : delimiter}]*$`, 'u');
  return records.slice(at + 1).filter((record) => !blank.test(record)).length;
}

function recordsOf(text: string, delimiter: string): string[] {
  const records: string[] = [];
  let [record, begins, quoted] = ['', true, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quoted && letter === '"' && text.charAt(at + 1) === '"') at += 1;
    else if (letter === '"' && (quoted || begins)) quoted = !quoted;
    const ends = !quoted && (letter === '\n' || letter === '\r');
    if (ends) records.push(record);
    record = ends ? '' : record + letter;
    begins = !quoted && (ends || letter === delimiter);
  }
  return [...records, record];
}
