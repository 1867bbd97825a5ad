/** How many characters are read of what others say: of an error, of a log, of a page. */
export const readLimit = { error: 8 * 1_024, log: 64 * 1_024, page: 16 * 1_024 } as const;

/** The last characters of a text: what a program says last tells why it ended. */
export function endOf(text: string, most: number): string {
  return text.length > most ? text.slice(-most) : text;
}

/** A text without that sign at its end, however often it stands there. */
export function withoutAtEnd(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end -= 1;
  return text.slice(0, end);
}
