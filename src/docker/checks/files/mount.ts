import { serviceOf } from '../../model/service';
import { withoutAtEnd } from '../../../core/answers/bounds';
import type { Mount } from '../../engine/facts';
import type { DockerCheck } from '../check';
import type { Problem } from '../../../core/problem';
import type { System } from '../../../core/system';
import { isRewritten, shownMounts } from './mount-folder';
import { makeAgain } from '../make-again';
import type { Again } from '../../problems/again';
import * as problems from '../../problems/mount';

interface WantedMount {
  readonly type: 'bind' | 'volume';
  readonly source: string;
  readonly target: string;
}

/** A mount as a service describes it. */
export function wantedMount(volume: string): WantedMount {
  const [source = '', target = ''] = volume.split(':');
  return { type: source.startsWith('.') ? 'bind' : 'volume', source, target };
}

/** The container mounts the volumes and folders of the exercise; `mountsFolder` proves that a folder is the reader's. */
export function mountsAsDescribed(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => {
      const mounts = (serviceOf(lab, name).volumes ?? []).join(', ');
      return {
        ko: `\`${name}\` 컨테이너의 마운트 (${mounts})`,
        en: `Mounts of the container \`${name}\` (${mounts})`,
      };
    },
    async run({ lab, engine, machine: { system } }) {
      const service = serviceOf(lab, name);
      const container = (await engine.containers()).get(name);
      const found = container?.mounts ?? [];
      const again = makeAgain(name, service, container);
      const wanted = (service.volumes ?? []).map(wantedMount);
      return wanted.flatMap((mount) => mountProblem(mount, found, again, system));
    },
  };
}

function mountProblem(
  { type, source, target }: WantedMount,
  mounts: readonly Mount[],
  again: Again,
  system: System,
): Problem[] {
  const mount = mounts.find((other) => withoutAtEnd(other.target, '/') === target);
  const rewritten = mounts.find((other) => isRewritten(other, target));
  if (!mount && rewritten)
    return [problems.mountRewritten({ ...again, target, found: rewritten.target })];
  if (!mount) {
    const found = shownMounts(mounts, system);
    return [problems.mountMissing({ ...again, target, wanted: source, found })];
  }
  if (mount.type !== type)
    return [problems.mountTypeWrong({ ...again, target, wanted: type, found: mount.type })];
  if (type === 'bind' || mount.source === source) return [];
  return [problems.mountSourceWrong({ ...again, target, wanted: source, found: mount.source })];
}
