import { distance } from 'fastest-levenshtein';

import type { Problem } from '../../../core/problem';
import { runCommand } from '../../model/commands';
import type { Service } from '../../model/exercise';
import type { ContainerFacts, EngineSnapshot } from '../../engine/facts';
import { commandAfterImage } from '../after-image';
import { makeAgain } from '../make-again';
import { dataVolume } from '../files/data-volume';
import * as problems from '../../problems/container-state';
import * as causes from '../../problems/exit';
import { memoryProblem } from './memory';
import { makerOfData, unknownOption, unknownValue } from './server-words';

/** A cause that ends a container however often it is started, when its log names one. */
export function knownExit(
  container: ContainerFacts,
  service: Service,
  log: string,
): Problem | undefined {
  const { name } = container;
  const run = runCommand(name, service);
  const password =
    /^.*(?:uninitialized and password option is not specified|uninitialized and no password option).*$/im.exec(
      log,
    )?.[0];
  if (password) return problems.passwordMissing({ name, log: password.trim(), run });
  return wordProblem(container, service, log) ?? dataProblem(container, service, log);
}

/** The book's argument, which no server takes today. */
const refusedArgument = '--default-authentication-plugin';

function wordProblem(
  container: ContainerFacts,
  service: Service,
  log: string,
): Problem | undefined {
  const { name } = container;
  const again = makeAgain(name, service, container);
  const option = unknownOption(log, container, service);
  if (option && !option.wanted && isRefused(option.typed))
    return problems.authenticationArgumentRefused({ name, log: option.line, run: again.run });
  if (option) return causes.serverOptionUnknown({ ...again, ...option, log: option.line });
  const value = unknownValue(log, service);
  return value && causes.serverValueUnknown({ ...again, ...value, log: value.line });
}

function isRefused(typed: string): boolean {
  const option = (typed.split('=')[0] ?? '').replaceAll('_', '-');
  return distance(option, refusedArgument) <= 4;
}

/** What a server says that should make its data where some are. */
const halfMade = /--initialize specified but the data directory has files in it/i;

function dataProblem(
  container: ContainerFacts,
  service: Service,
  log: string,
): Problem | undefined {
  const volume = dataVolume(container);
  if (!volume) return undefined;
  const again = makeAgain(container.name, service, container);
  const cut = log.split('\n').find((line) => halfMade.test(line));
  if (cut) return causes.volumeHalfMade({ ...again, log: cut.trim(), volume });
  const found = makerOfData(log);
  if (!found) return undefined;
  const { made, line } = found;
  return causes.volumeOfOtherVersion({
    ...again,
    log: line,
    made,
    volume,
    image: container.image,
  });
}

/** Why a container is not running, from its log, its memory and the command that was typed in place of its image's. */
export async function exitProblem(
  container: ContainerFacts,
  service: Service,
  engine: EngineSnapshot,
): Promise<Problem> {
  const { name, state } = container;
  const log = await engine.log(name);
  const known = knownExit(container, service, log);
  if (known) return known;
  const again = makeAgain(name, service, container);
  const ofMemory = await memoryProblem(container, service, engine, log);
  if (ofMemory) return ofMemory;
  const typed = await commandAfterImage(engine, container);
  const values = { ...again, exitCode: String(state.exitCode), log: lastWords(log), typed };
  return state.status === 'restarting'
    ? problems.containerRestarting(values)
    : problems.containerExited(values);
}

/** What a server said last, without the words that only say that it ends. */
function lastWords(log: string): string {
  const lines = log.trim().split('\n');
  const isFarewell = (line: string) => /\bAborting\s*$|shutdown complete/i.test(line);
  const last = lines.findLast((line) => line.trim() !== '' && !isFarewell(line));
  return (last ?? lines.at(-1) ?? '').trim();
}
