import { images } from '../core/images';
import { currentMachine } from '../core/system';
import type { DockerClient } from '../docker/engine/client';
import * as ask from '../docker/engine/diagnosis';
import type { Engine } from '../docker/engine/engine';
import { imageOrigins } from '../docker/engine/images';
import { askMirror } from '../images/mirror-answer';
import { busyPorts } from './busy-ports';
import { bad, judgeDisk, judgeMirrors, ok, same, withSide, type Found } from './diagnosis';

/** The versions of the engine and its client. */
export async function engineVersion(client: DockerClient, engine: Promise<Engine>): Promise<Found> {
  const said = await ask.engineVersions(client);
  // Throws where the engine runs containers of another system.
  await (await engine).api.ask('GET', '/_ping');
  return ok(same(`${said.server} (API ${said.api}, client ${said.client})`));
}

/** The free space where the engine keeps its data. */
export async function disk(engine: Promise<Engine>, host: Promise<ask.EngineHost>): Promise<Found> {
  const [opened, asked] = await Promise.all([engine, host]).catch(() => []);
  const { folder, bytes } = await ask.freeSpace((opened?.isLocal && asked?.folder) || '');
  return withSide(judgeDisk(folder, bytes), currentMachine().system, process.cwd());
}

/** Whether the ports of the labs are free. */
export async function ports(engine: Engine): Promise<Found> {
  const { wanted, busy } = await busyPorts(engine.snapshot());
  if (busy.length === 0) {
    const list = wanted.join(', ');
    return ok({ ko: `${list} 사용 가능`, en: `${list} can be used` });
  }
  const list = busy.map(({ values }) => values['port']).join(', ');
  return bad({ ko: `${list} 사용 중`, en: `${list} in use` }, ...busy);
}

/** Whether the engine's mirrors have the images. */
export async function mirror({ isLocal }: Engine, mirrors: readonly string[]): Promise<Found> {
  const wanted = Object.values(images);
  return judgeMirrors(await Promise.all(mirrors.map((url) => askMirror(url, wanted, isLocal))));
}

/** How many of the images are here. */
export async function imagesHere({ api }: Engine): Promise<Found> {
  const origins = await imageOrigins(api, Object.values(images));
  const missing = origins.filter(({ origin }) => origin === 'missing').map(({ image }) => image);
  const count = `${origins.length - missing.length}/${origins.length}`;
  const rest = missing.join(', ');
  return ok({
    ko: `${count}개 있음${rest ? ` (처음 쓸 때 받음: ${rest})` : ''}`,
    en: `${count} here${rest ? ` (pulled when first used: ${rest})` : ''}`,
  });
}
