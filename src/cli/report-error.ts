import { ConfigError } from '../class/config/issue';
import { Failure } from '../core/failure';
import { visible } from '../core/answers/visible';
import { say } from './language';
import { chat, chatLine, exit, mark, printJson } from './views/terminal';
import { UsageError } from './usage-error';

/** Says what went wrong and what to do, and returns the exit code for it. */
export async function reportError(error: unknown, argv: readonly string[]): Promise<number> {
  if (error instanceof UsageError) {
    chat(`${mark.failed} ${say(error.text)}`);
    return exit.wrongUse;
  }
  if (error instanceof ConfigError) return reportConfig(error);
  if (error instanceof Failure) return reportFailure(error, argv);
  const said = wordsOf(error);
  chat(
    `${mark.failed} ${say({
      ko: `예상하지 못한 오류입니다: ${said}\n  자세히 보기: DKKB_DEBUG=1을 앞에 붙여 다시 합니다.`,
      en: `Unexpected error: ${said}\n  For details run it again with DKKB_DEBUG=1.`,
    })}`,
  );
  return exit.cannot;
}

/** What an error says of itself, as it may stand on a screen. */
function wordsOf(error: unknown): string {
  const isWhole = Boolean(process.env['DKKB_DEBUG']);
  if (!(error instanceof Error)) return visible(String(error));
  return isWhole
    ? visible(error.stack ?? '', { most: 10_000, lines: true })
    : visible(error.message);
}

function reportConfig({ source, issues }: ConfigError): number {
  chat(
    `${mark.failed} ${say({ ko: `설정에 고칠 것이 있습니다: ${source}`, en: `The configuration has mistakes: ${source}` })}`,
  );
  for (const { path, value, allowed } of issues) {
    chat(`  ${path}: ${value}`);
    chat(`    ${mark.arrow} ${say({ ko: '쓸 수 있는 값', en: 'allowed' })}: ${say(allowed)}`);
  }
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
