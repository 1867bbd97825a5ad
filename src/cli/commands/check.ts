import type { GradedItem, Verdict } from '../../core/verdict';
import { chooseLabs } from '../find-lab';
import { isOfOtherSystem } from '../../core/elsewhere';
import type { Problem } from '../../core/problem';
import type { Text } from '../../core/text';
import { platformOf, type Lab } from '../../../labs/lab';
import { say, spokenLanguage } from '../language';
import { asWrongUse, placeOf, type PlaceFlags } from '../place';
import { machineOn } from '../remote/machine';
import { fixFound, refuseFix } from './check-fix';
import { printProblems, problemJson } from '../views/problem';
import { nextAfter, nextJson, printNext } from '../views/next';
import { dash, exit, mark, paint, print, printJson, reporter } from '../views/terminal';

interface CheckOptions extends PlaceFlags {
  readonly chapter?: string;
  readonly output?: string;
  readonly fix?: boolean;
  readonly yes?: boolean;
}

/** `dkkb check`: what is right and what is not; exit code 1 when something is wrong, 3 when it cannot be known. */
export async function check(ids: readonly string[], options: CheckOptions): Promise<number> {
  const labs = await chooseLabs(ids, options.chapter);
  refuseFix(labs, options);
  const grade = await graderOf(options);
  const text = { ko: '확인하는 중', en: 'Checking' };
  const verdicts = await reporter.step(text, (update) =>
    grade(labs, (problem) => update(problem.describe().message)),
  );
  const isPassed = countedOf(verdicts).every(({ status }) => status === 'passed');
  const next = isPassed ? nextAfter(labs) : undefined;
  if (options.output === 'json')
    printJson({ ...placeJson(options), labs: verdicts.map(verdictJson), ...nextJson(next) });
  else {
    if (options.on !== undefined) printPlace(options.on, verdicts);
    printVerdicts(verdicts);
    if (await fixFound(verdicts, options))
      return check(ids, { ...options, fix: false, yes: false });
    if (options.on === undefined) printNext(next);
  }
  return exitCodeOf(verdicts);
}

type Grader = (labs: readonly Lab[], onWaiting: (problem: Problem) => void) => Promise<Verdict[]>;

/** Grades on the machine that the options name. */
async function graderOf(options: CheckOptions): Promise<Grader> {
  const named = await machineOn(options);
  if (!named) return (labs, onWaiting) => gradeHere(labs, options, onWaiting);
  const [{ gradeThere }, { rememberHere }] = await Promise.all([
    import('../../platforms/over-ssh'),
    import('../remote/remember'),
  ]);
  return async (labs, onWaiting) => {
    const there = gradeThere(labs, named.target, named.options, onWaiting);
    const verdicts = await there.catch(asWrongUse);
    await rememberHere(labs, verdicts, options);
    return verdicts;
  };
}

// Opens each place only once, also for many labs; the verdicts are in the order of the labs.
async function gradeHere(
  labs: readonly Lab[],
  flags: PlaceFlags,
  onWaiting: (problem: Problem) => void,
): Promise<Verdict[]> {
  const grounds = [...new Set(labs.map(platformOf))];
  const graded = await Promise.all(
    grounds.map(async (ground) => {
      const own = labs.filter((lab) => platformOf(lab) === ground);
      const [first] = own;
      return first ? (await placeOf(first, flags)).grade(own, onWaiting) : [];
    }),
  );
  const byLab = new Map(graded.flat().map((verdict) => [verdict.lab, verdict]));
  return labs.flatMap((lab) => byLab.get(lab) ?? []);
}

/** 0 when all passed, 1 when one failed, else 3: the machine could not answer. Labs of other systems count only where no other was asked. */
export function exitCodeOf(verdicts: readonly Verdict[]): number {
  const counted = countedOf(verdicts);
  if (counted.some(({ status }) => status === 'failed')) return exit.failed;
  return counted.some(({ status }) => status === 'unknown') ? exit.cannot : exit.done;
}

/** The verdicts on labs that can be done on the computer; all where there is none. */
function countedOf(verdicts: readonly Verdict[]): readonly Verdict[] {
  const own = verdicts.filter((verdict) => !isOfOtherSystem(verdict));
  return own.length > 0 ? own : verdicts;
}

