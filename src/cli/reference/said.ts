/** Whether a word is said in a text: Korean as a part of it, a word in Latin letters as a whole word. */
export function saidIn(text: string): (word: string) => boolean {
  const words = new Set(text.split(/[^\p{L}\p{N}_.-]+/u).flatMap(formsOfWord));
  return (word) => (/^[\w.-]+$/.test(word) ? words.has(word) : text.includes(word));
}

/** A word without the dashes and the dot around it, and without what English puts behind it. */
function formsOfWord(word: string): string[] {
  const bare = word.replace(/(?<!\.)\.+$/, '');
  const plain = bare.replace(/^-+/, '');
  // Korean puts its particles behind a word in Latin letters.
  const latin = /^[\w.-]+/.exec(plain)?.[0] ?? plain;
  return [bare, plain, latin, ...endings.map((ending) => plain.replace(ending, ''))];
}

const endings = [/s$/, /es$/, /ed$/, /d$/, /ing$/];
