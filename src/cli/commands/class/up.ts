import { waitUntilReady, type WaitOptions } from '../../../class/wait';
import { makeClass, type MadeVm } from '../../../class/up';
import type { ClassSession } from '../../../class/session';
import type { Problem } from '../../../core/problem';
import type { Text } from '../../../core/text';
import { practiceVm } from '../../../class/config/fleet';
import { awsFailure } from '../../../class/aws/client';
import { Failure } from '../../../core/failure';
import { say } from '../../language';
import { printProblem, problemJson, problemLine, remedyLines } from '../../views/problem';
import { chat, exit, mark, print, printJson, printLine } from '../../views/terminal';
import { UsageError } from '../../usage-error';
import { classOf, holdIt, type ClassOptions } from './shared';
import { noAddress } from '../../../class/problems/vm';

interface UpOptions extends ClassOptions {
  /** False with `--no-wait`. */
  readonly wait: boolean;
  readonly timeout: string;
  readonly retry?: boolean;
  readonly replace?: readonly string[];
}

interface Outcome extends MadeVm {
  readonly ready?: boolean;
}

/** `dkkb class up`: makes what is missing, and waits for every VM; exit code 1 when one failed, 3 when nothing was begun. */
export async function classUp(options: UpOptions): Promise<number> {
  const minutes = Number(options.timeout);
  if (!(minutes > 0)) throw wrongTimeout(options.timeout);
  const session = await classOf(options);
  const replace = options.replace ?? [];
  const unknown = replace.find((id) => !session.config.students.some((one) => one.id === id));
  if (unknown !== undefined) throw notStudent(unknown, session);
  return holdIt(session, async () => {
    const { vms, general, problems } = await makeClass(session, tellStage, replace);
    if (problems.length > 0) return refuse(session, problems, options);
    const how = { minutes, retry: options.retry ?? false };
    const outcomes = await Promise.all(
      vms.map((vm) => (options.wait ? finish(session, vm, how) : vm)),
    );
    if (options.output === 'json')
      printJson({ class: session.fleet, vms: outcomes.map(toJson), general });
    else tell(session, outcomes, general);
    const fine = general.length === 0 && outcomes.every(isFine);
    return fine ? exit.done : exit.failed;
  });
}

function wrongTimeout(value: string): UsageError {
  return new UsageError({
    ko: `--timeout에는 0보다 큰 분 수를 씁니다: ${value}`,
    en: `--timeout takes minutes, more than 0: ${value}`,
  });
}

function notStudent(id: string, { config }: ClassSession): UsageError {
  const ids = config.students.map((student) => student.id).join(', ');
  return new UsageError({
    ko: `\`${id}\` 학생은 명단에 없습니다. 있는 학생: ${ids}`,
    en: `No student \`${id}\` is on the roster; there are: ${ids}`,
  });
}

function refuse(
  { fleet }: ClassSession,
  problems: readonly Problem[],
  { output }: UpOptions,
): number {
  if (output === 'json') printJson({ class: fleet, problems: problems.map(problemJson) });
  else problems.forEach((problem) => printProblem(problem, ''));
  chat(`${mark.failed} ${say(nothingMade)}`);
  return exit.cannot;
}

const nothingMade: Text = {
  ko: '아무것도 만들지 않았습니다. 위의 것을 해결한 뒤 다시 합니다.',
  en: 'Nothing was made. Solve the above, then try again.',
};

const stages: Readonly<Record<string, Text>> = {
  requested: { ko: 'VM 요청함', en: 'requested' },
  running: { ko: 'VM 켜짐', en: 'running' },
  failed: { ko: 'VM을 만들지 못함', en: 'could not be made' },
  ssh: { ko: 'SSH 접속됨', en: 'SSH answers' },
  again: { ko: '남은 단계를 다시 설치함', en: 'installing again what is missing' },
  'docker done': { ko: 'Docker 설치됨', en: 'Docker is there' },
  'kubectl done': { ko: 'kubectl 설치됨', en: 'kubectl is there' },
  'minikube done': { ko: 'Minikube 설치됨', en: 'Minikube is there' },
  ready: { ko: '준비됨', en: 'ready' },
};

