import { setTimeout as delay } from 'node:timers/promises';
import type { Service } from '../model/exercise';
import { Failure } from '../../core/failure';
import { inspectedContainer } from '../engine/forms';
import type { Session } from './session';

/** The pause between two questions: each question starts a client inside, which slows down the start of the server. */
const poll = { first: 50, most: 2_000 };

/** Asks a service, by the command of its own health check, until it is ready; false when its container is not running or the session's patience is over. */
export async function untilServiceReady(
  name: string,
  { healthcheck }: Service,
  { engine, patience }: Pick<Session, 'engine' | 'patience'>,
): Promise<boolean> {
  const [kind, ...words] = healthcheck?.test ?? [];
  if (!kind) return true;
  const argv = kind === 'CMD-SHELL' ? ['sh', '-c', ...words] : words;
  const { exec } = engine.snapshot();
  const end = Date.now() + patience;
  for (let pause = poll.first; Date.now() < end; pause = Math.min(poll.most, pause * 1.2)) {
    const { code } = await exec(name, argv).catch(unanswered);
    if (code === 0) return true;
    if (!(await isRunning(engine, name))) return false;
    await delay(pause);
  }
  return false;
}

// A server that does not answer its own client yet is asked again.
function unanswered(error: unknown): { readonly code: number | undefined } {
  if (error instanceof Failure && error.code === 'program-not-answering')
    return { code: undefined };
  throw error;
}

async function isRunning({ api }: Session['engine'], name: string): Promise<boolean> {
  const container = await api.find(`/containers/${name}/json`, inspectedContainer);
  return container?.State.Running ?? false;
}
