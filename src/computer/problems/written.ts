import { defineProblem } from '../../core/problem';
import type { Text } from '../../core/text';
import { shellLine } from '../../core/shell/command';
import { editLine } from '../../core/shell/editor';
import { renameLine } from '../../core/shell/own-lines';
import type { Machine, System } from '../../core/system';

// A new machine has no package lists yet.
const apt = ['apt-get update', 'apt-get install -y nano'];

const packages: Readonly<Partial<Record<System, readonly string[]>>> = {
  debian: apt,
  wsl: apt,
  fedora: ['dnf install -y nano'],
  arch: ['pacman -S nano'],
  alpine: ['apk add nano'],
  suse: ['zypper install nano'],
  macos: ['brew install nano'],
};

function installLines({ system, isRoot }: Machine): string[] {
  const sudo = isRoot || system === 'macos' ? '' : 'sudo ';
  return (packages[system] ?? []).map((line) => `${sudo}${line}`);
}

/** The editor nano is not installed. */
export const nanoMissing = defineProblem('nano-missing', (_: object, machine) => ({
  message: {
    ko: '이 컴퓨터에 nano 편집기가 없습니다.',
    en: 'This machine has no editor nano.',
  },
  remedy:
    machine.system === 'windows'
      ? {
          ko: 'Windows에는 nano가 없습니다. 이 실습은 실습 컴퓨터에 접속해서 합니다. 실습 VM에 접속하기:',
          en: 'Windows has no nano: this exercise is done on the practice machine. Log in to the practice VM:',
          commands: ['dkkb vm ssh'],
        }
      : { ko: '설치합니다:', en: 'Install it:', commands: installLines(machine) },
}));

/** nano was ended from outside, and has kept the text under another name. */
export const savedElsewhere = defineProblem(
  'nano-saved-elsewhere',
  ({ file, dir, similar }: Readonly<Record<'file' | 'dir' | 'similar', string>>) => ({
    message: {
      ko: `\`${dir}\` 폴더에 \`${file}\` 파일은 없고 \`${similar}\` 파일이 있습니다. 저장하기 전에 터미널이 닫히거나 접속이 끊기면 nano가 이 이름으로 남깁니다.`,
      en: `There is no \`${file}\` in \`${dir}\`, but \`${similar}\`. nano leaves it under that name when the terminal is closed, or the connection breaks, before the file is saved.`,
    },
    remedy: {
      ko: '이름을 바꾸고, 내용이 다 있는지 열어 봅니다:',
      en: 'Rename it, and open it to see whether all is in it:',
      commands: [renameLine(similar, file), shellLine`nano ${file}`],
    },
  }),
);

/** In what a line that somebody typed differs from the wanted one; `lines` and `empty` are lines too many. */
export type Slip = keyof typeof slips | 'lines' | 'empty';

const slips = {
  'outer-spaces': {
    ko: '앞이나 뒤에 빈칸이 더 있습니다.',
    en: 'There are spaces before or behind it.',
  },
  spaces: { ko: '빈칸이 다릅니다.', en: 'The spaces are different.' },
  capitals: {
    ko: '대문자와 소문자가 다릅니다.',
    en: 'Capital and small letters are different.',
  },
  signs: {
    ko: '쉼표나 느낌표 같은 문장 부호가 다릅니다.',
    en: 'A sign such as the comma or the exclamation mark is different.',
  },
  letters: { ko: '글자가 조금 다릅니다.', en: 'Some letters are different.' },
  keys: {
    ko: '`^O`나 `^X`는 글자로 쓰는 것이 아니라 Ctrl 키와 함께 누르는 것입니다.',
    en: '`^O` and `^X` are not written: they are pressed, with the Ctrl key.',
  },
  other: { ko: '다른 내용입니다.', en: 'It says something else.' },
} as const satisfies Readonly<Record<string, Text>>;

const cut = {
  ko: '파일을 열고 그 줄로 가서 줄을 지운 뒤 저장합니다(nano에서는 Ctrl-K로 지우고 Ctrl-O, Enter, Ctrl-X):',
  en: 'Open it, go to that line, delete it and save it (in nano: Ctrl-K, then Ctrl-O, Enter, Ctrl-X):',
};

/** The file says something else than the task asks for. */
export const writtenOtherwise = defineProblem(
  'file-text-wrong',
  (
    values: Readonly<Record<'file' | 'dir' | 'wanted' | 'found' | 'line', string>> & {
      readonly slip: Slip;
    },
    machine,
  ) => {
    const { file, dir, wanted, found, line, slip } = values;
    const commands = [editLine(file, machine)];
    const ko = `\`${dir}\` 폴더에 있는 \`${file}\` 파일의 ${line}`;
    const en = `Line ${line} of \`${file}\` in \`${dir}\``;
    if (slip === 'empty')
      return {
        message: { ko: `${ko}번째 줄이 비어 있습니다.`, en: `${en} is empty.` },
        remedy: { ...cut, commands },
      };
    if (slip === 'lines')
      return {
        message: {
          ko: `${ko}번째 줄은 없어야 합니다. 지금: \`${found}\``,
          en: `${en} is one too many. Now: \`${found}\``,
        },
        remedy: { ...cut, commands },
      };
    const { ko: slipKo, en: slipEn }: Text = slips[slip] ?? slips.other;
    return {
      message: {
        ko: `${ko}번째 줄이 다릅니다. ${slipKo} 지금: \`${found}\`, 쓸 내용: \`${wanted}\``,
        en: `${en} is different. ${slipEn} Now: \`${found}\`, to write: \`${wanted}\``,
      },
      remedy: {
        ko: '파일을 열어 고치고 저장합니다(Ctrl-O, Enter, Ctrl-X):',
        en: 'Open it, correct it and save it (Ctrl-O, Enter, Ctrl-X):',
        commands,
      },
    };
  },
  { explained: { slip: 'letters' } },
);

/** The text is right, and its lines end as on Windows. */
export const writtenWithCrlf = defineProblem(
  'file-crlf',
  ({ file }: { file: string }) => ({
    message: {
      ko: `내용은 맞습니다. 다만 \`${file}\` 파일의 줄 끝이 Windows 방식(CRLF)입니다. Windows 편집기로 썼거나, nano에서 저장할 때 Alt-D를 누르면 이렇게 됩니다.`,
      en: `The text is right. Only the lines of \`${file}\` end as on Windows (CRLF): an editor of Windows does that, and nano where Alt-D is pressed while saving.`,
    },
    remedy: {
      ko: '설정 파일이나 스크립트라면 리눅스에서 문제가 됩니다. nano로 열어 Ctrl-O를 누르고 Alt-D로 `DOS 형식` 표시를 끈 뒤 저장합니다:',
      en: 'In a script or a file of settings this does harm on Linux. Open it in nano, press Ctrl-O, switch `DOS Format` off by Alt-D, and save it:',
      commands: [shellLine`nano ${file}`],
    },
  }),
  { kind: 'note' },
);
