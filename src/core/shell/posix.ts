const plainWord = /^[\p{L}\p{N}_@%+=:,./-]+$/u;

/** A word that a POSIX shell does not change: as it is when plain, otherwise in single quotes. */
export function quote(word: string): string {
  return plainWord.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
