import type { ContainerFacts, EngineSnapshot } from '../engine/facts';

// Only with a value as in `docker run`, because servers have short options of the same letters.
const withValue: Readonly<Record<string, RegExp>> = {
  '-p': /^[\d.:[\]-]*:\d[\d-]*(?:\/\w+)?$/,
  '-e': /^\w+=/,
  '-v': /^[^:]+:\//,
};
const long =
  /^--(?:publish|env|volume|mount|net|network|name|restart|detach|link|interactive|tty)(?:=|$)/;
const switches = /^-(?:d|dit|dti|it|ti|itd|tid|di|id|dt|td|i|t)$/;

/** The options of `docker run` that were typed after the image's name, and so were handed to the program inside; empty where there are none. */
export function optionsAfterImage({ command }: Pick<ContainerFacts, 'command'>): string {
  const begin = command.findIndex((word, at) => isOption(command, word, at));
  return begin < 0 ? '' : command.slice(begin).join(' ');
}

function isOption(command: readonly string[], word: string, at: number): boolean {
  if (long.test(word)) return true;
  const value = withValue[word.slice(0, 2)];
  if (value) return value.test(word.slice(2) || (command[at + 1] ?? ''));
  const isFirst = at === 0 || (at === 1 && command[0]?.endsWith('entrypoint.sh') === true);
  return isFirst && switches.test(word);
}

/** The command that was typed after the image's name in place of the image's own; empty where its own runs, with whatever arguments. */
export async function commandAfterImage(
  engine: EngineSnapshot,
  { command, imageId }: Pick<ContainerFacts, 'command' | 'imageId'>,
): Promise<string> {
  const own = await engine.imageCommand(imageId);
  if (!own) return '';
  const { entrypoint, command: usual } = own;
  const keepsEntrypoint = entrypoint.every((word, at) => command[at] === word);
  const typed = keepsEntrypoint ? command.slice(entrypoint.length) : command;
  const [program = ''] = typed;
  return program.startsWith('-') || program === (usual[0] ?? '') ? '' : typed.join(' ');
}
