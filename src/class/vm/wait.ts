import { setTimeout as delay } from 'node:timers/promises';

import { Failure } from '../../core/failure';
import { asFailure, askVm, installAgain } from './machines';
import type { Reachable } from './hosts';
import type { ClassSession } from '../session';
import { stagesOf } from '../../core/practice-report';
import { late, stopped } from './vm-report';

/** How a VM is waited for. */
export interface WaitOptions {
  /** The most minutes that it may take. */
  readonly minutes: number;
  /** Whether an installation that failed or was interrupted is started once more. */
  readonly retry: boolean;
}

/** Milliseconds between two questions; they grow while a VM's answer stays the same, because each login slows its installation down. */
const pauses = { first: 5_000, longest: 20_000, growth: 1.5 };
/** How long a VM may take to answer, in seconds. */
const answerSeconds = 10;

/**
 * Waits until a VM has installed everything, or until no installation runs there any more; `onStage` gets each
 * stage once: `ssh`, `again`, `docker done`, `minikube failed`. Returns why the VM is not ready, if it is not.
 */
export async function waitUntilReady(
  session: ClassSession,
  vm: Reachable,
  { minutes, retry }: WaitOptions,
  onStage: (stage: string) => void,
): Promise<Failure | undefined> {
  const tell = once(onStage);
  const end = Date.now() + minutes * 60_000;
  const pause = growing(end);
  for (let mayRetry = retry; ;) {
    const report = await orFailure(askVm(session, vm, answerSeconds));
    if (!(report instanceof Failure)) {
      stagesOf(report).forEach(tell);
      if (report.ready) return undefined;
      if (!report.isBusy && !mayRetry) return stopped(report);
    }
    if (Date.now() > end) return report instanceof Failure ? report : late(report, minutes);
    if (!(report instanceof Failure || report.isBusy)) {
      const refused = await orFailure(installAgain(session, vm));
      mayRetry = refused instanceof Failure;
      if (!mayRetry) tell('again');
    }
    await pause(report instanceof Failure ? report.code : stagesOf(report).join());
  }
}

/** A pause that grows while the answer stays the same, and does not last beyond the end. */
function growing(end: number): (said: string) => Promise<void> {
  let before = '';
  let next = pauses.first;
  return async (said) => {
    next = said === before ? Math.min(next * pauses.growth, pauses.longest) : pauses.first;
    before = said;
    await delay(Math.min(next, Math.max(0, end - Date.now()) + 1));
  };
}

function once(onStage: (stage: string) => void): (stage: string) => void {
  const told = new Set<string>();
  return (stage) => {
    if (!told.has(stage)) onStage(stage);
    told.add(stage);
  };
}

async function orFailure<T>(work: Promise<T>): Promise<T | Failure> {
  try {
    return await work;
  } catch (error) {
    return asFailure(error, 'class up');
  }
}
