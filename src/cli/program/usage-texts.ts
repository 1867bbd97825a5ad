import type { Command } from 'commander';
import { distance } from 'fastest-levenshtein';

import type { Text } from '../../core/text';
import { say } from '../language';
import { chat, mark } from '../views/terminal';

/** Makes the parser tell errors in this run's language, each command with its own help; after all commands are added. */
export function tellErrors(command: Command): void {
  const outputError = (message: string) =>
    chat(`${mark.failed} ${say(errorText(message, command))}`);
  command.configureOutput({ outputError });
  command.commands.forEach(tellErrors);
}

const patterns: readonly {
  readonly test: RegExp;
  readonly text: (value: string, rest: string, choices: string) => Text;
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
    test: /option '(.*?)' argument '(.*?)' is invalid\.(?: Allowed choices are (.*?)\.)?/,
    text: (value, rest, choices) => ({
      ko: `\`${value}\` 옵션에 \`${rest}\` 값은 쓸 수 없습니다.${choices ? ` 쓸 수 있는 값: ${choices}.` : ''}`,
      en: `The option \`${value}\` does not take \`${rest}\`.${choices ? ` It takes: ${choices}.` : ''}`,
    }),
  },
  {
    test: /option '(.*?)' given twice/,
    text: (value) => ({
      ko: `\`${value}\` 옵션은 한 번만 쓸 수 있습니다.`,
      en: `The option \`${value}\` can be given only once.`,
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

function errorText(message: string, command: Command): Text {
  const unknown = /unknown command '(.*?)'/.exec(message)?.[1];
  if (unknown !== undefined) return withHelp(unknownCommand(unknown, command), command);
  const option = /unknown option '(.*?)'/.exec(message)?.[1];
  if (option !== undefined) return withHelp(unknownOption(option, command), command);
  for (const { test, text } of patterns) {
    const match = test.exec(message);
    if (match) return withHelp(text(match[1] ?? '', match[2] ?? '', match[3] ?? ''), command);
  }
  return { ko: message.trim(), en: message.trim() };
}

function withHelp({ ko, en }: Text, command: Command): Text {
  const words = groupOf(command).parent ? `${wordsOf(command)} --help` : 'dkkb --help';
  return { ko: `${ko} 도움말: ${words}`, en: `${en} Help: ${words}` };
}

/** The command with its program's name, as it is typed. */
function wordsOf(command: Command): string {
  return command.parent ? `${wordsOf(command.parent)} ${command.name()}` : command.name();
}

/** The commands among which a command stands: those of `dkkb class`, or all. */
function groupOf(command: Command): Command {
  return command.commands.length > 0 ? command : (command.parent ?? command);
}

/** The name of a command of a group: `class plan`. */
function nameIn(group: Command, name: string): string {
  return group.parent ? `${group.name()} ${name}` : name;
}

function unknownCommand(name: string, command: Command): Text {
  const group = groupOf(command);
  const near = group.commands
    .map((known) => known.name())
    .filter((known) => distance(known, name) <= 2)
    .map((known) => nameIn(group, known))
    .join(', ');
  const whole = nameIn(group, name);
  return {
    ko: `\`${whole}\` 명령은 없습니다.${near ? ` 혹시 이것인가요: ${near}?` : ''}`,
    en: `There is no command \`${whole}\`.${near ? ` Did you mean: ${near}?` : ''}`,
  };
}

function optionOfOthers(name: string, commands: string): Text {
  return {
    ko: `\`${name}\` 옵션은 이 명령에 쓸 수 없습니다. 쓸 수 있는 명령: ${commands}.`,
    en: `This command has no option \`${name}\`; these have: ${commands}.`,
  };
}

function unknownOption(name: string, command: Command): Text {
  const group = groupOf(command);
  const owners = group.commands.filter(({ options }) => options.some(({ long }) => long === name));
  if (owners.length > 0)
    return optionOfOthers(name, owners.map((owner) => nameIn(group, owner.name())).join(', '));
  const isNear = (known: string) =>
    known !== name && (distance(known, name) <= 2 || name.startsWith(known));
  const near = [...new Set(optionsOf(group))].filter(isNear).join(', ');
  return {
    ko: `\`${name}\` 옵션은 없습니다.${near ? ` 혹시 이것인가요: ${near}?` : ''}`,
    en: `There is no option \`${name}\`.${near ? ` Did you mean: ${near}?` : ''}`,
  };
}

function optionsOf(command: Command): string[] {
  return [
    ...command.options.flatMap(({ long }) => long ?? []),
    ...command.commands.flatMap(optionsOf),
  ];
}
