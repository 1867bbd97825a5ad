import type { CommandEntry, CommandGroup } from '../../../labs/app/commands/entry';
import { exampleLines } from '../../../labs/app/commands/example';
import { commandGroups } from '../../../labs/app/commands/index';
import type { Text } from '../../core/text';

const head = `# 책의 명령 (Commands of the book)

책의 부록에 나오는 명령을 모았습니다. 터미널에서는 \`dkkb show app-commands\`로 보고, \`dkkb show app-commands 볼륨\`처럼 단어로 찾습니다.
예는 리눅스와 macOS의 bash에서 쓰는 것이며, \`dkkb\`는 지금 쓰는 셸의 것을 보여 줍니다. [English below](#commands)

The commands of the book's appendix. In a terminal, \`dkkb show app-commands\` shows them and \`dkkb show app-commands volume\` finds those that a word means.
The examples are those of bash on Linux and macOS; \`dkkb\` shows those of your shell.
`;

/** \`docs/commands.md\`: every command of the book with its options, an example and what has changed, in both languages. */
export function commandsDocument(): string {
  return [
    head,
    ...commandGroups.map((group) => section(group, 'ko')),
    '# Commands\n',
    ...commandGroups.map((group) => section(group, 'en')),
  ].join('\n');
}

function section({ title, entries }: CommandGroup, language: keyof Text): string {
  return [`## ${title[language]}\n`, ...entries.map((entry) => item(entry, language))].join('\n');
}

function item(entry: CommandEntry, language: keyof Text): string {
  const { name, also = [], does, options = [], changed } = entry;
  const forms = [name, ...also].map((form) => `\`${form}\``).join(', ');
  const since = { ko: '책과 다른 점:', en: 'Since the book:' };
  return [
    `**${forms}** — ${markdown(does[language])}\n`,
    ...options.map(
      ({ flags, value, does: of }) =>
        `- \`${value === undefined ? flags : `${flags} ${value}`}\` — ${markdown(of[language])}`,
    ),
    ...(options.length > 0 ? [''] : []),
    '```text',
    ...exampleLines(entry, 'bash'),
    '```\n',
    ...(changed ? [`${since[language]} ${markdown(changed[language])}\n`] : []),
  ].join('\n');
}

/** A text as Markdown that shows the same; what stands between backticks is shown as it is anyway. */
function markdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, at) => (at % 2 === 0 ? piece.replace(/[<*_~]/g, String.raw`\$&`) : piece))
    .join('');
}
