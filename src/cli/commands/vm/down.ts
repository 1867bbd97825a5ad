import { removeVm, type Removed } from '../../../vm/down';
import { lookAtVm, type VmView } from '../../../vm/look';
import { imageFolder, vmFolder } from '../../../vm/place';
import { holdVm } from '../../../vm/up';
import type { Text } from '../../../core/text';
import { confirm } from '../../confirm';
import { say } from '../../language';
import { chat, exit, mark, print, printJson, reporter } from '../../views/terminal';

interface DownFlags {
  readonly yes?: boolean;
  readonly imageCache?: boolean;
  readonly output?: string;
}

/** `dkkb vm down`: removes the practice VM and everything of it, after a yes; exit code 1 when something is left. */
export async function vmDown({ yes, imageCache = false, output }: DownFlags): Promise<number> {
  const view = await lookAtVm();
  if (view.state !== 'missing' && !yes && !(await confirm(question(view)))) {
    chat(`${mark.unknown} ${say(nothingRemoved)}`);
    return exit.failed;
  }
  const removing = { ko: '실습 VM을 지우는 중', en: 'Removing the practice VM' };
  const removed = await holdVm(reporter, () => reporter.step(removing, () => removeVm(imageCache)));
  const after = await lookAtVm();
  if (output) printJson({ ...removed, state: after.state });
  else tell(removed, after);
  return removed.left.length > 0 || after.state !== 'missing' ? exit.failed : exit.done;
}

function question({ name, image, state }: VmView): Text {
  const isOn = state === 'running';
  return {
    ko: `실습 VM과 그 디스크를 지웁니다: ${name} (${image ?? '-'}${isOn ? ', 켜짐' : ''}). 안에 있는 것은 모두 사라집니다. 지울까요?`,
    en: `This removes the practice VM \`${name}\` (${image ?? '-'}${isOn ? ', running' : ''}) and its disk; everything in it is lost. Remove it?`,
  };
}

const nothingRemoved: Text = {
  ko: '아무것도 지우지 않았습니다. 묻지 않고 지우기: dkkb vm down --yes',
  en: 'Nothing was removed. To remove it without a question: dkkb vm down --yes',
};

function tell({ wasThere, left, kept }: Removed, { state }: VmView): void {
  const folder = vmFolder();
  if (left.length > 0 || state !== 'missing') {
    const files = left.join(', ');
    print(
      `${mark.failed} ${say({
        ko: `dkkb가 만들지 않은 것이 남아 있습니다: ${files || folder}`,
        en: `What dkkb did not make is still there: ${files || folder}`,
      })}`,
    );
  } else {
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
