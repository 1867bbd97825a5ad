import { practiceHost, practiceVm } from '../practice-machine';
import type { Remedy } from '../problem';
import type { Text } from '../text';

/** A practice machine that has ports of the book on this computer. */
export interface PortOwner {
  readonly name: Text;
  /** How the port comes to be free, or is not needed. */
  readonly remedy: Remedy;
}

const owners: Readonly<Record<string, PortOwner>> = {
  [practiceHost.container]: {
    name: {
      ko: `실습용 컨테이너(\`${practiceHost.container}\`)`,
      en: `the practice host (\`${practiceHost.container}\`)`,
    },
    remedy: {
      ko: '그 컨테이너 안에서 실습하려면 dkkb 명령에 `--on practice-host`를 붙입니다. 이 컴퓨터에서 실습하려면 프로젝트 폴더에서 그 컨테이너를 지웁니다. 안에서 만든 것도 함께 사라집니다:',
      en: "To do the lab in that container, add `--on practice-host` to the command. To do it on this computer, remove the container in the project's folder; all that was made in it goes, too:",
      commands: ['npx cdktf destroy practice-host'],
    },
  },
  [practiceVm.holder]: {
    name: { ko: '실습 VM(`dkkb vm`)', en: 'the practice VM (`dkkb vm`)' },
    remedy: {
      ko: '그 VM 안에서 실습하려면 dkkb 명령에 `--on vm`을 붙입니다. 이 컴퓨터에서 실습하려면 VM을 끕니다. 안에 있는 것은 그대로 남습니다:',
      en: 'To do the lab in that VM, add `--on vm` to the command. To do it on this computer, stop the VM; what is in it stays:',
      commands: ['dkkb vm stop'],
    },
  },
};

/** The practice machine by the name of what holds a port; undefined for everything else. */
export function portOwner(by: string): PortOwner | undefined {
  return Object.hasOwn(owners, by) ? owners[by] : undefined;
}
