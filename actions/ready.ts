import { setTimeout as delay } from 'node:timers/promises';
import type { Service } from '../labs/lab';
import { inspectExisting } from '../runtime/docker';
import type { EngineFacts } from '../runtime/facts';

const pollInterval = 50;

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
  while (Date.now() < end) {
    const { code } = await engine.exec(name, argv);
    if (code === 0) return true;
    if (!(await isRunning(name))) return false;
    await delay(pollInterval);
  }
  return false;
}

async function isRunning(name: string): Promise<boolean> {
  const [container] = await inspectExisting<{ State: { Running: boolean } }>('container', [name]);
  return container?.State.Running ?? false;
}
