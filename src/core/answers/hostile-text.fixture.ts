import { setTimeout as delay } from 'node:timers/promises';

const fillers = [' ', ':', ':1', ', used: ', 'a', '.', '-', '/', '<', '"', "'", '\n', '\t', ' at '];

/** Texts of about so many characters that almost match a pattern, many times over. A pattern that can match in many ways takes very long for some of them. */
export function hostileTexts(pattern: RegExp, length: number): string[] {
  const words = pattern.source.match(/[A-Za-z][A-Za-z :.'"/]{3,}/g) ?? [];
  return words.flatMap((word) => [
    fill('', word, length),
    fill('', `${word} `, length),
    ...fillers.flatMap((filler) => [
      fill(`${word} `, filler, length),
      fill('', `${word} ${filler}`, length),
      fill('', `${word} x${filler}x: `, length),
    ]),
  ]);
}

function fill(start: string, part: string, length: number): string {
  return start + part.repeat(Math.ceil(length / part.length));
}

/** Does something with each text in turn; between two texts, the time limit of the test can end it. */
export async function withEach(
  texts: readonly string[],
  work: (text: string) => void,
): Promise<void> {
  for (const text of texts) {
    work(text);
    await delay(0);
  }
}
