import type { Command, Help } from 'commander';
import { say, spokenLanguage } from '../language';
import { beside, layOut, widthOf } from '../views/layout';
import { columnsOf } from '../views/measures';

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
  displayWidth: columnsOf,
  boxWrap: layOut,
  formatItem(term, termWidth, description, { helpWidth: width }) {
    const padding = ' '.repeat(Math.max(0, termWidth - columnsOf(term)));
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