function stepFailed(step: string): Text {
  return { ko: `${step} 단계 실패`, en: `the step ${step} failed` };
}

function stillWaiting(seconds: number): Text {
  return {
    ko: `AWS가 아직 만들지 않음 (${seconds}초)`,
    en: `AWS has not made it yet (${seconds} s)`,
  };
}

/** Seconds between two messages about a VM that AWS has not made yet. */
const patience = 30;

function tellStage(student: string, stage: string, seconds = 0): void {
  if (stage === 'waiting') {
    if (seconds % patience === 0) chat(`- ${student}: ${say(stillWaiting(seconds))}`);
    return;
  }
  const [, failed] = /^(\w+) failed$/.exec(stage) ?? [];
  const text = failed ? stepFailed(failed) : stages[stage];
  if (text) chat(`- ${student}: ${say(text)}`);
}

async function finish(session: ClassSession, vm: MadeVm, how: WaitOptions): Promise<Outcome> {
  const { id, instance, address } = vm;
  if (!instance) return vm;
  const failure = address
    ? await waitUntilReady(session, { instance, address }, how, (stage) => tellStage(id, stage))
    : new Failure(noAddress({ instance }));
  if (failure) return { ...vm, ready: false, failure };
  tellStage(id, 'ready');
  return { ...vm, ready: true };
}

function toJson({ failure, ...vm }: Outcome) {
  return { ...vm, ...(failure ? { problem: problemJson(failure.problem) } : {}) };
}

function isFine({ instance, said, ready }: Outcome): boolean {
  return instance !== undefined && said === undefined && ready !== false;
}

function tell(
  session: ClassSession,
  outcomes: readonly Outcome[],
  general: readonly string[],
): void {
  for (const one of outcomes) {
    const shown = isFine(one) ? mark.passed : mark.failed;
    const key = `${session.keyFolder}/${one.id}`;
    print(`${shown} ${one.id}  ${one.name}`);
    if (one.address) printLine(`    ssh -i '${key}' ${practiceVm.user}@${one.address}`);
    tellReason(one);
  }
  const refused = general.map((said) => ({ said, failure: awsFailure(said) }));
  refused.forEach(({ said, failure }) =>
    print(`${mark.failed} ${failure ? problemLine(failure.problem) : said}`),
  );
  const failures = [...outcomes, ...refused].flatMap(({ failure }) => failure ?? []);
  remedyLines(failures.map(({ problem }) => problem)).forEach(printLine);
  const bad = outcomes.filter((one) => !isFine(one));
  if (bad.length > 0 || general.length > 0) print(`  ${mark.arrow} ${say(again)}`);
  const there = bad.flatMap(({ id, instance }) => (instance === undefined ? [] : [id]));
  if (there.length > 0) print(`  ${mark.arrow} ${say(anew(there))}`);
}

function tellReason({ said, failure }: Outcome): void {
  if (failure) print(`    ${problemLine(failure.problem)}`);
  else if (said) print(`    ${said}`);
  const { log = '' } = failure?.values ?? {};
  if (log) log.split('\n').forEach((line) => printLine(`      ${line}`.trimEnd()));
}

const again: Text = {
  ko: '같은 명령을 다시 하면 없는 것만 만들고 다시 기다립니다.',
  en: 'The same command makes what is missing, and waits again.',
};

function anew(ids: readonly string[]): Text {
  const command = `dkkb class up --replace ${ids.join(' ')}`;
  return {
    ko: `VM을 새로 만들려면(안의 것은 사라집니다): ${command}`,
    en: `To make a VM again (what is in it is lost): ${command}`,
  };
}
