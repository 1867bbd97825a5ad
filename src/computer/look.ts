import type { MachineContext } from '../core/check';
import { once } from '../core/once';
import { currentMachine } from '../core/system';
import type { ComputerFacts, UnixFacts } from './facts';
import type { DockerLook } from './engine/ask';

import type { WindowsLook } from './system/ask-windows';

/** What is asked of a computer while its labs are graded once; each question is asked when it is first needed. */
export interface Look {
  /** What the computer is; undefined where it does not tell. */
  readonly computer: () => Promise<ComputerFacts | undefined>;
  /** What a Unix system told beside; undefined on Windows. */
  readonly unix: () => Promise<UnixFacts | undefined>;
  readonly windows: () => Promise<WindowsLook>;
  readonly docker: () => Promise<DockerLook>;
}

type Asked = Pick<MachineContext, 'run' | 'machine'>;

const looks = new WeakMap<Asked['run'], Look>();

/** The look at the computer of a context: the checks of one grading share it. */
export function lookOf(context: Asked): Look {
  const known = looks.get(context.run);
  if (known) return known;
  const look = newLook(context);
  looks.set(context.run, look);
  return look;
}

function newLook({ run, machine }: Asked): Look {
  const isHere = machine === currentMachine();
  const told = once(async () => {
    const { askUnix, lookHere } = await import('./system/ask-unix');
    return isHere && process.platform === 'linux' ? lookHere() : askUnix(run);
  });
  const windows = once(async () => (await import('./system/ask-windows')).askWindows(run));
  const isWindows = machine.system === 'windows';
  const unix = async () => (isWindows ? undefined : (await told())?.unix);
  return {
    unix,
    windows,
    computer: async () => {
      if (!isWindows) return (await told())?.computer;
      const { machine: facts } = await windows();
      return facts ?? (isHere ? fromNode() : undefined);
    },
    docker: once(async () => (await import('./engine/ask')).askDocker(run, unix)),
  };
}

/** What Node.js knows of Windows without asking anybody. */
async function fromNode(): Promise<ComputerFacts> {
  const [{ release, totalmem, machine }, { architectureOf, gibibytes }] = await Promise.all([
    import('node:os'),
    import('./facts'),
  ]);
  const build = /^\d+\.\d+\.(\d{4,6})$/.exec(release())?.[1];
  return {
    system: 'windows',
    name: Number(build) >= 22_000 ? 'Windows 11' : 'Windows',
    build,
    architecture: architectureOf(machine()),
    memory: gibibytes(totalmem()),
    virtualization: 'unknown',
  };
}
