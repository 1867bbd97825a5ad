import { mistakeProblem } from './yaml-mistake';

/** Letters of another keyboard, of a web page or of a word processor. */
export const yamlLetter = {
  colon: mistakeProblem(
    'other-colon',
    {
      ko: '콜론이 전각 문자(`：`)입니다.',
      en: 'this colon is a full-width one (`：`).',
    },
    {
      ko: '한/영 키로 키보드를 영문으로 바꾸고 콜론(`:`)을 다시 칩니다.',
      en: 'Switch the keyboard to English, and type the colon (`:`) again.',
    },
  ),
  wide: mistakeProblem(
    'other-letter',
    ({ found }) => ({
      ko: `전각 문자(\`${found}\`)가 있습니다.`,
      en: `\`${found}\` is a full-width letter.`,
    }),
    {
      ko: '한/영 키로 키보드를 영문으로 바꾸고 그 글자를 다시 칩니다.',
      en: 'Switch the keyboard to English, and type it again.',
    },
  ),
  blank: mistakeProblem(
    'other-space',
    {
      ko: '빈칸처럼 보이지만 빈칸이 아닌 글자가 있습니다. 웹 페이지에서 복사하거나 전각으로 입력하면 들어갑니다.',
      en: 'what looks like a space is none, as a web page or a full-width keyboard brings it.',
    },
    {
      ko: '그 빈칸을 지우고 스페이스 바로 다시 칩니다.',
      en: 'Remove it, and type it again with the space bar.',
    },
  ),
  quote: mistakeProblem(
    'other-quote',
    {
      ko: '둥근 따옴표가 있습니다. 문서 편집기나 메신저에서 복사하면 이렇게 바뀝니다.',
      en: 'the quotation marks are curly ones, as word processors and messengers make them.',
    },
    {
      ko: '둥근 따옴표를 지우고 키보드의 따옴표(`"`)를 다시 칩니다.',
      en: 'Remove them, and type those of the keyboard (`"`).',
    },
  ),
  dash: mistakeProblem(
    'other-dash',
    {
      ko: '긴 줄표가 있습니다. 문서 편집기나 메신저에서 복사하면 이렇게 바뀝니다.',
      en: 'the dash is a long one, as word processors and messengers make it.',
    },
    {
      ko: '긴 줄표를 지우고 키보드의 빼기 기호(`-`)를 칩니다.',
      en: 'Remove it, and type the `-` of the keyboard.',
    },
  ),
  hidden: mistakeProblem(
    'hidden-letter',
    {
      ko: '화면에 보이지 않는 글자가 있습니다. 웹 페이지에서 복사하면 들어갑니다.',
      en: 'there is a letter that no screen shows, as web pages have them.',
    },
    {
      ko: '그 줄을 지우고 다시 칩니다.',
      en: 'Remove the line, and type it again.',
    },
  ),
};

/** The keyboard was the Korean one. */
export const yamlKeyboard = {
  keyboard: mistakeProblem(
    'keyboard-korean',
    ({ found }) => ({
      ko: `한글 상태에서 친 글자입니다: \`${found}\``,
      en: `\`${found}\` was typed while the keyboard was the Korean one.`,
    }),
    {
      ko: '한/영 키를 누르고 영문으로 다시 칩니다.',
      en: 'Switch the keyboard to English, and type it again.',
    },
  ),
};

