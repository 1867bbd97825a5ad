import { waitCommand } from './database';
import { networksOf } from './service';
import type { DockerLab, EngineState, Service } from './lab';
import { heldBackBy } from './waves';

const plainWord = /^[\w@%+=:,./-]+$/;

/** A word as a POSIX shell needs it: unchanged when plain, otherwise in single quotes. */
export function shellWord(word: string): string {
  return plainWord.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The `docker run` line of a service, in the order in which the book writes its options. */
export function runCommand(name: string, service: Service): string {
  const interactive = service.tty && service.stdin_open ? '-dit' : '-d';
  const words = ['docker', 'run', '--name', name, interactive];
  for (const network of networksOf(service)) words.push(`--net=${network}`);
  for (const mapping of service.ports ?? []) words.push('-p', mapping);
  for (const volume of service.volumes ?? []) words.push('-v', volume);
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

/** The commands that lead from a lab's setup to its solution, derived from the data. */
export function solutionCommands(lab: DockerLab): string[] {
  return [
    ...transientCommands(lab.transient ?? {}),
    ...creationCommands(lab.solution),
    ...removalCommands(lab),
  ];
}
