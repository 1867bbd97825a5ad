import { defineProblem, type Remedy } from '../core/problem';
import { editLine } from '../core/shell/editor';
import { commandOf } from '../core/shell/command';
import { isLinux, type Machine } from '../core/system';
import type { Text } from '../core/text';
import { startEngine } from '../docker/problems/start-engine';

/** The kinds of mistakes in the settings of an engine. */
export type DaemonMistake =
  | 'letter'
  | 'comment'
  | 'comma-missing'
  | 'comma-extra'
  | 'mark'
  | 'quote'
  | 'name'
  | 'list'
  | 'brace'
  | 'line';

const whys: Readonly<Record<DaemonMistake, Text>> = {
  letter: {
    ko: '영문 자판의 글자가 아닌 것이 있습니다(둥근 따옴표, 전각 글자 등)',
    en: 'a character is not one of the English keyboard, such as a round quotation mark',
  },
  comment: { ko: 'JSON 파일에는 주석을 쓸 수 없습니다', en: 'JSON has no comments' },
  'comma-missing': { ko: '쉼표가 빠졌습니다', en: 'a comma is missing' },
  'comma-extra': {
    ko: '마지막 항목 뒤에 쉼표가 있습니다',
    en: 'there is a comma after the last item',
  },
  mark: {
    ko: '콜론이나 쉼표가 다른 기호로 되어 있습니다',
    en: 'another sign stands for a colon or a comma',
  },
  quote: { ko: '큰따옴표(`"`)가 맞지 않습니다', en: 'the quotation marks (`"`) do not fit' },
  name: { ko: '설정의 이름이 틀렸습니다', en: 'the name of the setting is misspelt' },
  list: {
    ko: '값은 `[`와 `]`로 묶은 목록이어야 합니다',
    en: 'the value has to be a list in `[` and `]`',
  },
  brace: { ko: '중괄호(`{`와 `}`)가 맞지 않습니다', en: 'the braces `{` and `}` do not fit' },
  line: { ko: '이 줄은 설정이 아닙니다', en: 'this line is no setting' },
};
const unknown: Text = { ko: '읽을 수 없습니다', en: 'it cannot be read' };

const whyOf = (mistake: string): Text =>
  (whys as Readonly<Record<string, Text | undefined>>)[mistake] ?? unknown;

/** An engine cannot read its settings, and does not start; `mistake` is the kind of mistake, or empty where no change is known that mends it. */
export const daemonFileWrong = defineProblem(
  'daemon-file-wrong',
  ({ file, line, mistake }: Readonly<Record<'file' | 'line' | 'mistake', string>>, machine) => ({
    message: {
      ko: `도커 엔진의 설정 파일에 틀린 곳이 있어 엔진이 시작되지 않습니다: \`${file}\` ${line}번째 줄, ${whyOf(mistake).ko}.`,
      en: `The Docker Engine does not start, because its settings have a mistake: \`${file}\`, line ${line}, ${whyOf(mistake).en}.`,
    },
    remedy: mend(file, machine),
  }),
  { kind: 'cannot-tell', explained: { mistake: 'comma-missing' } },
);

function mend(file: string, machine: Machine): Remedy {
  if (!isLinux(machine.system))
    return {
      ko: 'Docker Desktop의 Settings > Docker Engine이나 편집기에서 고치고 Docker Desktop을 다시 시작합니다:',
      en: 'Mend it in Docker Desktop under Settings > Docker Engine or in an editor, and restart Docker Desktop:',
      commands: [editLine(file, machine)],
    };
  const edit = machine.isRoot ? editLine(file, machine) : commandOf('sudo', 'nano', file);
  return {
    ko: '파일을 고치고 엔진을 시작합니다:',
    en: 'Mend the file, and start the engine:',
    commands: [edit, ...(startEngine(machine).commands ?? [])],
  };
}
