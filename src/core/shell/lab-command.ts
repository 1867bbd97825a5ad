import { commandOf, type Command, type CommandLine } from './command';
import { isLine } from './render';
import { typed } from './typed';

/** The commands of this program that work with labs, and so take the options of another machine. */
const verbs = /^dkkb (?:show|up|check|watch|solve|down)\b/;

let options: readonly string[] = [];

/** Says with which options this run works on another machine: what it prints to be typed leads there too. */
export function workThere(words: readonly string[]): void {
  options = words;
}

/** A command of this program on labs, for the machine that this run works on. */
export function labCommand(verb: string, ...words: readonly string[]): CommandLine {
  return leadingThere(['dkkb', verb, ...words]);
}

/** The words with the options of the other machine, unless they name a machine themselves. */
function leadingThere(words: readonly string[]): CommandLine {
  return words.includes('--on') ? commandOf(...words) : commandOf(...words, ...options);
}

/** The same as the reader types it. */
export function labLine(verb: string, ...words: readonly string[]): string {
  return typed(labCommand(verb, ...words));
}

/** Such a command of a remedy, for this machine's shell and with the options of the other machine; undefined for any other command, or without another machine. */
export function lineFromHere(command: Command): string | undefined {
  if (options.length === 0) return undefined;
  if (typeof command !== 'string' && !isLine(command)) return undefined;
  const words = typeof command === 'string' ? command.split(' ') : command.words;
  return verbs.test(words.join(' ')) ? typed(leadingThere(words)) : undefined;
}
