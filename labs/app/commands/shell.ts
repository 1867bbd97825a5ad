import { commandOf, type OwnLines } from '../../../src/core/shell/command';
import {
  closeLine,
  copyLine,
  curlLine,
  goLine,
  homeLine,
  renameLine,
} from '../../../src/core/shell/own-lines';
import type { CommandGroup } from './entry';

/** A line for the shells of POSIX, and one for those of Windows. */
function onWindows(posix: string, powershell: string, cmd = powershell): OwnLines {
  return { bash: posix, 'git-bash': posix, powershell, cmd };
}

/** What the book types in the terminal beside Docker, on Linux, macOS and Windows. */
export const shellCommands: CommandGroup = {
  id: 'shell',
  title: {
    ko: '터미널 명령 (리눅스, macOS, Windows)',
    en: 'Commands of the terminal (Linux, macOS, Windows)',
  },
  entries: [
    {
      name: 'pwd',
      does: { ko: '지금 있는 폴더를 봅니다.', en: 'Shows the folder that one is in.' },
      example: onWindows('pwd', 'pwd', 'cd'),
      words: '현재 위치 디렉터리 경로',
    },
    {
      name: 'ls',
      also: ['dir'],
      does: { ko: '폴더의 파일 목록을 봅니다.', en: 'Lists the files of a folder.' },
      example: onWindows('ls -l', 'dir'),
      words: '디렉터리',
    },
    {
      name: 'cd',
      does: { ko: '다른 폴더로 갑니다(이동).', en: 'Goes to another folder.' },
      example: goLine('apa_folder'),
      words: '디렉터리',
    },
    {
      name: 'cd ~',
      does: { ko: '홈 폴더로 갑니다(이동).', en: 'Goes to the home folder.' },
      example: homeLine,
      words: '디렉터리',
    },
    {
      name: 'mkdir',
      does: { ko: '폴더를 만듭니다.', en: 'Makes a folder.' },
      example: commandOf('mkdir', 'kube_folder'),
      words: '생성 디렉터리',
    },
    {
      name: 'cp',
      also: ['copy'],
      does: { ko: '파일을 복사합니다.', en: 'Copies a file.' },
      example: copyLine('index.html', 'apa_folder/index.html'),
    },
    {
      name: 'mv',
      also: ['ren', 'move'],
      does: { ko: '파일을 옮기거나 이름을 바꿉니다.', en: 'Moves or renames a file.' },
      example: renameLine('index.html', 'old.html'),
      words: '이동 변경',
    },
    {
      name: 'rm',
      also: ['del'],
      does: {
        ko: '파일을 삭제합니다. 휴지통에 남지 않습니다.',
        en: 'Removes a file; it does not go to a trash bin.',
      },
      example: onWindows('rm old.html', 'Remove-Item old.html', 'del old.html'),
      words: '지우기 제거 delete',
    },
    {
      name: 'cat',
      also: ['type'],
      does: { ko: '파일의 내용을 봅니다.', en: 'Shows what a file says.' },
      example: onWindows('cat hello.txt', 'Get-Content hello.txt', 'type hello.txt'),
      words: '보기 출력',
    },
    {
      name: 'nano',
      also: ['notepad'],
      does: {
        ko: '파일을 편집합니다. nano에서는 Ctrl-O와 Enter로 저장하고 Ctrl-X로 끝냅니다.',
        en: 'Edits a file. In nano Ctrl-O and Enter save, Ctrl-X ends.',
      },
      example: {
        ...onWindows('nano hello.txt', 'notepad hello.txt'),
        'git-bash': 'notepad hello.txt',
      },
      words: '편집기 에디터 메모장 저장 나노',
    },
    {
      name: 'sudo',
      does: {
        ko: '명령을 관리자(root) 권한으로 실행합니다(리눅스, macOS).',
        en: 'Runs a command as root (Linux, macOS).',
      },
      example: 'sudo systemctl start docker',
      words: '권한 루트',
    },
    {
      name: 'apt-get install',
      also: ['apt install'],
      does: {
        ko: '우분투와 데비안에서 패키지를 설치합니다. 먼저 `sudo apt-get update`로 목록을 새로 받습니다.',
        en: 'Installs packages on Ubuntu and Debian, after `sudo apt-get update`.',
      },
      example: 'sudo apt-get install nano',
      changed: {
        ko: '저장소의 키를 넣던 `apt-key`는 없어지는 중입니다. 데비안 13에는 없습니다. 키는 `/etc/apt/keyrings` 폴더에 둡니다.',
        en: '`apt-key`, which took the key of a repository, is on its way out: Debian 13 lacks it. Keys are put into `/etc/apt/keyrings`.',
      },
      words: '설치 패키지 apt-key',
    },
    {
      name: 'ip addr',
      also: ['ifconfig', 'ipconfig'],
      does: { ko: '이 컴퓨터의 IP 주소를 봅니다.', en: "Shows this computer's IP addresses." },
      example: { bash: 'ip addr', 'git-bash': 'ipconfig', powershell: 'ipconfig', cmd: 'ipconfig' },
      changed: {
        ko: '요즘 리눅스에는 `ifconfig`가 설치되어 있지 않습니다. `ip addr`를 씁니다. macOS에는 `ifconfig`가 있습니다.',
        en: 'Linux has no `ifconfig` by default any more: use `ip addr`. macOS has `ifconfig`.',
      },
      words: '네트워크 주소 아이피',
    },
    {
      name: 'curl',
      does: { ko: '웹 페이지를 터미널에서 봅니다.', en: 'Shows a page in the terminal.' },
      example: curlLine('http://localhost:8080'),
      words: '브라우저 접속 확인 page',
    },
    {
      name: 'ssh',
      does: {
        ko: '다른 컴퓨터에 접속합니다. `-i` 뒤에 개인 키 파일을 씁니다.',
        en: 'Logs in to another computer; the private key stands after `-i`.',
      },
      example: 'ssh -i mykey.pem ubuntu@203.0.113.7',
      words: '원격 로그인 키 ec2',
    },
    {
      name: 'scp',
      does: {
        ko: '다른 컴퓨터와 파일을 주고받습니다(복사).',
        en: 'Copies files to and from another computer.',
      },
      example: 'scp -i mykey.pem index.html ubuntu@203.0.113.7:',
      words: '전송 업로드',
    },
    {
      name: 'chmod',
      also: ['icacls'],
      does: {
        ko: '파일의 권한을 바꿉니다. SSH 개인 키는 나만 읽을 수 있어야 합니다.',
        en: 'Changes who may use a file; a private key of SSH must be closed to others.',
      },
      example: closeLine('mykey.pem'),
      words: '퍼미션 키',
    },
    {
      name: 'exit',
      does: {
        ko: '터미널, SSH 접속, 컨테이너 안의 셸을 끝냅니다.',
        en: 'Ends a terminal, a login by SSH, a shell in a container.',
      },
      example: 'exit',
      words: '나가기 종료 로그아웃',
    },
    {
      name: '--help',
      does: {
        ko: '명령의 사용법과 옵션을 봅니다(도움말). 명령 뒤에 붙입니다.',
        en: 'Shows how a command is used, with its options; it stands behind the command.',
      },
      example: 'docker run --help',
      words: '도움말 설명 매뉴얼 help',
    },
  ],
};
