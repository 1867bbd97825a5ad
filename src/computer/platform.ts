import { resolve } from 'node:path';

import type { LabBase } from '../core/lab';
import { computerFolder } from '../core/machine/paths';
import type { Platform, PlatformOptions } from '../core/platform';
import type { Probe } from '../core/probe';
import { askProgram } from '../core/machine/ask-program';
import { files } from '../core/machine/files';
import { once } from '../core/once';
import { currentMachine } from '../core/system';
import type { Outside } from '../core/verbs/session';
import { gradeComputer, gradeOnce, type ComputerSession } from './grade';

/** How long, in milliseconds, `watch` waits before it looks again: nothing tells of a change. */
const pause = 2_000;

/** This computer itself. */
export function openComputer({ dir = process.cwd() }: PlatformOptions): Platform {
  return computerOn({ folder: computerFolder(), dir: resolve(dir), outside: thisComputer() });
}

/** The computer of a session; its labs are only looked at, never prepared or removed. */
export function computerOn(session: ComputerSession): Platform {
  return {
    folder: session.folder,
    dir: session.dir,
    name: undefined,
    prepare: refuse,
    solve: refuse,
    grade: (labs) => gradeComputer(labs.map(probe), session),
    async watch(lab, onProgress) {
      const { Bell, watchUntilPassed } = await import('../core/verbs/waiting');
      return watchUntilPassed({
        bell: new Bell(),
        gradeOnce: () => gradeOnce(probe(lab), session),
        grade: () => gradeComputer([probe(lab)], session),
        pauseOf: () => pause,
        onProgress,
      });
    },
    planRemoval: async (labs) => ({ ...nothing, labs }),
    remove: async () => ({ removed: [], left: [], reasons: [], blocked: [] }),
    urls: () => [],
    close: () => Promise.resolve(),
  };
}

// Most questions are for small programs and files: what asks for pages is loaded when one is asked for.
function thisComputer(): Outside {
  const asking = once(async () => {
    const { ask, askLonger } = await import('../core/answers/http');
    return askLonger(ask);
  });
  return {
    files,
    ask: async (...question) => (await asking())(...question),
    run: askProgram,
    machine: currentMachine(),
  };
}

const nothing = { removable: [], strangers: [], images: [], changedFiles: [] };

async function refuse(lab: LabBase): Promise<never> {
  throw new Error(`${lab.id} only looks at the computer`);
}

function probe(lab: LabBase): Probe {
  if (lab.platform !== 'machine') throw new Error(`${lab.id} does not only look at the computer`);
  return lab as Probe;
}
