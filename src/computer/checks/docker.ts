import type { MachineCheck } from '../../core/check';
import type { Problem } from '../../core/problem';
import type { Text } from '../../core/text';
import type { DockerLook } from '../engine/ask';
import { engineNames, installedIn, type EngineKind } from '../engine/kind';
import type { UnixFacts } from '../facts';
import { lookOf } from '../look';
import { subject } from './system';

/** The docker client is there and an engine answers it; tells the versions, and which engine it is. */
export function dockerAnswers(): MachineCheck {
  return {
    subject,
    title: () => ({
      ko: '`docker version` 명령: 클라이언트와 엔진이 응답',
      en: '`docker version`: the client and an engine answer',
    }),
    async run(context) {
      const look = lookOf(context);
      const [docker, unix] = await Promise.all([look.docker(), look.unix()]);
      tellVersions(docker, context.tell);
      const { problem } = docker;
      if (problem)
        return [await (await import('./why-no-engine')).whyNoEngine(problem, context, unix)];
      return [...(await wrongEngine(docker)), ...(await notesOf(docker, unix))];
    },
  };
}

function tellVersions({ client, engine, podman }: DockerLook, tell: (text: Text) => void): void {
  if (podman !== undefined) return;
  const version = client?.version;
  if (version) tell({ ko: `docker 클라이언트 ${version}`, en: `The docker client ${version}` });
  if (!engine) return;
  const name = engineNames[engine.kind];
  tell({ ko: `엔진 ${engine.version}: ${name}`, en: `The engine ${engine.version}: ${name}` });
}

async function wrongEngine({ podman, engine }: DockerLook): Promise<Problem[]> {
  if (podman !== undefined || engine?.kind === 'podman') {
    const { podmanAnswers } = await import('../../docker/problems/podman');
    return [podmanAnswers({ version: podman ?? engine?.version ?? '' })];
  }
  if (engine?.os !== 'windows') return [];
  const { windowsContainers } = await import('../../docker/problems/windows-containers');
  return [windowsContainers({})];
}

async function notesOf({ engine }: DockerLook, unix: UnixFacts | undefined): Promise<Problem[]> {
  if (!engine || !unix) return [];
  const others = installedIn(unix).filter((kind) => isOther(kind, engine.kind));
  if (engine.kind !== 'snap' && others.length === 0) return [];
  const { engineFromSnap, enginesSeveral } = await import('../problems/engine');
  const names = others.map((kind) => engineNames[kind]).join(', ');
  return [
    ...(engine.kind === 'snap' ? [engineFromSnap({})] : []),
    ...(names ? [enginesSeveral({ engine: engineNames[engine.kind], others: names })] : []),
  ];
}

// Podman beside Docker has its own command, and a rootless engine is a second start of the same one.
function isOther(kind: EngineKind, answering: EngineKind): boolean {
  if (kind === answering || kind === 'podman') return false;
  return !(answering === 'rootless' && kind === 'engine');
}

/** The engine answers the user without `sudo`; asked after it has answered. */
export function worksWithoutSudo(): MachineCheck {
  return {
    subject,
    title: () => ({ ko: '`sudo` 없이 사용', en: 'It works without `sudo`' }),
    async run(context) {
      const unix = await lookOf(context).unix();
      context.tell(userLine(unix));
      return [];
    },
  };
}

function userLine(unix: UnixFacts | undefined): Text {
  if (unix?.uid === 0)
    return {
      ko: 'root 사용자로 확인했습니다. 다른 사용자는 확인하지 못했습니다.',
      en: 'It was asked as the user root. Nothing is known of other users.',
    };
  const user = unix?.user ?? '';
  const group = unix?.groups.includes('docker') ?? false;
  return {
    ko: `사용자: ${user}${group ? ' (docker 그룹)' : ''}`,
    en: `User: ${user}${group ? ' (in the group docker)' : ''}`,
  };
}
