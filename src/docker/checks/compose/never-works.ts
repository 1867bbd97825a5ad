import type { Problem } from '../../../core/problem';
import { commandWrong, platformUnknown } from '../../problems/compose/values';
import type { ComposeConfig, ConfiguredService } from './model';
import { isPlatform } from './platform-name';
import { mendedWords, wrongWords } from './server-command';

/** What Compose accepts in a file, and what never starts. */
export function neverWorks(file: string, { services = {} }: ComposeConfig): Problem[] {
  return Object.entries(services).flatMap(([service, found]) => [
    ...ofPlatform(file, service, found),
    ...ofCommand(file, service, found),
  ]);
}

function ofPlatform(file: string, service: string, { platform }: ConfiguredService): Problem[] {
  if (!platform || isPlatform(platform)) return [];
  return [platformUnknown({ file, service, platform })];
}

function ofCommand(file: string, service: string, found: ConfiguredService): Problem[] {
  const { image = '', command, entrypoint } = found;
  if (!command || (entrypoint && entrypoint.length > 0)) return [];
  const problem = commandProblem(file, service, image, command);
  return problem ? [problem] : [];
}

/** The problem of a command with which a database's server does not start. */
export function commandProblem(
  file: string,
  service: string,
  image: string,
  command: readonly string[],
): Problem | undefined {
  const wrong = wrongWords(image, command);
  if (wrong.length === 0) return undefined;
  const causes = [...new Set(wrong.map(({ cause }) => cause))].join(' ');
  const words = wrong.map(({ word }) => word).join(' ');
  const left = mendedWords(command, wrong).join(' ');
  return commandWrong({ file, service, words, causes, command: left });
}
