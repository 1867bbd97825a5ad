import { costOfClass } from '../../../class/budget';
import { planClass, type ClassPlan } from '../../../class/plan';
import { stops } from '../../../class/preflight';
import { keyMissing } from '../../../class/problems/class';
import { waitUntilReady, type WaitOptions } from '../../../class/vm/wait';
import { makeClass, type MadeVm } from '../../../class/up';
import type { ClassSession } from '../../../class/session';
import type { Problem } from '../../../core/problem';
import type { Text } from '../../../core/text';
import { Failure } from '../../../core/failure';
import { say } from '../../language';
import { isFine, tellMade, type Outcome } from '../../views/class/made';
import { printProblem, problemJson } from '../../views/problem';
import { accessTexts } from '../../views/class/access';
import { changeTexts } from '../../views/class/changes';
import { costTexts } from '../../views/class/cost';
import type { ClassCommand } from '../../views/class/command';
import { chat, exit, mark, printJson, reporter } from '../../views/terminal';
import { UsageError } from '../../usage-error';
import { agreed } from './consent';
import { warnOfWhatRuns } from './may-run';
import { studentsNamed } from './named-students';
import { headTexts } from './plan';
import { openUpProgress, type UpProgress } from '../../views/class/up-progress';
import { classCommand, type ClassOptions } from './options';
import { classOf, holdIt, looking } from './shared';
import { noAddress } from '../../../class/problems/vm';

interface UpOptions extends ClassOptions {
  /** False with `--no-wait`. */
  readonly wait: boolean;
  readonly timeout: string;
  readonly retry?: boolean;
  readonly replace?: readonly string[];
  readonly takeOver?: boolean;
  readonly yes?: boolean;
}

/** `dkkb class up`: makes what is missing, and waits for every VM; changes what exists only after a yes. Exit code 1 when one failed or nothing was agreed to, 3 when nothing was begun. */
export async function classUp(options: UpOptions): Promise<number> {
  const minutes = Number(options.timeout);
  if (!(minutes > 0)) throw wrongTimeout(options.timeout);
  const session = await classOf(options);
  const replace = studentsNamed(options.replace ?? [], session.config.students, options);
  const { takeOver = false } = options;
  const asked = { replace: replace.map(({ id }) => id), takeOver };
  warnOfWhatRuns(session.folder, session.fleet);
  return holdIt(session, async () => {
    const plan = await reporter.step(looking, () => planClass(session, asked));
    const problems = plan.problems.filter(stops);
    if (problems.length > 0) return refuse(session, problems, options);
    const cost = costOfClass(session.config, plan.things, plan.changes, new Date());
    headTexts(session.config, plan.account).forEach((text) => chat(say(text)));
    const command: ClassCommand = (...words) => classCommand(options, ...words);
    changeTexts(plan.changes, command).forEach((text) => chat(say(text)));
    accessTexts(plan.access).forEach((text) => chat(say(text)));
    costTexts(session.config, cost).forEach((text) => chat(say(text)));
    if (!(await agreed(plan, cost, options))) {
      if (options.output === 'json') printJson({ class: session.fleet, agreed: false });
      return exit.failed;
    }
    return makeAndWait(session, plan, options);
  });
}

async function makeAndWait(
  session: ClassSession,
  plan: ClassPlan,
  options: UpOptions,
): Promise<number> {
  const { outcomes, general, shared } = await makeAll(session, plan, options);
  const problems = shared ? [problemJson(shared)] : [];
  if (options.output === 'json')
    printJson({ class: session.fleet, vms: outcomes.map(toJson), general, problems });
  else
    tellMade(session.keyFolder, outcomes, general, (...words) => classCommand(options, ...words));
  if (shared && options.output !== 'json') printProblem(shared, '');
  const fine = !shared && general.length === 0 && outcomes.every(isFine);
  return fine ? exit.done : exit.failed;
}

async function makeAll(session: ClassSession, plan: ClassPlan, options: UpOptions) {
  const kept = plan.changes.filter(({ work }) => work === 'kept');
  const running = kept.map(({ student }) => student.id);
  const progress = openUpProgress(session.config.students.length, running);
  const how = { minutes: Number(options.timeout), retry: options.retry ?? false };
  try {
    const { vms, ...others } = await makeClass(session, plan, progress.tell);
    const outcomes = await Promise.all(
      vms.map((vm) => (options.wait ? finish(session, vm, how, progress.tell) : keyless(vm))),
    );
    return { outcomes, ...others };
  } finally {
    progress.end();
  }
}

function wrongTimeout(value: string): UsageError {
  return new UsageError({
    ko: `--timeout에는 0보다 큰 분 수를 씁니다: ${value}`,
    en: `--timeout takes minutes, more than 0: ${value}`,
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

async function finish(
  session: ClassSession,
  vm: MadeVm,
  how: WaitOptions,
  tell: UpProgress['tell'],
): Promise<Outcome> {
  const { id, instance, address } = vm;
  if (!instance || vm.failure) return vm;
  const lost = keyless(vm);
  // Nobody can log in to such a VM from here, so it is not waited for.
  if (vm.keys?.instructor === false) return lost;
  const failure = address
    ? await waitUntilReady(session, { instance, address }, how, (stage) => tell(id, stage))
    : new Failure(noAddress({ instance }));
  if (failure) {
    tell(id, 'not-ready');
    return { ...vm, ready: false, failure };
  }
  tell(id, 'ready');
  return { ...lost, ready: true };
}

/** The VM, with the problem of a key that this computer lacks. */
function keyless(vm: MadeVm): Outcome {
  const { student = true, instructor = true } = vm.keys ?? {};
  if (student && instructor) return vm;
  return { ...vm, failure: new Failure(keyMissing({ student: vm.id })) };
}

function toJson({ failure, ...vm }: Outcome) {
  return { ...vm, ...(failure ? { problem: problemJson(failure.problem) } : {}) };
}
