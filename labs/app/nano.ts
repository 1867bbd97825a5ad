import { fileSays, nanoAnswers } from '../../src/computer/checks/nano';
import type { ComputerProbe } from '../lab';

const file = 'hello.txt';
const line = 'Hello, nano!';

/** a file written with nano. */
export const nano: ComputerProbe = {
  id: 'app-nano',
  section: 'A-05',
  title: { ko: 'nano로 파일 쓰기', en: 'Write a file with nano' },
  platform: 'machine',
  of: 'computer',
  byHand: true,
  commands: [`nano ${file}`],
  task: [
    {
      ko: '실습 컴퓨터의 터미널을 엽니다. 실습 VM이라면 `dkkb vm ssh`로 접속합니다.',
      en: 'Open the terminal of the practice machine; for the practice VM that is `dkkb vm ssh`.',
    },
    {
      ko: `내 폴더(접속하면 홈 폴더)에서 \`nano ${file}\` 명령으로 새 파일을 엽니다.`,
      en: `In your folder (after logging in, the home folder), open a new file with \`nano ${file}\`.`,
    },
    {
      ko: `첫 줄에 이것을 그대로 씁니다: \`${line}\` 다른 줄은 쓰지 않습니다.`,
      en: `Write this as its only line: \`${line}\``,
    },
    {
      ko: 'Ctrl-O와 Enter로 저장하고 Ctrl-X로 끝냅니다.',
      en: 'Save it with Ctrl-O and Enter, and end with Ctrl-X.',
    },
  ],
  hint: {
    ko: 'nano 화면 아래의 `^O`는 Ctrl 키를 누른 채 O를 누르라는 뜻입니다. 실습 컴퓨터에 쓴 파일은 `dkkb check app-nano --on ssh://사용자@주소`로 확인합니다.',
    en: '`^O` below the text means: hold Ctrl and press O. A file on the practice machine is checked by `dkkb check app-nano --on ssh://USER@ADDRESS`.',
  },
  checks: [nanoAnswers(), fileSays(file, line)],
};
