// The stored cells of one row → the bytes of a line that the database can read unambiguously.

const TAB = 9;
const LINE_FEED = 10;
const ZERO = 48;
const NEEDS_QUOTES = /["\t\r\n]/;

/**
 * A line being written: UTF-8, a tab after each cell, the row's line number last. An empty cell is null, and every text
 * that could be misread is quoted. Empty texts never occur (the contract reads them as *not recorded*).
 */
export class LineBuffer {
  bytes = Buffer.alloc(4096);
  /** Length of the line in bytes. */
  length = 0;

  /** Appends a text to the current cell. */
  put(text: string): void {
    this.#reserve(text.length);
    const { bytes } = this;
    let { length } = this;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (!isPlain(code)) {
        this.#putEscaped(text);
        return;
      }
      bytes[length] = code;
      length += 1;
    }
    this.length = length;
  }

  /** Appends bytes that an earlier `put` produced. */
  putBytes(bytes: Uint16Array, from: number, to: number): void {
    this.#reserve(to - from);
    const own = this.bytes;
    const shift = this.length - from;
    for (let at = from; at < to; at += 1) own[at + shift] = bytes[at] as number;
    this.length += to - from;
  }

  /** Ends the cell. */
  endCell(): void {
    this.#reserve(1);
    this.bytes[this.length] = TAB;
    this.length += 1;
  }

  /** Ends the line with the row's line number. */
  endLine(line: number): void {
    let digits = 1;
    for (let rest = line; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    this.#reserve(digits + 1);
    for (let at = digits, rest = line; at > 0; at -= 1, rest = Math.floor(rest / 10))
      this.bytes[this.length + at - 1] = ZERO + (rest % 10);
    this.bytes[this.length + digits] = LINE_FEED;
    this.length += digits + 1;
  }

  #putEscaped(text: string): void {
    const safe = NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    this.#reserve(3 * safe.length);
    this.length += this.bytes.write(safe, this.length);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const longer = Buffer.alloc(2 * (this.length + more));
    longer.set(this.bytes);
    this.bytes = longer;
  }
}

/** Whether a character needs no escaping: printable ASCII except the quotation mark. */
function isPlain(code: number): boolean {
  return code >= 32 && code < 127 && code !== 34;
}
