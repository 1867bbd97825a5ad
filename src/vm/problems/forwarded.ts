import { defineProblem, type Maybe } from '../../core/problem';
import { shellLine } from '../../core/shell/command';

/** The port for SSH does not lead to a server of SSH. */
export const sshNotForwarded = defineProblem(
  'vm-ssh-not-forwarded',
  ({ port = '' }: Maybe<'port'>) => ({
    message: {
      ko: `실습 VM은 켜져 있지만 이 컴퓨터의 ${port}번 포트에서 SSH가 응답하지 않습니다. VM이 아직 켜지는 중일 수 있습니다.`,
      en: `The practice VM runs, and no SSH answers at port ${port} of this computer. It may still be starting.`,
    },
    remedy: {
      ko: '어디까지 되었는지 봅니다:',
      en: 'See how far it is:',
      commands: ['dkkb vm status'],
    },
  }),
  { kind: 'waiting' },
);

/** Ports of the book do not lead to the VM. */
export const portsNotForwarded = defineProblem(
  'vm-ports-not-forwarded',
  ({ ports }: { ports: string }) => ({
    message: {
      ko: `책의 포트 가운데 실습 VM으로 이어지지 않은 것이 있습니다: ${ports}`,
      en: `Ports of the book do not lead to the practice VM: ${ports}`,
    },
    remedy: {
      ko: '`--skip-port` 옵션으로 뺀 포트라면, VM에 접속해(첫째 줄) poweroff로 끈 뒤 그 옵션 없이 다시 켭니다(둘째 줄):',
      en: 'If it was left out by `--skip-port`, log in to the VM (first line), shut it down by poweroff, and start it without that option (second line):',
      commands: ['dkkb vm ssh', 'dkkb vm up'],
    },
  }),
);

/** No page of the VM answers at this computer. */
export const pageNotForwarded = defineProblem(
  'vm-page-missing',
  ({ url, port }: Readonly<Record<'url' | 'port', string>>) => ({
    message: {
      ko: `\`${url}\` 주소가 응답하지 않습니다. ${port}번 포트는 VM으로 이어져 있고, VM 안에서 그 포트를 쓰는 것이 없습니다.`,
      en: `\`${url}\` does not answer. Port ${port} leads to the VM, and nothing in the VM uses that port.`,
    },
    remedy: {
      ko: 'VM에 접속해서(첫째 줄) 아파치 컨테이너를 실행합니다(둘째 줄):',
      en: 'Log in to the VM (first line), and run an Apache container there (second line):',
      commands: ['dkkb vm ssh', shellLine`docker run --name apa000ex2 -d -p ${port}:80 httpd`],
    },
  }),
  { isStillToDo: () => true },
);

/** The lab asks about the VM of this computer. */
export const onlyThisComputer = defineProblem(
  'only-this-computer',
  () => ({
    message: {
      ko: '이 실습은 VM을 실행하는 이 컴퓨터를 확인합니다. 다른 컴퓨터에서는 확인할 수 없습니다.',
      en: 'This lab asks the computer that runs the VM. It cannot be checked on another machine.',
    },
    remedy: {
      ko: '`--on` 없이 다시 확인합니다.',
      en: 'Check it again without `--on`.',
    },
  }),
  { kind: 'cannot-tell' },
);
