import { readerComposeFile } from '../checks/compose/readers-file';
import { labLabel } from '../model/compose';
import type { EngineState } from '../model/exercise';
import type { DockerLab } from '../lab';
import { namesOf } from '../model/service';
import { heldBackBy, wavesOf } from '../model/waves';
import { inFolder } from '../../core/machine/in-folder';
import type { DockerClient } from '../engine/client';
import { composeNames, composeUpFile } from '../engine/compose';
import { Failure } from '../../core/failure';
import { composeView } from './compose-view';
import { untilServiceReady } from './ready';
import type { Reporter } from '../../core/reporter';
import type { Session } from './session';
import { composeFileRefused } from '../problems/engine';

/** Starts a state's services from the Compose file in the reader's folder, marked as this tool's; throws what Compose says of the file. Returns the services that others need and that did not become ready. */
export async function bringUpFile(
  lab: DockerLab,
  path: string,
  state: EngineState,
  session: Session,
  reporter: Reporter,
): Promise<string[]> {
  const file = await composeFileFor(lab, path, session);
  const names = await namesIn(session.engine.client, file, lab);
  const marks = (all: readonly string[]) =>
    Object.fromEntries(all.map((name) => [name, { labels: { [labLabel]: lab.id } }]));
  const override = {
    services: marks(names.services),
    networks: marks(names.networks),
    volumes: marks(names.volumes),
  };
  const services = state.services ?? {};
  for (const wave of wavesOf(services)) {
    for (const dependency of new Set(wave.flatMap((name) => heldBackBy(services, name)))) {
      if (!(await isReady(dependency, services[dependency], session, reporter)))
        return [dependency];
    }
    const present = wave.filter((name) => names.services.includes(name));
    if (present.length === 0) continue;
    const shown = present.join(', ');
    await reporter.step({ ko: `${shown} 시작하는 중`, en: `Starting ${shown}` }, () =>
      composeUpFile(session.engine.client, file, override, present),
    );
  }
  return [];
}

async function namesIn(
  client: DockerClient,
  file: string,
  { id }: DockerLab,
): ReturnType<typeof composeNames> {
  try {
    return await composeNames(client, file);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'command-failed') throw error;
    throw new Failure(composeFileRefused({ ...error.values, file, lab: id }));
  }
}

/** The reader's own file where one speaks of the lab's services, otherwise the lab's. */
export async function composeFileFor(
  lab: DockerLab,
  path: string,
  { dir, outside: { files } }: Pick<Session, 'dir' | 'outside'>,
): Promise<string> {
  const found = await readerComposeFile(dir, path, [...namesOf(lab).services.keys()], files);
  return found?.isAbout ? found.path : inFolder(dir, path);
}

async function isReady(
  name: string,
  service: NonNullable<EngineState['services']>[string] | undefined,
  session: Session,
  reporter: Reporter,
): Promise<boolean> {
  const { containers } = composeView(session.engine.snapshot());
  const container = (await containers()).get(name);
  if (!container || !service) return false;
  const text = { ko: `${name} 준비를 기다리는 중`, en: `Waiting until ${name} is ready` };
  return reporter.step(text, () => untilServiceReady(container.name, service, session));
}
