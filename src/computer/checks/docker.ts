import type { MachineCheck } from '../../core/check';
import type { Problem } from '../../core/problem';
import type { Text } from '../../core/text';
import { podmanAnswers } from '../../docker/problems/podman';
import { windowsContainers } from '../../docker/problems/windows-containers';
import type { DockerLook } from '../engine/ask';
import { engineNames, installedIn, type EngineKind } from '../engine/kind';
import type { UnixFacts } from '../facts';
import { lookOf } from '../look';
import { engineFromSnap, enginesSeveral } from '../problems/engine';
import { subject } from './system';
import { whyNoEngine } from './why-no-engine';

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
      if (problem) return [await whyNoEngine(problem, context, unix)];
      return [...wrongEngine(docker), ...notesOf(docker, unix)];
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

function wrongEngine({ podman, engine }: DockerLook): Problem[] {
  if (podman !== undefined) return [podmanAnswers({ version: podman })];
  if (engine?.kind === 'podman') return [podmanAnswers({ version: engine.version })];
  return engine?.os === 'windows' ? [windowsContainers({})] : [];
}

function notesOf({ engine }: DockerLook, unix: UnixFacts | undefined): Problem[] {
  if (!engine || !unix) return [];
  const others = installedIn(unix).filter((kind) => isOther(kind, engine.kind));
  return [
    ...(engine.kind === 'snap' ? [engineFromSnap({})] : []),
    ...(others.length > 0
      ? [
          enginesSeveral({
            engine: engineNames[engine.kind],
            others: others.map((kind) => engineNames[kind]).join(', '),
          }),
        ]
      : []),
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
