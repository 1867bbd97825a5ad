import { grade, type Verdict } from '../../actions/grade';
import { openSession } from '../../actions/session';
import { folderOf } from '../folder';
import { chooseLabs } from '../find-lab';
import { say, spokenLanguage } from '../language';
import { printProblem, problemJson } from '../print-problem';
import { exit, mark, paint, print, printJson, reporter } from '../terminal';

/** `dkkb check`: what is right and what is not; exit code 1 when something is wrong, 3 when nobody can tell. */
export async function check(
  ids: readonly string[],
  options: { chapter?: string; output?: string; dir?: string },
): Promise<number> {
  const labs = chooseLabs(ids, options.chapter);
  const session = await openSession(folderOf(options));
  const text = { ko: '확인하는 중', en: 'Checking' };
  const verdicts = await reporter.step(text, (update) =>
    grade(labs, session, (problem) => update(problem.message)),
  );
  if (options.output === 'json') printJson({ labs: verdicts.map(verdictJson) });
  else printVerdicts(verdicts);
  return exitCodeOf(verdicts);
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
