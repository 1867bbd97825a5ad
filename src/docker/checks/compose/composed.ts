import type { EngineSnapshot } from '../../engine/facts';
import type { DockerCheck, DockerContext } from '../check';
import { creationProblems } from '../container';
import { eventsSinceBegun } from '../history';
import { removeCommand } from '../make-again';
import { notUnderCompose, stillUp, networkLeft, volumeLost } from '../../problems/compose/composed';
import { projectOf } from '../../model/compose-labels';
import { notBegun } from '../../problems/history';

/** The service's container was started by Compose, whatever the folder or the project. */
export function runsUnderCompose(name: string): DockerCheck {
  return {
    subject: name,
    title: () => ({
      ko: `\`${name}\` 서비스를 Compose로 실행`,
      en: `The service \`${name}\` runs under Compose`,
    }),
    async run({ lab, engine }) {
      const container = (await engine.containers()).get(name);
      if (!container) return creationProblems(lab, engine, name);
      if (projectOf(container.labels) !== undefined) return [];
      const { name: real } = container;
      return [notUnderCompose({ name: real, remove: removeCommand([real], [container]) })];
    },
  };
}

/** No container of the service is left. */
export function serviceIsGone(name: string): DockerCheck {
  return {
    subject: name,
    title: () => ({
      ko: `\`${name}\` 서비스의 컨테이너 삭제`,
      en: `The container of the service \`${name}\` is removed`,
    }),
    async run(context) {
      const container = (await context.engine.containers()).get(name);
      if (container)
        return [
          stillUp({
            name,
            container: container.name,
            state: container.state.status,
            project: projectOf(container.labels) ?? '',
          }),
        ];
      return (await wasThere(context)) ? [] : [notBegun({ lab: context.lab.id })];
    },
  };
}

// If the lab was not begun and no container was removed, there was nothing to take down.
async function wasThere(context: DockerContext): Promise<boolean> {
  if (context.begun) return true;
  const { events } = await context.engine.history();
  return events.some(({ type, action }) => type === 'container' && action === 'destroy');
}

/** The network is removed. */
export function networkIsGone(network: string): DockerCheck {
  return {
    subject: network,
    title: () => ({
      ko: `\`${network}\` 네트워크 삭제`,
      en: `The network \`${network}\` is removed`,
    }),
    async run(context) {
      const found = (await context.engine.networks()).get(network);
      if (found)
        return [
          networkLeft({ network, found: found.name, project: projectOf(found.labels) ?? '' }),
        ];
      return (await wasThere(context)) ? [] : [notBegun({ lab: context.lab.id })];
    },
  };
}

/** The volume is still there, or somebody removed it on purpose since the lab was begun. */
export function volumeStays(volume: string): DockerCheck {
  return {
    subject: volume,
    title: () => ({
      ko: `\`${volume}\` 볼륨 유지`,
      en: `The volume \`${volume}\` stays`,
    }),
    async run(context) {
      if ((await context.engine.volumes()).has(volume)) return [];
      if (!(await wasRemoved(context.engine, context, volume))) return [volumeLost({ volume })];
      context.tell({
        ko: '볼륨까지 직접 지우셨습니다. `down`만 실행하면 볼륨은 남습니다.',
        en: 'It was removed besides, on purpose. `down` alone leaves it.',
      });
      return [];
    },
  };
}

async function wasRemoved(
  engine: EngineSnapshot,
  context: DockerContext,
  volume: string,
): Promise<boolean> {
  const { events } = await engine.history();
  return eventsSinceBegun(events, context).some(
    ({ type, action, id }) =>
      type === 'volume' && action === 'destroy' && (id === volume || id.endsWith(`_${volume}`)),
  );
}
