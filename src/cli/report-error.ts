import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ConfigError } from '../class/config/issue';
import { isVerbose, masked } from '../core/debug';
import { Failure } from '../core/failure';
import { fileFailure } from '../core/machine/file-failure';
import { visible } from '../core/answers/visible';
import { typedWord } from '../core/shell/typed';
import { leftBehind, runningCommand } from './interrupt';
import { say } from './language';
import { projectFolder } from './project';
import { tellIssues } from './views/class/config-issues';
import { chat, chatLine, exit, mark, printJson } from './views/terminal';
import { UsageError } from './usage-error';

/** Says what went wrong and what to do, and returns the exit code for it. */
export async function reportError(thrown: unknown, argv: readonly string[]): Promise<number> {
  const error = fileFailure(thrown) ?? thrown;
  if (error instanceof UsageError) {
    chat(`${mark.failed} ${say(error.text)}`);
    const command = runningCommand();
    if (command.startsWith('class '))
      chat(`  ${mark.arrow} ${say({ ko: '도움말', en: 'Help' })}: dkkb ${command} --help`);
    return exit.wrongUse;
  }
  if (error instanceof ConfigError) return reportConfig(error);
  const code = error instanceof Failure ? await reportFailure(error, argv) : exit.cannot;
  if (!(error instanceof Failure)) reportBug(wordsOf(error), argv);
  // What belongs to somebody else is not this command's to end.
  const isOwned = error instanceof Failure && error.code === 'class-owned';
  const left = isOwned ? undefined : leftBehind();
  if (left) chat(`${mark.unknown} ${say(left)}`);
  return code;
}

/** Prints an error of this program itself: what was run, how to see more, and where to report it. */
function reportBug(said: string, argv: readonly string[]): void {
  const command = visible(['dkkb', ...masked(argv).map(typedWord)].join(' '));
  const place = reportPlace();
  chat(
    `${mark.failed} ${say({ ko: '예상하지 못한 오류입니다', en: 'Unexpected error' })}: ${said}`,
  );
  chat(`  ${say({ ko: '실행한 명령', en: 'Command' })}: ${command}`);
  if (!isVerbose())
    chat(
      `  ${mark.arrow} ${say({
        ko: '같은 명령에 `--verbose` 옵션을 붙여 다시 하면 자세히 볼 수 있습니다.',
        en: 'To see more, run the same command with `--verbose`.',
      })}`,
    );
  chat(
    `  ${mark.arrow} ${say({
      ko: `dkkb의 잘못입니다. 위의 내용을 알려 주세요: ${place ?? '프로젝트의 이슈 목록'}`,
      en: `This is a mistake of dkkb. Please report the above: ${place ?? "the project's issue tracker"}`,
    })}`,
  );
}

/** Where errors of this program are reported, as its package.json says. */
function reportPlace(): string | undefined {
  const file = join(projectFolder(), 'package.json');
  const { bugs, repository } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return [bugs, repository]
    .map((place) => (typeof place === 'object' && place && 'url' in place ? place.url : place))
    .find((place) => typeof place === 'string');
}

/** The message of an error, safe to print on a terminal. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return visible(String(error));
  return isVerbose()
    ? visible(error.stack ?? '', { most: 10_000, lines: true })
    : visible(error.message);
}

function reportConfig({ source, issues }: ConfigError): number {
  const isRoster = issues.every(({ path }) => /\.(?:csv|tsv|txt)$/i.test(path));
  const file = isRoster ? (issues[0]?.path ?? source) : source;
  const text = isRoster
    ? { ko: `명단에 고칠 것이 있습니다: ${file}`, en: `The roster has mistakes: ${file}` }
    : { ko: `설정에 고칠 것이 있습니다: ${file}`, en: `The configuration has mistakes: ${file}` };
  chat(`${mark.failed} ${say(text)}`);
  tellIssues(issues);
  return exit.wrongUse;
}

async function reportFailure(failure: Failure, argv: readonly string[]): Promise<number> {
  const { problemJson } = await import('./views/problem');
  const { problem } = failure;
  const { message, remedy } = problem.describe();
  const words = argv.join(' ');
  if (/(?:-o|--output)[ =]?json/.test(words)) printJson({ error: problemJson(problem) });
  chat(`${mark.failed} ${say(message)} [${problem.code}]`);
  chat(`  ${mark.arrow} ${say(remedy)}`);
  remedy.commands?.forEach((command) => chatLine(`      ${command}`));
  return exit.cannot;
}
