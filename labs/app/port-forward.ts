import { portForwarded, sshForwarded, vmPageAnswers, vmRuns } from '../../src/vm/checks/forwarded';
import type { ComputerProbe } from '../lab';

/** The port of the page, as in `ch04-port`. */
const page = 8080;

/** ports of this computer that lead to the practice VM. */
export const portForward: ComputerProbe = {
  id: 'app-port-forward',
  section: 'A-04',
  title: { ko: '실습 VM으로 포트 포워딩하기', en: 'Forward ports to the practice VM' },
  platform: 'machine',
  of: 'computer',
  commands: ['dkkb vm up'],
  task: [
    {
      ko: '`dkkb vm up`으로 실습 VM을 켭니다. SSH와 책의 포트(8080 등)가 이 컴퓨터의 `127.0.0.1`에서 VM으로 이어집니다. VirtualBox에서 손으로 하던 [포트 포워딩]을 대신해 줍니다.',
      en: "Start the practice VM with `dkkb vm up`. SSH and the book's ports (8080 and others) of `127.0.0.1` on this computer then lead to the VM. It does what VirtualBox calls Port Forwarding.",
    },
    {
      ko: '`dkkb vm ssh`로 접속해 VM 안에서 `docker run --name apa000ex2 -d -p 8080:80 httpd` 명령을 실행합니다.',
      en: 'Log in with `dkkb vm ssh`, and in the VM run `docker run --name apa000ex2 -d -p 8080:80 httpd`.',
    },
    {
      ko: '이 컴퓨터의 브라우저에서 http://localhost:8080 주소를 엽니다.',
      en: 'Open http://localhost:8080 in the browser of this computer.',
    },
  ],
  hint: {
    ko: '컨테이너의 80번 포트 → VM의 8080번 포트(`-p 8080:80`) → 이 컴퓨터의 8080번 포트(포트 포워딩)로 두 번 이어집니다.',
    en: 'It is forwarded twice: port 80 of the container to port 8080 of the VM (`-p 8080:80`), and that to port 8080 of this computer.',
  },
  checks: [vmRuns(), sshForwarded(), portForwarded(page), vmPageAnswers(page)],
};
