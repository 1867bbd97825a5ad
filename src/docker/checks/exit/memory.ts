import { memoryNeeds } from '../../../core/images';
import { repositoryOf } from '../../../core/image-name';
import type { Problem } from '../../../core/problem';
import type { ContainerFacts, EngineSnapshot } from '../../engine/facts';
import { runCommand } from '../../model/commands';
import type { Service } from '../../model/exercise';
import * as causes from '../../problems/exit';
import { makeAgain } from '../make-again';

/** The problem of a container that the system ended for want of memory, made again under the name of the exercise; undefined for any other end. */
export async function memoryProblem(
  container: ContainerFacts,
  service: Service,
  engine: EngineSnapshot,
  log: string,
  wantedName = container.name,
): Promise<Problem | undefined> {
  if (!(await isOutOfMemory(container, log, engine))) return undefined;
  const megabytes = (bytes: number) => (bytes > 0 ? String(Math.round(bytes / 2 ** 20)) : '');
  const limit = megabytes(container.memory);
  const needed = memoryNeeds[repositoryOf(service.image)];
  return causes.outOfMemory({
    ...makeAgain(container.name, service, container),
    run: runCommand(wantedName, service),
    limit,
    had: limit || megabytes(await engine.memory()),
    ...(needed === undefined ? {} : { needed: String(needed) }),
  });
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
