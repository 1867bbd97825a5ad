/** How many characters are read of an error, of a log and of a page from outside. */
export const readLimit = { error: 8 * 1_024, log: 64 * 1_024, page: 16 * 1_024 } as const;

/** The last characters of a text, because a program says last why it ended. */
export function endOf(text: string, most: number): string {
  return text.length > most ? text.slice(-most) : text;
}

/** A text without that character at its end, however often it is there. */
export function withoutAtEnd(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end -= 1;
  return text.slice(0, end);
}
