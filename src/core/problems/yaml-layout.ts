import { mistakeProblem } from './yaml-mistake';

/** Indentation, dashes and whole lines. */
export const yamlLayout = {
  'dash-extra': mistakeProblem(
    'dash-extra',
    ({ found }) => ({
      ko: `\`${found}\` 앞의 빼기 기호(\`-\`) 때문에 목록이 됩니다. 이 자리는 목록이 아닙니다.`,
      en: `the dash before \`${found}\` makes this a list, and no list belongs there.`,
    }),
    { ko: '빼기 기호를 지웁니다.', en: 'Remove the dash.' },
  ),
  'dash-missing': mistakeProblem(
    'dash-missing',
    ({ found, under }) => ({
      ko: `${under ? `\`${under}\` 아래는 목록입니다. ` : ''}항목이 시작하는 \`${found}\` 앞에 빼기 기호(\`-\`)가 없습니다.`,
      en: `${under ? `what stands under \`${under}\` is a list, and ` : ''}there is no dash before \`${found}\`, where an item begins.`,
    }),
    {
      ko: '앞에 빼기 기호와 빈칸 하나를 씁니다.',
      en: 'Write a dash and a space before it.',
    },
  ),
  'list-missing': mistakeProblem(
    'list-missing',
    ({ found }) => ({
      ko: `이 자리에는 목록이 와야 하는데 값 하나를 같은 줄에 썼습니다: \`${found}\``,
      en: `a list belongs there, and there is one value in the same line: \`${found}\``,
    }),
    {
      ko: '값을 다음 줄로 내려서 더 들여 쓰고, 앞에 빼기 기호(`-`)와 빈칸 하나를 씁니다.',
      en: 'Write the value in the next line, indented, behind a dash and a space.',
    },
  ),
  'too-shallow': mistakeProblem(
    'too-shallow',
    ({ under }) => ({
      ko: under
        ? `\`${under}:\` 아래에 속하는 줄인데 들여쓰기가 모자랍니다.`
        : '들여쓰기가 모자랍니다.',
      en: under
        ? `what stands here belongs under \`${under}:\`, and is not indented enough.`
        : 'it is not indented enough.',
    }),
    {
      ko: '보이는 대로 빈칸으로 더 들여 씁니다.',
      en: 'Indent further with spaces, as shown.',
    },
  ),
  'too-deep': mistakeProblem(
    'too-deep',
    ({ under }) => ({
      ko: under
        ? `\`${under}:\` 바로 아래에 속하는 줄인데 너무 많이 들여 썼습니다.`
        : '맨 앞 칸에서 시작하는 줄인데 앞에 빈칸이 있습니다.',
      en: under
        ? `what stands here belongs right under \`${under}:\`, and is indented too far.`
        : 'this line has to begin in the first column, and there are spaces before it.',
    }),
    {
      ko: '보이는 대로 앞의 빈칸을 지웁니다.',
      en: 'Remove spaces before it, as shown.',
    },
  ),
  'level-extra': mistakeProblem(
    'level-extra',
    ({ found, under }) => ({
      ko: `이 자리${under ? `(\`${under}\` 아래)` : ''}에는 \`${found}\` 단계가 없습니다.`,
      en: `\`${found}\` is no level that belongs there${under ? ` (under \`${under}\`)` : ''}.`,
    }),
    {
      ko: '그 줄을 지우고, 그 아래의 줄들을 앞으로 당깁니다.',
      en: 'Remove that line, and move what stands under it up to its place.',
    },
  ),
  'level-missing': mistakeProblem(
    'level-missing',
    ({ found, wanted, under }) => ({
      ko: `\`${found}\` 위에${under ? ` \`${under}\` 아래의` : ''} \`${wanted}:\` 줄이 빠졌습니다.`,
      en: `the line \`${wanted}:\` is missing above \`${found}\`${under ? `, under \`${under}\`` : ''}.`,
    }),
    {
      ko: '그 줄을 쓰고, 거기에 속하는 줄들이 한 단계 더 들어가게 합니다.',
      en: 'Write it, with what belongs to it one level further in.',
    },
  ),
  wrapped: mistakeProblem(
    'wrapped',
    {
      ko: '다음 줄은 이 줄의 끝에 이어지는 내용입니다. 그대로 두면 따로 읽힙니다.',
      en: 'the next line belongs to the end of this one; as it is, it is read by itself.',
    },
    {
      ko: '두 줄을 한 줄로 씁니다. 또는 둘째 줄을 더 들여 씁니다.',
      en: 'Write both as one line, or indent the second one further.',
    },
  ),
  pasted: mistakeProblem(
    'pasted',
    {
      ko: '파일의 내용이 아니라 웹 페이지나 터미널에서 함께 복사된 줄입니다.',
      en: 'this line is not of the file: it came along from a web page or a terminal.',
    },
    { ko: '그 줄을 지웁니다.', en: 'Remove it.' },
  ),
  numbered: mistakeProblem(
    'numbered',
    {
      ko: '줄 번호가 함께 복사되었습니다.',
      en: 'the numbers of the lines came along.',
    },
    { ko: '줄 앞의 번호를 지웁니다.', en: 'Remove the numbers.' },
  ),
  twice: mistakeProblem(
    'twice',
    ({ found }) => ({
      ko: `\`${found}\` 항목이 같은 자리에 두 번 있습니다.`,
      en: `\`${found}\` stands twice in the same place.`,
    }),
    { ko: '하나를 지웁니다.', en: 'Remove one of them.' },
  ),
  joined: mistakeProblem(
    'joined',
    {
      ko: '이름과 값의 쌍이 한 줄에 둘 이상 있습니다. YAML은 한 줄에 한 쌍만 씁니다.',
      en: 'more than one name stands in this line with its value; in YAML, each has a line of its own.',
    },
    { ko: '이름마다 줄을 나눕니다.', en: 'Give each name a line of its own.' },
  ),
  swapped: mistakeProblem(
    'swapped',
    ({ found, under }) => ({
      ko: `\`${found}\` 아래의 줄들이 서로 바뀌었습니다. 바뀐 두 곳: \`${under}\``,
      en: `the lines under \`${found}\` stand in each other's place, in these two: \`${under}\`.`,
    }),
    { ko: '두 곳의 줄들을 서로 바꿉니다.', en: 'Exchange them.' },
  ),
  'names-swapped': mistakeProblem(
    'names-swapped',
    ({ found, wanted }) => ({
      ko: `두 이름이 서로 바뀌었습니다: \`${found}\`, \`${wanted}\``,
      en: `two names stand in each other's place: \`${found}\` and \`${wanted}\`.`,
    }),
    { ko: '두 이름을 서로 바꿉니다.', en: 'Exchange them.' },
  ),
  flattened: mistakeProblem(
    'flattened',
    {
      ko: '모든 줄이 맨 앞 칸에서 시작합니다. PDF 등에서 복사하면 들여쓰기가 사라집니다.',
      en: 'every line begins in the first column: a copy from a PDF loses the indentation.',
    },
    { ko: '보이는 대로 빈칸으로 들여 씁니다.', en: 'Indent them with spaces, as shown.' },
  ),
  'pasted-twice': mistakeProblem(
    'pasted-twice',
    {
      ko: '파일의 내용이 두 번 들어 있습니다. 두 번 붙여 넣으면 이렇게 됩니다.',
      en: 'what the file says stands in it twice, as when it was pasted two times.',
    },
    { ko: '한 번만 남기고 지웁니다.', en: 'Leave it once, and remove the rest.' },
  ),
  'separator-missing': mistakeProblem(
    'separator-missing',
    {
      ko: '여기서 다른 오브젝트가 시작하는데 앞에 구분하는 줄(`---`)이 없습니다.',
      en: 'another object begins here, and no line `---` parts it from the one before.',
    },
    {
      ko: '그 앞에 `---` 줄을 하나 넣습니다. 지울 것은 없습니다.',
      en: 'Put a line `---` before it. Nothing has to be removed.',
    },
  ),
  'not-needed': mistakeProblem(
    'not-needed',
    ({ found }) => ({
      ko: `이 줄은 이제 필요 없습니다: \`${found}\``,
      en: `this line is not needed any more: \`${found}\``,
    }),
    { ko: '그 줄을 지웁니다.', en: 'Remove it.' },
  ),
};
