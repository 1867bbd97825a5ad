import type { Remedy } from '../problem';

const slip: Remedy = {
  ko: '파일을 아래의 내용과 한 줄씩 비교해서 다른 곳을 고칩니다.',
  en: 'Compare the file line by line with what is shown below, and mend what differs.',
};

const slips: Readonly<Record<string, Remedy>> = {
  tab: {
    ko: '들여쓰기에 탭이 들어 있습니다. 탭을 지우고 빈칸으로 들여 씁니다.',
    en: 'It is indented with a tab: indent with spaces instead.',
  },
  indentation: {
    ko: '들여쓰기가 맞지 않습니다. 그 줄과 바로 윗줄이 같은 칸에서 시작하는지 봅니다.',
    en: 'Its indentation does not fit: compare that line with the one above it.',
  },
  colon: {
    ko: '이름 뒤에 콜론(`:`)이 빠졌거나 다른 글자가 들어갔습니다. `이름: 값`으로 씁니다.',
    en: 'A colon is missing, or is another character: write `name: value`.',
  },
  'space-after-colon': {
    ko: '콜론 뒤에 빈칸이 없습니다. `이름: 값`처럼 한 칸을 띄웁니다.',
    en: 'There is no space after the colon: write `name: value`.',
  },
  duplicate: {
    ko: '같은 이름이 같은 자리에 두 번 나옵니다. 하나를 지우거나 이름을 고칩니다.',
    en: 'That name stands twice in the same place: remove one, or mend its name.',
  },
  quote: {
    ko: '따옴표를 열고 닫지 않았습니다. 닫는 따옴표를 씁니다.',
    en: 'A quotation mark is opened and not closed: close it.',
  },
};

/** How to mend a slip of that kind in a YAML file. */
export function slipRemedy(cause: string): Remedy {
  return slips[cause] ?? slip;
}
