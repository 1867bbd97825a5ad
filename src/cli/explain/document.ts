import { otherMachine } from '../../core/system';
import type { Text } from '../../core/text';
import { allProblems } from './catalogue';
import { explanationOf, type Explanation } from './explanation';

const head = `# 문제 코드와 해결 방법 (Problem codes)

\`dkkb\`가 문제를 알릴 때 뒤에 붙이는 코드(예: \`[port-wrong]\`)마다 뜻과 해결 방법을 적었습니다. 같은 내용을 \`dkkb explain port-wrong\`으로도 볼 수 있습니다.
\`<\`와 \`>\` 사이에는 문제가 생긴 곳의 값이 들어갑니다. 명령은 데비안과 우분투의 bash에서 쓰는 것이며, \`dkkb\`는 지금 쓰는 시스템과 셸의 명령을 보여 줍니다.

Each problem that \`dkkb\` tells ends with its code, such as \`[port-wrong]\`. Here is what each means and what to do; \`dkkb explain port-wrong\` prints the same.
Between \`<\` and \`>\` stands a value of the place where the problem came up. The commands are those of bash on Debian and Ubuntu; \`dkkb\` shows those of your system and shell.
`;

/** \`docs/problems.md\`: every code with its meaning and what to do, in both languages. */
export function problemsDocument(): string {
  const explained = [...allProblems()].map(([code, definition]) =>
    explanationOf(code, definition, otherMachine),
  );
  return [head, ...explained.map(section)].join('\n');
}

function section(explanation: Explanation): string {
  return [`## ${explanation.code}\n`, part(explanation, 'ko'), part(explanation, 'en')].join('\n');
}

function part({ message, remedy, commands }: Explanation, language: keyof Text): string {
  const lines = commands.map((command) => command[language]);
  const block = lines.length > 0 ? ['', '```text', ...lines, '```'] : [];
  const words = [message, remedy].map((text) => markdown(text[language])).join('\n\n');
  return [words, ...block, ''].join('\n');
}

/** A text as Markdown that shows the same; what stands between backticks is shown as it is anyway. */
function markdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, at) => (at % 2 === 0 ? piece.replace(/[<*]/g, String.raw`\$&`) : piece))
    .join('');
}
