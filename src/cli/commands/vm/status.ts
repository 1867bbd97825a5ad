import { Failure } from '../../../core/failure';
import type { Problem } from '../../../core/problem';
import { stagesOf, type VmReport } from '../../../core/practice-report';
import { lookAtVm, type VmView } from '../../../vm/look';
import { vmMissing, vmStopped } from '../../../vm/problems/state';
import { vmEngineOff } from '../../../vm/problems/engine';
import { readVm } from '../../../vm/record';
import { inVm, reportOf } from '../../../vm/wait';
import { say } from '../../language';
import { printProblem, problemJson } from '../../views/problem';
import { exit, mark, print, printJson, reporter } from '../../views/terminal';

interface Status {
  readonly view: VmView;
  readonly report?: VmReport;
  readonly problems: readonly Problem[];
}

/** `dkkb vm status`: what is there and what it reports; exit code 1 when it is not there, off or not ready, 3 when it does not answer. */
export async function vmStatus({ output }: { readonly output?: string }): Promise<number> {
  const looking = { ko: '실습 VM을 살펴보는 중', en: 'Looking at the practice VM' };
  const status = await reporter.step(looking, look);
  if (output) printJson(json(status));
  else tell(status);
  const { problems, report } = status;
  if (problems.some(({ kind }) => kind === 'cannot-tell') && status.view.state === 'running')
    return exit.cannot;
  return problems.length > 0 || report?.ready !== true ? exit.failed : exit.done;
}

async function look(): Promise<Status> {
  const view = await lookAtVm();
  if (view.state === 'missing') return { view, problems: [vmMissing({})] };
  if (view.state === 'stopped') return { view, problems: [vmStopped({})] };
  try {
    const record = await readVm();
    if (record === undefined) return { view: await lookAtVm(), problems: [vmMissing({})] };
    const report = await reportOf(record);
    const said = report.ready ? await engineSilence(record) : undefined;
    return { view, report, problems: said === undefined ? [] : [vmEngineOff({ said })] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { view, problems: [error.problem] };
  }
}

/** What Docker says where its engine does not answer in the VM. */
async function engineSilence(record: Parameters<typeof inVm>[0]): Promise<string | undefined> {
  const words = ['sh', '-c', 'docker version --format ok 2>&1'];
  const { code, stdout } = await inVm(record, words);
  return code === 0 ? undefined : (stdout.trim().split('\n').at(-1) ?? '-');
}

function json({ view, report, problems }: Status): object {
  return {
    ...view,
    ...(report && {
      ready: report.ready,
      busy: report.isBusy,
      steps: report.steps,
      failed: report.failed,
    }),
    problems: problems.map(problemJson),
  };
}

function tell({ view, report, problems }: Status): void {
  const { state, by, sshPort, ports, image } = view;
  if (state === 'running' || state === 'stopped') {
    const isOn = state === 'running' ? mark.passed : mark.open;
    const name = say(
      state === 'running' ? { ko: '켜짐', en: 'running' } : { ko: '꺼짐', en: 'off' },
    );
    print(`${isOn} ${view.name}: ${name} (${by ?? ''}, ${image ?? ''})`);
    const list = ports.map(({ here }) => here).join(', ');
    print(`  SSH 127.0.0.1:${sshPort ?? '-'}; ${say({ ko: '포트', en: 'ports' })} ${list}`);
  }
  if (report) {
    const ready = report.ready
      ? say({ ko: '준비됨', en: 'ready' })
      : say(
          report.isBusy
            ? { ko: '설치하는 중', en: 'installing' }
            : {
                ko: '준비되지 않음. 다시 설치하기: dkkb vm up',
                en: 'not ready; to go on: dkkb vm up',
              },
        );
    print(`  ${ready}: ${stagesOf(report).join(', ')}`);
  }
  problems.forEach((problem) => printProblem(problem, ''));
}
