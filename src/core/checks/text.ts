/** A file's content as text, in the encodings that editors and `>` of Windows PowerShell mark; undefined where it is in none of them. */
export function decoded(content: Buffer): string | undefined {
  const encoding = markedIn(content) ?? 'utf-8';
  if (encoding === 'utf-8' && hasNul(content)) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** A file's content as text; what cannot be read becomes `\uFFFD`. */
export function textOf(content: Buffer): string {
  return new TextDecoder(markedIn(content) ?? 'utf-8').decode(content);
}

/** Whether a content has a zero byte: no text has one, and UTF-16 without its mark has many. */
export function hasNul(content: Buffer): boolean {
  return content.includes(0);
}

function markedIn([first, second]: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
