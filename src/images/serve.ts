import { setTimeout as delay } from 'node:timers/promises';
import { images } from '../core/images';
import { Failure } from '../core/failure';
import { ask } from '../core/answers/http';
import type { Engine } from '../docker/engine/engine';
import { imageOrigins } from '../docker/engine/images';
import {
  endFilling,
  endUnsafeMirror,
  ensureVolume,
  removeMirror,
  runningMirror,
  startFilling,
  startMirror,
  type MirrorPlace,
} from './mirror';
import { answerToPush, pushToMirror } from './mirror-push';
import { isPortFree, portHolder } from '../core/machine/ports';
import type { Reporter } from '../core/reporter';
import { imageMissing } from '../core/problems/pull';
import { portTaken } from '../docker/problems/ports';
import { commandFailed } from '../core/problems/program';

/** How long, in milliseconds, the registry server may take to answer. */
const startLimit = 30_000;

/** Serves the engine's images of the book as a registry mirror; returns those that it serves. */
export async function serveImages(
  engine: Engine,
  place: MirrorPlace,
  reporter: Reporter,
): Promise<string[]> {
  const origins = await imageOrigins(engine.api, Object.values(images));
  const present = origins.filter(({ origin }) => origin !== 'missing').map(({ image }) => image);
  if (!present.includes(images.registry))
    throw new Failure(imageMissing({ image: images.registry }));
  await endUnsafeMirror(engine);
  await ensurePort(engine, place);
  await ensureVolume(engine);
  await fill(engine, present, reporter);
  await ensureServing(engine, place, reporter);
  return present;
}

async function ensurePort(engine: Engine, { port }: MirrorPlace): Promise<void> {
  const running = await runningMirror(engine);
  if (running?.port === port || (await isPortFree(port))) return;
  throw new Failure(portTaken({ port: String(port), by: await portHolder(port) }));
}

// Through a server that only this machine reaches; a mirror that runs goes on serving meanwhile.
async function fill(engine: Engine, present: readonly string[], reporter: Reporter): Promise<void> {
  try {
    const port = await startFilling(engine, images.registry);
    await untilAnswering(`http://127.0.0.1:${port}`);
    for (const image of present)
      await reporter.step(
        { ko: `${image} 이미지를 미러에 넣는 중`, en: `Putting ${image} into the mirror` },
        () => pushToMirror(engine.client, image, port),
      );
  } finally {
    await endFilling(engine);
  }
}

async function ensureServing(
  engine: Engine,
  place: MirrorPlace,
  reporter: Reporter,
): Promise<void> {
  const running = await runningMirror(engine);
  if (running?.address !== place.address || running.port !== place.port)
    await reporter.step({ ko: '이미지 미러를 시작하는 중', en: 'Starting the mirror' }, () =>
      startMirror(engine, images.registry, place),
    );
  const registry = registryAt(place);
  await untilAnswering(registry);
  const status = await answerToPush(registry);
  if (status === 405) return;
  await removeMirror(engine);
  throw new Failure(
    commandFailed({
      command: `POST ${registry}/v2/`,
      said: `${String(status)} instead of 405: the mirror would take pushes`,
    }),
  );
}

function registryAt({ address, port }: MirrorPlace): string {
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

async function untilAnswering(registry: string): Promise<void> {
  const url = `${registry}/v2/`;
  const end = Date.now() + startLimit;
  while (Date.now() < end) {
    const answer = await ask(url);
    if ('status' in answer && answer.status === 200) return;
    await delay(50);
  }
  throw new Failure(commandFailed({ command: url, said: 'no answer' }));
}
