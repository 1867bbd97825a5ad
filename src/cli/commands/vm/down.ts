import { removeVm } from '../../../vm/down';
import { hasVmFiles } from '../../../vm/folder';
import { lookAtVm, type VmView } from '../../../vm/look';
import { imageFolder, vmFolder, vmName } from '../../../vm/place';
import { findVm, type Found, type Removed } from '../../../vm/removal';
import { holdVm } from '../../../vm/up';
import type { Text } from '../../../core/text';
import { confirm } from '../../confirm';
import { say } from '../../language';
import { printProblem, problemJson } from '../../views/problem';
import { chat, exit, mark, print, printJson, reporter } from '../../views/terminal';

interface DownFlags {
  readonly yes?: boolean;
  readonly imageCache?: boolean;
  readonly output?: string;
}

/** `dkkb vm down`: removes the practice VM and everything of it, after a yes; exit code 1 when something is left. */
export async function vmDown({ yes, imageCache = false, output }: DownFlags): Promise<number> {
  const found = await findVm();
  if (hasSomething(found) && !yes && !(await confirm(await question(found)))) {
    chat(`${mark.unknown} ${say(nothingRemoved)}`);
    return exit.failed;
  }
  if (yes && hasSomething(found) && !found.record) reporter.note(unrecorded(found));
  const removing = { ko: '실습 VM을 지우는 중', en: 'Removing the practice VM' };
  const removed = await holdVm(reporter, () => reporter.step(removing, () => removeVm(imageCache)));
  const { state } = await lookAtVm();
  const { problems } = removed;
  if (output) printJson({ ...removed, problems: problems.map(problemJson), state });
  else tell(removed, state);
  return problems.length > 0 || state !== 'missing' ? exit.failed : exit.done;
}

/** Whether there is something to end or to remove. */
function hasSomething({ record, names, seen }: Found): boolean {
  return record !== undefined || names.length > 0 || hasVmFiles(seen);
}

async function question(found: Found): Promise<Text> {
  const { record } = found;
  if (!record) {
    const { ko, en } = unrecorded(found);
    return { ko: `${ko} 지울까요?`, en: `${en} Remove them?` };
  }
  const isOn = (await lookAtVm()).state === 'running';
  return {
    ko: `실습 VM과 그 디스크를 지웁니다: ${vmName} (${record.image}${isOn ? ', 켜짐' : ''}). 안에 있는 것은 모두 사라집니다. 지울까요?`,
    en: `This removes the practice VM \`${vmName}\` (${record.image}${isOn ? ', running' : ''}) and its disk; everything in it is lost. Remove it?`,
  };
}

/** Names what is ended and removed of a VM of which nothing is remembered. */
function unrecorded({ strays, names }: Found): Text {
  const pids = strays.join(', ');
  const files = names.join(', ') || '-';
  return {
    ko: `${pids && `켜져 있는 실습 VM(QEMU, pid ${pids})을 끕니다. `}기록이 없는 실습 VM의 파일을 \`${vmFolder()}\` 폴더에서 지웁니다: ${files}. VM 안에 있는 것은 모두 사라집니다.`,
    en: `${pids && `This ends the practice VM that runs (QEMU, pid ${pids}). `}Files of a practice VM without a record are removed from \`${vmFolder()}\`: ${files}. Everything in the VM is lost.`,
  };
}

const nothingRemoved: Text = {
  ko: '아무것도 지우지 않았습니다. 묻지 않고 지우기: dkkb vm down --yes',
  en: 'Nothing was removed. To remove it without a question: dkkb vm down --yes',
};

const thereAgain: Text = {
  ko: '다른 명령이 실습 VM을 다시 만들었습니다. 상태 보기: dkkb vm status',
  en: 'Another command has made the practice VM again. To see it: dkkb vm status',
};

function tell({ wasThere, problems, kept }: Removed, state: VmView['state']): void {
  problems.forEach((problem) => printProblem(problem, ''));
  if (problems.length === 0 && state !== 'missing') print(`${mark.failed} ${say(thereAgain)}`);
  else if (problems.length === 0) {
    const text: Text = wasThere
      ? {
          ko: `실습 VM을 지웠습니다. VM, 디스크, 열린 포트를 다시 살펴보았고 남은 것이 없습니다.`,
          en: 'The practice VM is removed. VM, disk and ports were looked at again: nothing is left.',
        }
      : { ko: '이 컴퓨터에 실습 VM이 없습니다.', en: 'This computer has no practice VM.' };
    print(`${mark.passed} ${say(text)}`);
  }
  if (kept === 0) return;
  const mebibytes = Math.ceil(kept / 2 ** 20);
  print(
    `  ${say({
      ko: `받아 둔 이미지는 남겨 둡니다: ${imageFolder()} (${mebibytes} MiB). 지우기: dkkb vm down --image-cache`,
      en: `Images that were fetched are kept: ${imageFolder()} (${mebibytes} MiB). To remove them: dkkb vm down --image-cache`,
    })}`,
  );
}
