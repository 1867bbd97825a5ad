import { Failure } from '../../../core/failure';
import { startVm, type Started } from '../../../vm/up';
import { waitForSsh, waitUntilReady, type Waiting } from '../../../vm/wait';
import type { VmRecord } from '../../../vm/record';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { printProblem, problemJson } from '../../views/problem';
import { exit, mark, print, printJson, printLine, reporter } from '../../views/terminal';
import { namingContainers } from './taken';
import { numberOf, wishesOf, type UpFlags } from './wishes';

/** `dkkb vm up`: makes the practice VM or starts it again, and waits; exit code 1 when steps of its installation failed. */
export async function vmUp(flags: UpFlags): Promise<number> {
  try {
    return await up(flags);
  } catch (error) {
    throw await namingContainers(error, flags);
  }
}

/** How long the VM may need after its start, in minutes. */
const usualMinutes = '30';

async function up(flags: UpFlags): Promise<number> {
  const minutes = numberOf('--timeout', flags.timeout ?? usualMinutes);
  // Only what was typed limits the download: on a slow line it lasts longer than the rest.
  const end = flags.timeout === undefined ? undefined : Date.now() + minutes * 60_000;
  const wishes = { ...wishesOf(flags), ...(end === undefined ? {} : { end }) };
  const started = await startVm(wishes, reporter);
  if (started.ran) tellRunning(started.record);
  try {
    await wait(started, { minutes, end }, flags.wait);
  } catch (error) {
    // The VM is there, and not all of it works.
    if (!(error instanceof Failure) || error.problem.kind !== 'failed') throw error;
    if (flags.output) printJson({ ...told(started), error: problemJson(error.problem) });
    else printProblem(error.problem, '');
    return exit.failed;
  }
  if (flags.output) printJson({ ...told(started), ready: flags.wait });
  else tellDone(started.record, flags.wait);
  return exit.done;
}

async function wait(
  { record, host, ran }: Started,
  time: Pick<Waiting, 'minutes' | 'end'>,
  whole: boolean,
) {
  const waiting: Omit<Waiting, 'onStage'> = { ...time, ended: () => host.ended() };
  const booting: Text = {
    ko: '실습 VM의 SSH를 기다리는 중',
    en: 'Waiting until the practice VM answers by SSH',
  };
  await reporter.step(booting, () => waitForSsh(record, { ...waiting, onStage: () => undefined }));
  if (!whole) return;
  const installing: Text = {
    ko: '실습 VM에 설치하는 중: SSH 응답',
    en: 'Installing in the practice VM: SSH answers',
  };
  await reporter.step(installing, (update) =>
    waitUntilReady(record, { ...waiting, onStage: (stage) => update(stageText(stage)) }, ran),
  );
}

function stageText(stage: string): Text {
  return {
    ko: `실습 VM에 설치하는 중: ${stage}`,
    en: `Installing in the practice VM: ${stage}`,
  };
}

function tellRunning({ memory, cpus }: VmRecord): void {
  reporter.note({
    ko: `실습 VM이 이미 켜져 있습니다(메모리 ${memory} MiB, CPU ${cpus}개). 다른 메모리, CPU, 포트는 껐다가 그 옵션으로 다시 켤 때 적용됩니다.`,
    en: `The practice VM is already running (memory ${memory} MiB, processors: ${cpus}). Other memory, processors or ports apply when it is stopped and started with them.`,
  });
}

function told({ record, ran }: Started) {
  const { by, image, memory, disk, cpus, sshPort, ports } = record;
  return { state: 'running', by, ran, image, memory, disk, cpus, sshPort, ports };
}

function tellDone({ sshPort, ports }: VmRecord, isReady: boolean): void {
  const list = ports.map(({ here }) => here).join(', ');
  const state: Text = isReady
    ? { ko: '실습 VM이 준비되었습니다.', en: 'The practice VM is ready.' }
    : {
        ko: '실습 VM이 SSH로 응답합니다. 설치는 VM에서 계속됩니다.',
        en: 'The practice VM answers by SSH, and goes on installing.',
      };
  print(`${mark.passed} ${say(state)}`);
  print(
    `  ${say({
      ko: `이 컴퓨터의 포트 ${sshPort}번은 VM의 SSH로, 다음 포트는 VM의 같은 포트로 이어집니다: ${list}`,
      en: `Port ${sshPort} of this computer leads to its SSH, and these ports to the same ones of the VM: ${list}`,
    })}`,
  );
  for (const line of ['dkkb vm ssh', 'dkkb check ch04-port --on vm', 'dkkb vm down'])
    printLine(`  ${mark.arrow} ${line}`);
}
