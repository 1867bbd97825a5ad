import { defineProblem } from '../../core/problem';
import { desktopLines } from '../../core/problems/install';

const guide = 'https://docs.docker.com/desktop/';

/** Docker Desktop is not installed; `first` says that other problems were told before. */
export const dockerDesktopMissing = defineProblem(
  'docker-desktop-missing',
  ({ first }: { first: boolean }, machine) => ({
    message: {
      ko: `이 컴퓨터에는 Docker Desktop이 없습니다.${first ? ' 설치하기 전에 위의 것부터 해결합니다.' : ''}`,
      en: `Docker Desktop is not installed on this computer.${first ? ' Solve the above before you install it.' : ''}`,
    },
    remedy: {
      ko: `설치하고 한 번 실행한 뒤, 새 터미널에서 다시 합니다: dkkb start. 안내: ${guide}`,
      en: `Install it, start it once, then do this again in a new terminal: dkkb start. How: ${guide}`,
      commands: desktopLines(machine),
    },
  }),
  { kind: 'cannot-tell', explained: { first: false } },
);

/** Docker Desktop is there, and this terminal does not know its programs yet. */
export const terminalTooOld = defineProblem(
  'terminal-too-old',
  () => ({
    message: {
      ko: 'Docker Desktop은 설치되어 있지만 이 터미널에서는 `docker` 명령을 찾을 수 없습니다. 이 터미널을 연 뒤에 설치했을 때 생기는 일입니다.',
      en: 'Docker Desktop is installed, and this terminal does not find the command `docker`. This happens where it was installed while the terminal was open.',
    },
    remedy: {
      ko: '터미널을 닫고 새로 연 뒤 다시 합니다. 그래도 같으면 Docker Desktop을 한 번 실행합니다.',
      en: 'Close the terminal, open a new one, and try again. If it stays like that, start Docker Desktop once.',
    },
  }),
  { kind: 'cannot-tell' },
);
