/** Stands in a step's words for the folder that it is run in, as a shell writes it. */
export const workingFolder = '$PWD';

const plainWord = /^[\w@%+=:,./-]+$/;

/** A word that a POSIX shell does not change: as it is when plain, otherwise in single quotes. */
export function quote(word: string): string {
  return plainWord.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A word that the reader types: the working folder in it is the one where it is typed. */
export function shellWord(word: string): string {
  const rest = word.replace(workingFolder, '');
  if (rest !== word && /^[^"$`\\!]*$/.test(rest)) return `"${word}"`;
  return quote(word);
}

/** A line for a shell: each value in it is one word, whatever it contains. */
export function shellLine(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(shellWord));
}

/** The names in a text such as `a, b`, as words of a shell line. */
export function shellWords(told: string): string {
  return told.split(', ').map(shellWord).join(' ');
}

/** The shell lines that write a file of the reader's folder unless it is there. */
export function fileCommand([path, content]: [string, string]): string {
  const folder = path.split('/').slice(0, -1).join('/');
  const lines = content.trimEnd().split('\n');
  const word = shellWord(path);
  // A file of the reader's own stays as it is.
  const write =
    lines.length > 3
      ? `[ -e ${word} ] || cat >${word} <<'END'\n${lines.join('\n')}\nEND`
      : `[ -e ${word} ] || printf '%s\\n' ${lines.map(shellWord).join(' ')} >${word}`;
  return folder ? `mkdir -p ${shellWord(folder)}\n${write}` : write;
}
