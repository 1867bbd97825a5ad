import { setTimeout as delay } from 'node:timers/promises';

import { machineState, type MachineState } from '../../docker/verbs/machine-state';
import { desktopOn, type Desktop, type DesktopSystem } from '../../computer/desktop';
import { desktopTrouble } from '../../doctor/desktop';
import { Failure } from '../../core/failure';
import { runInTerminal } from '../../core/machine/process';
import { composeMissing, engineNotRunning, socketDenied } from '../../docker/problems/engine';
import { confirm } from '../confirm';
import { printProblem } from '../views/problem';
import { exit, reporter } from '../views/terminal';

/** How long Docker Desktop may take to start, in seconds. */
const startTime = 300;

/** Brings Docker Desktop up on Windows or macOS, or says what is missing and how to get it; returns the exit code. */
export async function prepareDesktop(state: MachineState, system: DesktopSystem): Promise<number> {
  if (state === 'compose-missing') throw new Failure(composeMissing({}));
  if (state === 'socket-denied') throw new Failure(socketDenied({}));
  const missing = state === 'docker-missing' ? 'docker' : 'engine';
  const { obstacles, cause } = await desktopTrouble(missing, system);
  obstacles.forEach((problem) => printProblem(problem, ''));
  const desktop = desktopOn(system);
  if (missing === 'engine' && desktop.isInstalled) return startDesktop(desktop);
  throw new Failure(cause);
}

async function startDesktop({ start }: Desktop): Promise<number> {
  const question = {
    ko: 'Docker Desktop이 실행 중이 아닙니다. 지금 시작할까요?',
    en: 'Docker Desktop is not running. Start it now?',
  };
  if (!(await confirm(question))) throw new Failure(engineNotRunning({}));
  const [program, ...words] = start;
  await runInTerminal(program, words);
  const waiting = {
    ko: 'Docker Desktop이 시작되기를 기다리는 중 (처음에는 몇 분 걸립니다)',
    en: 'Waiting for Docker Desktop to start (minutes, the first time)',
  };
  return reporter.step(waiting, async () => {
    for (const end = Date.now() + startTime * 1_000; Date.now() < end; await delay(2_000))
      if ((await machineState()) === 'ready') return exit.done;
    throw new Failure(engineNotRunning({}));
  });
}
