import { setTimeout as delay } from 'node:timers/promises';
import { images } from '../labs/images';
import { Failure } from '../runtime/failure';
import { ask } from '../runtime/http';
import { imageOrigins } from '../runtime/image-origin';
import { pushToMirror, runningMirror, startMirror, type MirrorPlace } from '../runtime/mirror';
import { isPortFree, portHolder } from '../runtime/ports';
import type { Reporter } from './reporter';

/** How long, in milliseconds, the registry server may take to answer. */
const startLimit = 30_000;

/** Serves the engine's images of the book as a registry mirror; returns those that it serves. */
export async function serveImages(place: MirrorPlace, reporter: Reporter): Promise<string[]> {
  const origins = await imageOrigins(Object.values(images));
  const present = origins.filter(({ origin }) => origin !== 'missing').map(({ image }) => image);
  if (!present.includes(images.registry))
    throw new Failure('image-missing', { image: images.registry });
  await ensureMirror(place, reporter);
  for (const image of present) {
    await reporter.step(
      { ko: `${image} 이미지를 미러에 넣는 중`, en: `Putting ${image} into the mirror` },
      () => pushToMirror(image, place.port),
    );
  }
  return present;
}

async function ensureMirror(place: MirrorPlace, reporter: Reporter): Promise<void> {
  const running = await runningMirror();
  if (running?.address === place.address && running.port === place.port) return;
  if (!running && !(await isPortFree(place.port))) {
    const by = await portHolder(place.port);
    throw new Failure('port-in-use', { port: String(place.port), by });
  }
  await reporter.step({ ko: '이미지 미러를 시작하는 중', en: 'Starting the mirror' }, async () => {
    await startMirror(images.registry, place);
    await untilAnswering(place);
  });
}

async function untilAnswering({ port }: MirrorPlace): Promise<void> {
  const url = `http://127.0.0.1:${port}/v2/`;
  const end = Date.now() + startLimit;
  while (Date.now() < end) {
    const answer = await ask(url);
    if ('status' in answer && answer.status === 200) return;
    await delay(50);
  }
  throw new Failure('command-failed', { command: url, said: 'no answer' });
}
