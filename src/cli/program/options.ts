import { Option, type Command } from 'commander';
import type { Text } from '../../core/text';
import { languages, say } from '../language';

/** Gets a command's exit code. */
export type Done = (code: number) => void;

/** Adds a command; one that reports can also print JSON. */
export function command(
  parent: Command,
  usage: string,
  description: Text,
  reports = true,
): Command {
  const child = parent.command(usage).description(say(description));
  // Also accepted after the command, where people write it.
  child.addOption(new Option('--lang <language>').choices(languages).hideHelp());
  child.addOption(new Option('--verbose').hideHelp());
  if (!reports) return child;
  const output = new Option(
    '-o, --output <format>',
    say({ ko: '스크립트용 출력', en: 'output for scripts' }),
  );
  return child.addOption(output.choices(['json']));
}

/** Adds a command on one lab. It takes several words as one, so that words of a title lead to the lab's id. */
export function onLab(parent: Command, name: string, description: Text): Command {
  return command(parent, `${name} <id>`, description).allowExcessArguments();
}

/** What was typed for the lab of such a command; several ids are too many. */
export function asOne(typed: Command): string {
  const { args } = typed;
  const unknown = args.find((word) => /^-./.test(word));
  if (unknown !== undefined) typed.error(`error: unknown option '${unknown}'`);
  if (args.length > 1 && args.every((word) => /^ch\d\d-[a-z-]+$/.test(word)))
    typed.error(`error: too many arguments for '${typed.name()}'`);
  return args.join(' ');
}

/** Lets a command that reports print CSV too. */
export function withCsv(child: Command): Command {
  child.options.find(({ long }) => long === '--output')?.choices(['json', 'csv']);
  return child;
}

const ownFolder: Text = {
  ko: '실습 파일이 있는 폴더 (기본값: 지금 폴더)',
  en: 'the folder of your files (default: this one)',
};

/** Lets a command work in another folder of the reader's. */
export function inFolder(child: Command, text = ownFolder): Command {
  return child.option('--dir <folder>', say(text));
}

/** Lets a command work on another cluster than the one that kubectl uses. */
export function onCluster(child: Command): Command {
  return child
    .option(
      '--context <name>',
      say({
        ko: '8장: 쓸 클러스터의 kubectl 컨텍스트 (기본값: 지금 컨텍스트)',
        en: "chapter 8: the cluster, by kubectl's context (default: the current one)",
      }),
    )
    .option(
      '--namespace <name>',
      say({
        ko: '8장: 쓸 네임스페이스 (기본값: 컨텍스트의 것)',
        en: "chapter 8: the namespace (default: the context's)",
      }),
    );
}

/** Lets a command that only tells take the options of another machine too, for the commands that it prints. */
export function tellingOf(child: Command): Command {
  const before = new Set(child.options);
  onMachine(onCluster(inFolder(child)));
  child.options.filter((option) => !before.has(option)).forEach((option) => option.hideHelp());
  return child;
}

/** Lets a command work on another machine. */
export function onMachine(child: Command): Command {
  return child
    .option(
      '--on <machine>',
      say({
        ko: '다른 컴퓨터에서 하기: vm, practice-host, ssh://사용자@주소:포트',
        en: 'on another machine: vm, practice-host or ssh://USER@HOST:PORT',
      }),
    )
    .option(
      '--identity <file>',
      say({ ko: '--on 컴퓨터에 접속할 개인 키 파일', en: 'the private key for --on' }),
    )
    .option(
      '--known-hosts <file>',
      say({
        ko: '--on 컴퓨터의 호스트 키 파일. 다른 키를 보이는 컴퓨터에는 접속하지 않음',
        en: 'the host keys of --on; no machine with another key is asked',
      }),
    );
}
