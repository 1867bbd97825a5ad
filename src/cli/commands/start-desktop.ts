import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';

import { machineState, type MachineState } from '../../docker/verbs/machine-state';
import { examineWindows } from '../../doctor/windows/examine';
import { dockerDesktopMissing, terminalTooOld } from '../../doctor/desktop-problems';
import { Failure } from '../../core/failure';
import { isOnPath } from '../../core/machine/which';
import { runInTerminal } from '../../core/machine/process';
import type { Problem } from '../../core/problem';
import { composeMissing, engineNotRunning, socketDenied } from '../../docker/problems/engine';
import { confirm } from '../confirm';
import { printProblem } from '../views/problem';
import { exit, reporter } from '../views/terminal';

/** How Docker Desktop is found, started and installed on a system. */
interface Desktop {
  /** Where it is when it is installed. */
  readonly places: readonly string[];
  readonly start: readonly [string, ...string[]];
}

/** How long Docker Desktop may take to start, in seconds. */
const startTime = 300;

/** Brings Docker Desktop up on Windows or macOS, or says what is missing and how to get it; returns the exit code. */
export async function prepareDesktop(
  state: MachineState,
  system: 'windows' | 'macos',
): Promise<number> {
  if (state === 'compose-missing') throw new Failure(composeMissing({}));
  if (state === 'socket-denied') throw new Failure(socketDenied({}));
  const desktop = desktopOf(system);
  const isInstalled = desktop.places.some((place) => existsSync(place));
  if (state === 'engine-stopped' && isInstalled) return startDesktop(desktop);
  if (state === 'docker-missing' && isInstalled) throw new Failure(terminalTooOld({}));
  const problems = await obstacles(system);
  problems.forEach((problem) => printProblem(problem, ''));
  const brew = system === 'macos' && (await isOnPath('brew'));
  throw new Failure(dockerDesktopMissing({ brew, first: problems.length > 0 }));
}

function desktopOf(system: 'windows' | 'macos'): Desktop {
  if (system === 'macos')
    return { places: ['/Applications/Docker.app'], start: ['open', '-a', 'Docker'] };
  const { ProgramFiles = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env;
  const program = 'Docker Desktop.exe';
  const places = [
    join(ProgramFiles, 'Docker', 'Docker', program),
    join(LOCALAPPDATA, 'Programs', 'DockerDesktop', program),
  ];
  const found = places.find((place) => existsSync(place)) ?? places[0] ?? program;
  return { places, start: ['cmd', '/c', 'start', '', found] };
}

function obstacles(system: 'windows' | 'macos'): Promise<Problem[]> {
  return system === 'windows' ? examineWindows() : Promise.resolve([]);
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