/** Which machine was checked, for scripts that keep the answers of many. */
const placeJson = ({ on }: CheckOptions) => (on === undefined ? {} : { on });

/** A verdict as scripts read it. */
export function verdictJson({ lab, status, items, problems, notes, firstPassedAt }: Verdict) {
  return {
    id: lab.id,
    status,
    passed: status === 'passed',
    firstPassedAt: firstPassedAt ?? null,
    checks: items.map(({ title, status: item, found }) => ({
      title: say(title),
      status: item,
      ...(found.length > 0 ? { found: found.map(say) } : {}),
    })),
    problems: problems.map(problemJson),
    notes: notes.map(problemJson),
  };
}

/** Prints which machine was checked: the remedies that follow are for that machine. */
function printPlace(on: string, verdicts: readonly Verdict[]): void {
  const isRight = verdicts.every(({ problems }) => problems.length === 0);
  const where = { ko: `${on} 컴퓨터의 결과입니다.`, en: `These are the results of ${on}.` };
  const what = {
    ko: ' 아래에 나오는 명령은 그 컴퓨터에서 실행합니다(`dkkb`, `npx` 명령은 여기에서).',
    en: ' Run the commands below on that machine, those of `dkkb` and `npx` here.',
  };
  print(paint.dim(say(where) + (isRight ? '' : say(what))));
}

function printVerdicts(verdicts: readonly Verdict[]): void {
  const shown = new Set<string>();
  for (const verdict of verdicts) {
    printVerdict(verdict, verdicts.length > 1, shown);
  }
}

/** Prints one verdict: its title, then its problems; a problem of the machine is printed only once. */
export function printVerdict(verdict: Verdict, several: boolean, shown = new Set<string>()): void {
  const { lab, status, items, problems, notes } = verdict;
  if (several && isOfOtherSystem(verdict)) {
    print(
      `${mark.elsewhere} ${lab.id}  ${say(lab.title)}  ${paint.dim(`${dash} ${say(notHere)}`)}`,
    );
    return;
  }
  print(
    `${mark[status]} ${paint.bold(lab.id)}  ${say(lab.title)}${passedBefore(verdict, several)}`,
  );
  // For one lab, the checklist shows what was checked. For several, it would hide what is wrong.
  if (!several) items.forEach(printItem);
  const all = [...problems, ...notes];
  const known = all.filter(
    (problem) => ['cannot-tell', 'note'].includes(problem.kind) && shown.has(keyOf(problem)),
  );
  printProblems(all.filter((problem) => !known.includes(problem)));
  printKnown(known.filter(({ kind }) => kind !== 'note'));
  all.forEach((problem) => shown.add(keyOf(problem)));
}

const keyOf = (problem: Problem) => `${problem.code} ${problem.describe().message.en}`;

/** Says that what keeps a lab from being judged is told above. */
function printKnown(problems: readonly Problem[]): void {
  const codes = [...new Set(problems.map(({ code }) => code))];
  if (codes.length === 0) return;
  const text = say({ ko: '위와 같은 문제입니다', en: 'The same problem as above' });
  print(`  ${mark.unknown} ${text} ${paint.dim(`[${codes.join(', ')}]`)}`);
}

/** What is said of a lab that is about another system than that of the computer. */
export const notHere: Text = { ko: '이 컴퓨터의 실습이 아님', en: 'not for this computer' };

function printItem({ status, title, found, problems }: GradedItem): void {
  const isUnknown = problems.length > 0 && problems.every(({ kind }) => kind === 'cannot-tell');
  print(`  ${mark[isUnknown ? 'unknown' : status]} ${say(title)}`);
  found.forEach((text) => print(paint.dim(`      ${say(text)}`)));
}

function passedBefore({ status, firstPassedAt }: Verdict, several: boolean): string {
  if (!firstPassedAt || (status === 'passed' && !several)) return '';
  // The pass of this run is no earlier one.
  if (Date.parse(firstPassedAt) >= performance.timeOrigin) return '';
  const at = showTime(firstPassedAt);
  return paint.dim(say({ ko: `  (전에 통과함: ${at})`, en: `  (passed before: ${at})` }));
}

/** A time for people, in the language and the time zone of this run. */
export function showTime(iso: string): string {
  const locale = spokenLanguage() === 'ko' ? 'ko-KR' : 'en-GB';
  return new Date(iso).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
}