/** Tabs, colons, commas and comments. */
export const yamlSigns = {
  tab: mistakeProblem(
    'tab',
    {
      ko: '들여쓰기에 탭이 있습니다. YAML은 탭을 받지 않습니다.',
      en: 'it is indented with a tab, which YAML does not take.',
    },
    { ko: '탭을 지우고 빈칸으로 들여 씁니다.', en: 'Remove the tab, and indent with spaces.' },
  ),
  'space-after-colon': mistakeProblem(
    'space-after-colon',
    { ko: '콜론(`:`) 뒤에 빈칸이 없습니다.', en: 'there is no space after the colon.' },
    { ko: '콜론 뒤를 한 칸 띄웁니다.', en: 'Put a space after the colon.' },
  ),
  'space-after-dash': mistakeProblem(
    'space-after-dash',
    { ko: '`-` 뒤는 한 칸을 띄웁니다.', en: 'there has to be one space after the `-`.' },
    { ko: '`-` 뒤를 한 칸 띄웁니다.', en: 'Put one space after the `-`.' },
  ),
  'colon-missing': mistakeProblem(
    'colon-missing',
    ({ found }) => ({
      ko: `\`${found}\` 뒤에 콜론(\`:\`)이 없습니다.`,
      en: `there is no colon after \`${found}\`.`,
    }),
    { ko: '이름 뒤에 콜론을 씁니다.', en: 'Write a colon after the name.' },
  ),
  'colon-other': mistakeProblem(
    'colon-other',
    {
      ko: '이름과 값 사이에 콜론(`:`)이 아닌 다른 기호가 있습니다.',
      en: 'another sign stands where a colon belongs.',
    },
    { ko: '그 자리에 콜론과 빈칸 하나를 씁니다.', en: 'Write a colon and a space there.' },
  ),
  'colon-extra': mistakeProblem(
    'colon-extra',
    {
      ko: '줄 끝에 콜론(`:`)이 더 있습니다.',
      en: 'there is a colon at the end that does not belong there.',
    },
    { ko: '줄 끝의 콜론을 지웁니다.', en: 'Remove the colon at the end.' },
  ),
  'comma-extra': mistakeProblem(
    'comma-extra',
    {
      ko: '줄 끝에 쉼표나 세미콜론이 있습니다. YAML은 줄을 바꾸는 것으로 충분합니다.',
      en: 'there is a comma or a semicolon at the end; in YAML, the end of the line is enough.',
    },
    { ko: '줄 끝의 그 기호를 지웁니다.', en: 'Remove it.' },
  ),
  'comma-missing': mistakeProblem(
    'comma-missing',
    {
      ko: '쉼표가 빠졌습니다. 중괄호(`{`)로 시작하는 JSON에서는 항목과 항목 사이에 쉼표를 씁니다.',
      en: 'a comma is missing: in JSON, which begins with `{`, one stands between two entries.',
    },
    { ko: '쉼표를 씁니다.', en: 'Write it.' },
  ),
  'comma-last': mistakeProblem(
    'comma-last',
    {
      ko: '마지막 항목 뒤에 쉼표가 있습니다. 중괄호(`{`)로 시작하는 JSON에서는 마지막 항목 뒤에 쉼표를 쓰지 않습니다.',
      en: 'there is a comma behind the last entry, which JSON, as it begins with `{`, does not take.',
    },
    { ko: '그 쉼표를 지웁니다.', en: 'Remove it.' },
  ),
  'space-extra': mistakeProblem(
    'space-extra',
    {
      ko: '콜론(`:`) 옆에 빈칸이 있어서 하나의 값이 이름과 값 둘로 나뉩니다.',
      en: 'there is a space beside the colon, so one value is read as a name and a value.',
    },
    { ko: '콜론 옆의 빈칸을 지웁니다.', en: 'Remove the space beside the colon.' },
  ),
  'equals-missing': mistakeProblem(
    'equals-missing',
    {
      ko: '빼기 기호(`-`)로 시작하는 목록에서는 이름과 값 사이에 등호(`=`)를 빈칸 없이 씁니다.',
      en: 'in a list, whose lines begin with a dash, an equals sign without spaces stands between a name and its value.',
    },
    {
      ko: '`- 이름=값`으로 씁니다.',
      en: 'Write `- KEY=value`.',
    },
  ),
  'slash-comment': mistakeProblem(
    'slash-comment',
    {
      ko: '`//` 기호는 YAML의 주석이 아니라서 값의 일부가 됩니다.',
      en: '`//` begins no comment in YAML; it becomes part of the value.',
    },
    { ko: '주석은 `#` 기호로 시작합니다.', en: 'Begin the comment with `#`.' },
  ),
};
