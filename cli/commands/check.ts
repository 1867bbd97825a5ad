import { grade, type Verdict } from '../../actions/grade';
import { openSession, type Session } from '../../actions/session';
import { parseSshTarget } from '../../runtime/ssh-target';
import { folderOf } from '../folder';
import { chooseLabs } from '../find-lab';
import { say, spokenLanguage } from '../language';
import { printProblem, problemJson } from '../print-problem';
import { exit, mark, paint, print, printJson, reporter } from '../terminal';
import { UsageError } from '../usage-error';

interface CheckOptions {
  readonly chapter?: string;
  readonly output?: string;
  readonly dir?: string;
  readonly on?: string;
  readonly identity?: string;
}

/** `dkkb check`: what is right and what is not; exit code 1 when something is wrong, 3 when nobody can tell. */
export async function check(ids: readonly string[], options: CheckOptions): Promise<number> {
  const labs = chooseLabs(ids, options.chapter);
  const text = { ko: '확인하는 중', en: 'Checking' };
  const verdicts = await reporter.step(text, (update) =>
    onMachine(options, (session) => grade(labs, session, (problem) => update(problem.message))),
  );
  if (options.output === 'json') printJson({ labs: verdicts.map(verdictJson) });
  else printVerdicts(verdicts);
  return exitCodeOf(verdicts);
}

async function onMachine<T>(
  options: CheckOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { on, identity, dir } = options;
  if (on === undefined) {
    if (identity !== undefined) throw identityAlone;
    return work(await openSession(folderOf(options)));
  }
  const target = parseSshTarget(on);
  if (!target) throw noTarget(on);
  if (process.platform === 'win32') throw notOnWindows;
  const { withRemoteSession } = await import('../../actions/remote-session');
  return withRemoteSession(
    target,
    { ...(identity ? { identity } : {}), ...(dir ? { dir } : {}) },
    work,
  );
}

const identityAlone = new UsageError({
  ko: '--identity 옵션은 --on 옵션과 함께 씁니다. 예: --on ssh://student@127.0.0.1:2222 --identity FILE',
  en: '--identity goes with --on, for example --on ssh://student@127.0.0.1:2222 --identity FILE',
});

const notOnWindows = new UsageError({
  ko: 'Windows의 ssh로는 --on 옵션을 쓸 수 없습니다. WSL 터미널에서 같은 명령을 실행하세요.',
  en: 'With the ssh of Windows --on cannot work. Run the same command in a WSL terminal.',
});

function noTarget(on: string): UsageError {
  return new UsageError({
    ko: `--on에 쓴 \`${on}\` 값을 읽을 수 없습니다. ssh://사용자@주소:포트 모양으로 씁니다. 예: ssh://ubuntu@203.0.113.7`,
    en: `--on \`${on}\` is not ssh://USER@HOST:PORT, such as ssh://ubuntu@203.0.113.7`,
  });
}

/** 0 when all passed, 1 when one failed, else 3: the machine did not tell. */
export function exitCodeOf(verdicts: readonly Verdict[]): number {
  if (verdicts.some(({ status }) => status === 'failed')) return exit.failed;
  return verdicts.some(({ status }) => status === 'unknown') ? exit.cannot : exit.done;
}

/** A verdict as scripts read it. */
export function verdictJson({ lab, status, items, problems, notes, firstPassedAt }: Verdict) {
  return {
    id: lab.id,
    status,
    passed: status === 'passed',
    firstPassedAt: firstPassedAt ?? null,
    checks: items.map((item) => ({ title: say(item.title), status: item.status })),
    problems: problems.map(problemJson),
    notes: notes.map(problemJson),
  };
}

function printVerdicts(verdicts: readonly Verdict[]): void {
  const shown = new Set<string>();
  for (const verdict of verdicts) {
    printVerdict(verdict, verdicts.length > 1, shown);
  }
}

/** Prints one verdict: its title, then its problems; a machine's problem that was shown before is not repeated. */
export function printVerdict(verdict: Verdict, several: boolean, shown = new Set<string>()): void {
  const { lab, status, items, problems, notes } = verdict;
  print(
    `${mark[status]} ${paint.bold(lab.id)}  ${say(lab.title)}${passedBefore(verdict, several)}`,
  );
  // The checklist of one lab teaches what was looked at; of several it would hide what is wrong.
  if (!several) items.forEach((item) => print(`  ${mark[item.status]} ${say(item.title)}`));
  for (const problem of [...problems, ...notes]) {
    const key = `${problem.code} ${problem.message.en}`;
    if (['cannot-tell', 'note'].includes(problem.kind) && shown.has(key)) continue;
    shown.add(key);
    printProblem(problem);
  }
}

function passedBefore({ status, firstPassedAt }: Verdict, several: boolean): string {
  if (!firstPassedAt || (status === 'passed' && !several)) return '';
  const at = showTime(firstPassedAt);
  return paint.dim(say({ ko: `  (전에 통과함: ${at})`, en: `  (passed before: ${at})` }));
}

/** A time as people read it, in the language and the time zone of this run. */
export function showTime(iso: string): string {
  const locale = spokenLanguage() === 'ko' ? 'ko-KR' : 'en-GB';
  return new Date(iso).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
}
