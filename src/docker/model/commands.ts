import { mountIn } from './folder';
import { againAfterPause } from '../../core/shell/again';
import {
  workingFolder,
  commandOf,
  type Command,
  type CommandLine,
  type SolutionStep,
} from '../../core/shell/command';
import { waitCommand } from './wait-command';
import { networksOf } from './service';
import { composeCommand } from './compose-paths';
import type { DockerExercise, EngineState, Service } from './exercise';
import { heldBackBy } from './waves';

/** The `docker run` line of a service, in the order in which the book writes its options. */
export function runCommand(name: string, service: Service): CommandLine {
  const interactive = service.tty && service.stdin_open ? '-dit' : '-d';
  const words = ['docker', 'run', '--name', name, interactive];
  for (const network of networksOf(service)) words.push(`--net=${network}`);
  for (const mapping of service.ports ?? []) words.push('-p', mapping);
  for (const volume of service.volumes ?? []) words.push('-v', mountIn(volume, workingFolder));
  for (const [key, value] of Object.entries(service.environment ?? {}))
    words.push('-e', `${key}=${value}`);
  if (service.restart && service.restart !== 'no') words.push(`--restart=${service.restart}`);
  return commandOf(...words, service.image, ...(service.command ?? []));
}

function creationCommands({
  networks = {},
  volumes = {},
  services = {},
}: EngineState): SolutionStep[] {
  return [
    ...Object.keys(networks).map((name) => `docker network create ${name}`),
    ...Object.keys(volumes).map((name) => `docker volume create ${name}`),
    ...Object.entries(services).flatMap(([name, service]) => [
      ...heldBackBy(services, name).map((other) => waitCommand(other, services[other])),
      runCommand(name, service),
    ]),
  ];
}

function transientCommands(state: EngineState): SolutionStep[] {
  const names = Object.keys(state.services ?? {});
  return [
    ...creationCommands(state),
    ...names.map((name) => `docker stop ${name}`),
    ...names.map((name) => `docker rm ${name}`),
  ];
}

function removalCommands(lab: DockerExercise): string[] {
  const kept = new Set(lab.solution.images ?? []);
  const removed = (lab.setup.images ?? []).filter((image) => !kept.has(image));
  return removed.length === 0 ? [] : [`docker image rm ${removed.join(' ')}`];
}

function composeUpCommands(file: string, { services = {} }: EngineState): string[] {
  return Object.keys(services).length > 0 ? [composeCommand(file, 'up', '-d').join(' ')] : [];
}

// A registry that has just started refuses a push, and a reader may paste all lines at once.
function stepCommand(step: readonly string[]): Command {
  const command = commandOf(...step);
  return step[1] === 'push' ? againAfterPause(command) : command;
}

/** The commands and the files that lead from a lab's setup to its solution, derived from the data. */
export function solutionSteps(lab: DockerExercise): SolutionStep[] {
  return [
    ...transientCommands(lab.transient ?? {}),
    ...Object.entries(lab.solution.files ?? {}).map(([file, text]) => ({ file, text })),
    ...(lab.composeFile
      ? composeUpCommands(lab.composeFile, lab.solution)
      : creationCommands(lab.solution)),
    ...(lab.steps ?? []).map(stepCommand),
    ...removalCommands(lab),
  ];
}
