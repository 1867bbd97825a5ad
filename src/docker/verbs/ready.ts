import { setTimeout as delay } from 'node:timers/promises';
import type { Service } from '../model/lab';
import { inspectExisting } from '../engine/client';
import type { EngineFacts } from '../engine/facts';
import { Failure } from '../../core/failure';
import { inspectedContainer } from '../engine/forms';

/** The pause between two questions: a client that is started inside costs what the server needs to start. */
const poll = { first: 50, most: 2_000 };

/** Asks a service, by the command of its own health check, until it is ready; false when its container is not running or the limit (ms) is over. */
export async function untilServiceReady(
  name: string,
  { healthcheck }: Service,
  engine: EngineFacts,
  limit: number,
): Promise<boolean> {
  const [kind, ...words] = healthcheck?.test ?? [];
  if (!kind) return true;
  const argv = kind === 'CMD-SHELL' ? ['sh', '-c', ...words] : words;
  const end = Date.now() + limit;
  for (let pause = poll.first; Date.now() < end; pause = Math.min(poll.most, pause * 1.2)) {
    const { code } = await engine.exec(name, argv).catch(unanswered);
    if (code === 0) return true;
    if (!(await isRunning(name))) return false;
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

async function isRunning(name: string): Promise<boolean> {
  const [container] = await inspectExisting('container', [name], inspectedContainer);
  return container?.State.Running ?? false;
}
