import { mayRunNow } from '../../../class/records/running';
import { localMinute } from '../../../core/local-minute';
import { shellLine } from '../../../core/shell/command';
import { typed } from '../../../core/shell/typed';
import { tellAtTheEnd } from '../../interrupt';

/** From now on, an interruption or a failure tells what of the class may be running, since when, and how to end it. */
export function warnOfWhatRuns(folder: string, name: string): void {
  tellAtTheEnd(() => {
    const { region, since, students } = mayRunNow(folder) ?? {};
    if (since === undefined) return undefined;
    const down = typed(shellLine`dkkb class down --class ${name}`);
    const time = localMinute(since);
    return {
      ko: `\`${name}\` 반의 VM(많게는 ${students}대)이 ${time}부터 ${region}에서 켜져 있을 수 있고, 그동안 비용이 나옵니다. 이어서 하기: 같은 명령. 모두 끝내기: ${down}`,
      en: `VMs of the class \`${name}\` (up to ${students}) may be running in ${region} since ${time}, and cost as long as they do. To go on: the same command. To end them all: ${down}`,
    };
  });
}
