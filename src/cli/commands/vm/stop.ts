import { lookAtVm, type VmView } from '../../../vm/look';
import { stopVm } from '../../../vm/stop';
import { holdVm } from '../../../vm/up';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { exit, mark, print, printJson, printLine, reporter } from '../../views/terminal';
import { numberOf } from './wishes';

interface StopFlags {
  readonly timeout: string;
  readonly output?: string;
}

/** `dkkb vm stop`: switches the practice VM off and keeps everything in it; exit code 3 when it stays on. */
export async function vmStop({ timeout, output }: StopFlags): Promise<number> {
  const minutes = numberOf('--timeout', timeout);
  const stopping = { ko: '실습 VM을 끄는 중', en: 'Switching the practice VM off' };
  const wasOn = await holdVm(reporter, () => reporter.step(stopping, () => stopVm(minutes)));
  const { state } = await lookAtVm();
  if (output) printJson({ state, wasOn });
  else tell(state);
  return exit.done;
}

function tell(state: VmView['state']): void {
  if (state === 'missing') return print(`${mark.passed} ${say(none)}`);
  print(`${mark.passed} ${say(off)}`);
  for (const line of ['dkkb vm up', 'dkkb vm down']) printLine(`  ${mark.arrow} ${line}`);
}

const none: Text = {
  ko: '이 컴퓨터에 실습 VM이 없습니다.',
  en: 'This computer has no practice VM.',
};

const off: Text = {
  ko: '실습 VM이 꺼져 있습니다. 디스크에 있는 것은 그대로입니다. 다시 켜거나 없애기:',
  en: 'The practice VM is off; what is on its disk is kept. To start it again, or to remove it:',
};
