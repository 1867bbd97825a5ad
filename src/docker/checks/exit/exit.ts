import { distance } from 'fastest-levenshtein';

import { memoryNeeds } from '../../../core/images';
import { repositoryOf } from '../../../core/image-name';
import type { Problem } from '../../../core/problem';
import { runCommand } from '../../model/commands';
import type { Service } from '../../model/exercise';
import type { ContainerFacts, EngineSnapshot } from '../../engine/facts';
import { commandAfterImage } from '../after-image';
import { makeAgain } from '../make-again';
import { dataVolume } from '../data-volume';
import * as problems from '../../problems/container-state';
import * as causes from '../../problems/exit';
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
  if (await isOutOfMemory(container, log, engine)) return memoryProblem(container, service, engine);
  const typed = await commandAfterImage(engine, container);
  const values = { ...again, exitCode: String(state.exitCode), log: lastWords(log), typed };
  return state.status === 'restarting'
    ? problems.containerRestarting(values)
    : problems.containerExited(values);
}

/** How a program ends that is killed, and what a shell says of one that it had started. */
const killed = { code: 137, words: /^(?:.*: line \d+: +\d+ )?Killed\b/m };

/** The system ended the container's first program, or one that it had started: of these, not every engine knows. */
async function isOutOfMemory(
  container: ContainerFacts,
  log: string,
  engine: EngineSnapshot,
): Promise<boolean> {
  const { state, memory } = container;
  if (state.isOutOfMemory) return true;
  if (state.exitCode !== killed.code) return false;
  // Without a limit, somebody outside of Docker may have killed it.
  return killed.words.test(log) || (memory > 0 && (await isUnasked(container, engine)));
}

/** Whether the history has the container's last run, and no signal that Docker sent in it. */
async function isUnasked({ id }: ContainerFacts, engine: EngineSnapshot): Promise<boolean> {
  const { events } = await engine.history();
  const own = events.filter((event) => event.type === 'container' && event.id === id);
  const actions = own.map(({ action }) => action);
  const died = actions.lastIndexOf('die');
  const started = actions.lastIndexOf('start', died);
  return died >= 0 && started >= 0 && !actions.slice(started, died).includes('kill');
}

async function memoryProblem(
  container: ContainerFacts,
  service: Service,
  engine: EngineSnapshot,
): Promise<Problem> {
  const megabytes = (bytes: number) => (bytes > 0 ? String(Math.round(bytes / 2 ** 20)) : '');
  const limit = megabytes(container.memory);
  const needed = memoryNeeds[repositoryOf(service.image)];
  return causes.outOfMemory({
    ...makeAgain(container.name, service, container),
    limit,
    had: limit || megabytes(await engine.memory()),
    ...(needed === undefined ? {} : { needed: String(needed) }),
  });
}

/** What a server said last, without the words that only say that it ends. */
function lastWords(log: string): string {
  const lines = log.trim().split('\n');
  const isFarewell = (line: string) => /\bAborting\s*$|shutdown complete/i.test(line);
  const last = lines.findLast((line) => line.trim() !== '' && !isFarewell(line));
  return (last ?? lines.at(-1) ?? '').trim();
}
