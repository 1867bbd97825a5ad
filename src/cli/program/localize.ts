import type { Command, Help } from 'commander';
import { distance } from 'fastest-levenshtein';
import stringWidth from 'string-width';
import { say, spokenLanguage } from '../language';
import { beside, layOut, widthOf } from '../views/layout';
import { chat, mark } from '../views/terminal';
import type { Text } from '../../core/text';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '사용법:',
  'Arguments:': '인자:',
  'Options:': '옵션:',
  'Global Options:': '공통 옵션:',
  'Commands:': '명령:',
};

const koreanHelp: Partial<Help> = {
  styleTitle: (title) => titles[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', '[옵션]').replace('[command]', '[명령]'),
  styleOptionDescription: (text) =>
    text
      .replace(/\(choices: (.*?)\)/, (_all, values: string) => `(${values.replaceAll('"', '')})`)
      .replace(
        /\(default: (.*?)\)/,
        (_all, value: string) => `(기본값: ${value.replaceAll('"', '')})`,
      ),
};

const helpWidth = (stream: NodeJS.WriteStream) => widthOf(stream) ?? Infinity;

/** Lays out the help like every other text: commander itself breaks Korean words, and does not wrap below 40 columns. */
const laidOut: Partial<Help> = {
  displayWidth: stringWidth,
  boxWrap: layOut,
  formatItem(term, termWidth, description, { helpWidth: width }) {
    const padding = ' '.repeat(Math.max(0, termWidth - stringWidth(term)));
    return beside(`  ${term}${padding}  `, description, width);
  },
};

/** Makes the argument parser use this run's language in its help and errors, and throw instead of ending the process. */
export function localize(program: Command): void {
  const korean = spokenLanguage() === 'ko';
  program
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      getOutHelpWidth: () => helpWidth(process.stdout),
      getErrHelpWidth: () => helpWidth(process.stderr),
      outputError: (message) => chat(`${mark.failed} ${say(errorText(message, program))}`),
    })
    .configureHelp({
      ...laidOut,
      // Leaves out `[options]`, which would be the same for each command.
      subcommandTerm: (command) =>
        `${command.name()} ${command.usage().replace(/\[options\] ?/, '')}`.trimEnd(),
      ...(korean ? koreanHelp : {}),
    })
    .helpOption('-h, --help', say({ ko: '도움말 보기', en: 'show this help' }))
    .helpCommand(false);
}

const patterns: readonly {
  readonly test: RegExp;
  readonly text: (value: string, rest: string) => Text;
}[] = [
  {
    test: /missing required argument '(.*?)'/,
    text: (value) => ({
      ko: `<${value}> 자리에 값이 필요합니다.`,
      en: `A value for <${value}> is missing.`,
    }),
  },
  {
    test: /option '(.*?)' argument missing/,
    text: (value) => ({
      ko: `\`${value}\` 옵션에는 값이 필요합니다.`,
      en: `The option \`${value}\` needs a value.`,
    }),
  },
  {
    test: /option '(.*?)' argument '(.*?)' is invalid/,
    text: (value, rest) => ({
      ko: `\`${value}\` 옵션에 \`${rest}\` 값은 쓸 수 없습니다.`,
      en: `The option \`${value}\` does not take \`${rest}\`.`,
    }),
  },
  {
    test: /too many arguments(?: for '(.*?)')?/,
    text: (value) => ({
      ko: `${value ? `\`${value}\` 명령에 ` : ''}값이 너무 많습니다.`,
      en: `Too many values${value ? ` for \`${value}\`` : ''}.`,
    }),
  },
];

function errorText(message: string, program: Command): Text {
  const unknown = /unknown command '(.*?)'/.exec(message)?.[1];
  if (unknown !== undefined) return unknownCommand(unknown, program);
  const option = /unknown option '(.*?)'/.exec(message)?.[1];
  if (option !== undefined) return unknownOption(option, program);
  for (const { test, text } of patterns) {
    const match = test.exec(message);
    if (!match) continue;
    const { ko, en } = text(match[1] ?? '', match[2] ?? '');
    return { ko: `${ko} 도움말: dkkb --help`, en: `${en} Help: dkkb --help` };
  }
  return { ko: message.trim(), en: message.trim() };
}

function unknownCommand(name: string, program: Command): Text {
  const names = program.commands.map((command) => command.name());
  const near = names.filter((known) => distance(known, name) <= 2).join(', ');
  return {
    ko: `\`${name}\` 명령은 없습니다.${near ? ` 혹시 이것인가요? ${near}` : ''} 도움말: dkkb --help`,
    en: `There is no command \`${name}\`.${near ? ` Did you mean: ${near}?` : ''} Help: dkkb --help`,
  };
}

function optionOfOthers(name: string, commands: string): Text {
  return {
    ko: `\`${name}\` 옵션은 이 명령에 쓸 수 없습니다. 쓸 수 있는 명령: ${commands}. 도움말: dkkb --help`,
    en: `This command has no option \`${name}\`; these have: ${commands}. Help: dkkb --help`,
  };
}

function unknownOption(name: string, program: Command): Text {
  const every = (command: Command): string[] => [
    ...command.options.flatMap(({ long }) => long ?? []),
    ...command.commands.flatMap(every),
  ];
  const isNear = (known: string) =>
    known !== name && (distance(known, name) <= 2 || name.startsWith(known));
  const owners = program.commands.filter(({ options }) =>
    options.some(({ long }) => long === name),
  );
  if (owners.length > 0)
    return optionOfOthers(name, owners.map((owner) => owner.name()).join(', '));
  const near = [...new Set(every(program))].filter(isNear).join(', ');
  return {
    ko: `\`${name}\` 옵션은 없습니다.${near ? ` 혹시 이것인가요? ${near}` : ''} 도움말: dkkb --help`,
    en: `There is no option \`${name}\`.${near ? ` Did you mean: ${near}?` : ''} Help: dkkb --help`,
  };
}
