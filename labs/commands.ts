import { mountIn, workingFolder } from './folder';
import { waitCommand } from './database';
import { networksOf } from './service';
import { composeCommand } from './compose-place';
import type { DockerLab, EngineState, Service } from './lab';
import { heldBackBy } from './waves';

const plainWord = /^[\w@%+=:,./-]+$/;

/** A word as a POSIX shell needs it: unchanged when plain, in double quotes around the working folder, otherwise in single quotes. */
export function shellWord(word: string): string {
  const rest = word.replace(workingFolder, '');
  if (rest !== word && /^[^"$`\\!]*$/.test(rest)) return `"${word}"`;
  return plainWord.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A line as a shell is given it: the values in it are words, whatever is in them. */
export function shellLine(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(shellWord));
}

/** Things that are told as `a, b`, as words of a line. */
export function shellWords(told: string): string {
  return told.split(', ').map(shellWord).join(' ');
}

/** The `docker run` line of a service, in the order in which the book writes its options. */
export function runCommand(name: string, service: Service): string {
  const interactive = service.tty && service.stdin_open ? '-dit' : '-d';
  const words = ['docker', 'run', '--name', name, interactive];
  for (const network of networksOf(service)) words.push(`--net=${network}`);
  for (const mapping of service.ports ?? []) words.push('-p', mapping);
  for (const volume of service.volumes ?? []) words.push('-v', mountIn(volume, workingFolder));
  for (const [key, value] of Object.entries(service.environment ?? {}))
    words.push('-e', `${key}=${value}`);
  if (service.restart && service.restart !== 'no') words.push(`--restart=${service.restart}`);
  return [...words, service.image, ...(service.command ?? [])].map(shellWord).join(' ');
}

function creationCommands({ networks = {}, volumes = {}, services = {} }: EngineState): string[] {
  return [
    ...Object.keys(networks).map((name) => `docker network create ${name}`),
    ...Object.keys(volumes).map((name) => `docker volume create ${name}`),
    ...Object.entries(services).flatMap(([name, service]) => [
      ...heldBackBy(services, name).map((other) => waitCommand(other, services[other])),
      runCommand(name, service),
    ]),
  ];
}

function transientCommands(state: EngineState): string[] {
  const names = Object.keys(state.services ?? {});
  return [
    ...creationCommands(state),
    ...names.map((name) => `docker stop ${name}`),
    ...names.map((name) => `docker rm ${name}`),
  ];
}

function removalCommands(lab: DockerLab): string[] {
  const kept = new Set(lab.solution.images ?? []);
  const removed = (lab.setup.images ?? []).filter((image) => !kept.has(image));
  return removed.length === 0 ? [] : [`docker image rm ${removed.join(' ')}`];
}

function composeUpCommands(file: string, { services = {} }: EngineState): string[] {
  return Object.keys(services).length > 0 ? [composeCommand(file, 'up', '-d').join(' ')] : [];
}

function stepCommand(step: readonly string[]): string {
  const command = step.map(shellWord).join(' ');
  // A registry that has just started refuses: whoever pastes all lines at once is faster than it.
  return step[1] === 'push' ? `${command} || { sleep 3 && ${command}; }` : command;
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

/** The commands that lead from a lab's setup to its solution, derived from the data. */
export function solutionCommands(lab: DockerLab): string[] {
  return [
    ...transientCommands(lab.transient ?? {}),
    ...Object.entries(lab.solution.files ?? {}).map(fileCommand),
    ...(lab.composeFile
      ? composeUpCommands(lab.composeFile, lab.solution)
      : creationCommands(lab.solution)),
    ...(lab.steps ?? []).map(stepCommand),
    ...removalCommands(lab),
  ];
}
