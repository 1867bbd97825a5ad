import { knownWords, posixWords } from './known-words';

/** The commands that a text shows between backticks: those that begin with the name of a program. */
export function linesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line).filter(isCommand);
}

/** A word alone names a thing, such as a field or a file, as often as a program. */
function isCommand(line: string): boolean {
  const [first = '', ...others] = line.replace(/^(?:\w+=\S+ )+/, '').split(' ');
  if (others.length === 0) return false;
  return posixWords.has(first) || Object.values(knownWords).some((words) => words.has(first));
}
