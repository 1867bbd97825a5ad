import type { MachineCheck } from '../../core/check';
import type { Problem } from '../../core/problem';
import { Failure } from '../../core/failure';
import { greetsAsSsh } from '../../core/ssh/greets';
import { currentMachine } from '../../core/system';
import type { VmView } from '../look';
import { loopback } from '../place';
import {
  onlyThisComputer,
  pageNotForwarded,
  portsNotForwarded,
  sshNotForwarded,
} from '../problems/forwarded';
import { vmForeign } from '../problems/lost';
import { vmMissing, vmStopped } from '../problems/state';

const subject = 'vm';

/** Milliseconds until a server of SSH counts as silent; an emulated VM needs its time. */
const patience = 20_000;

/** What keeps the practice VM from being used. */
async function vmOr(
  judge: (view: VmView) => Promise<readonly Problem[]>,
): Promise<readonly Problem[]> {
  // What runs programs is loaded when a check is made, not with the labs.
  const { lookAtVm } = await import('../look');
  const view = await lookAtVm();
  if (view.state === 'running') return judge(view);
  if (view.state === 'missing') return [vmMissing({})];
  return [view.state === 'stopped' ? vmStopped({}) : await foreignProblem()];
}

/** The record itself says what stands in the VM's place. */
async function foreignProblem(): Promise<Problem> {
  try {
    const { readVm } = await import('../record');
    await readVm();
    return vmForeign({});
  } catch (error) {
    if (error instanceof Failure) return error.problem;
    throw error;
  }
}

/** The practice VM of this computer runs. */
export function vmRuns(): MachineCheck {
  return {
    subject,
    title: () => ({ ko: '실습 VM이 켜져 있음', en: 'The practice VM runs' }),
    run: async ({ machine, tell }) =>
      machine === currentMachine()
        ? vmOr(async ({ by = 'qemu', image = '' }) => {
            const name = by === 'qemu' ? 'QEMU' : 'VirtualBox';
            tell({ ko: `${name}, 이미지: ${image}`, en: `${name}, image: ${image}` });
            return [];
          })
        : [onlyThisComputer({})],
  };
}

/** A port of this computer leads to SSH of the practice VM. */
export function sshForwarded(): MachineCheck {
  return {
    subject,
    title: () => ({ ko: 'SSH 포트가 VM으로 이어짐', en: 'The port of SSH leads to the VM' }),
    run: async ({ tell }) =>
      vmOr(async ({ sshPort }) => {
        const port = String(sshPort ?? '');
        if (sshPort === undefined || !(await greetsAsSsh(sshPort, patience)))
          return [sshNotForwarded({ port })];
        const way = `${loopback}:${port} → 22`;
        tell({ ko: way, en: way });
        return [];
      }),
  };
}

/** A port of this computer leads to the same port of the practice VM; tells which others do. */
export function portForwarded(port: number): MachineCheck {
  return {
    subject,
    title: () => ({
      ko: `이 컴퓨터의 ${port}번 포트가 VM으로 이어짐`,
      en: `Port ${port} of this computer leads to the VM`,
    }),
    run: async ({ tell }) =>
      vmOr(async ({ ports }) => {
        if (!ports.some(({ here, there }) => here === port && there === port))
          return [portsNotForwarded({ ports: String(port) })];
        const said = ports.map(({ here }) => here).join(', ');
        tell({ ko: `이어진 포트: ${said}`, en: `Ports that lead there: ${said}` });
        return [];
      }),
  };
}

/** A page that runs in the practice VM answers at this computer. */
export function vmPageAnswers(port: number): MachineCheck {
  const url = `http://${loopback}:${port}`;
  return {
    subject,
    title: () => ({
      ko: `VM의 웹 페이지가 \`${url}\` 주소에 나옴`,
      en: `A page of the VM answers at \`${url}\``,
    }),
    run: async ({ ask }) =>
      vmOr(async () => {
        const answer = await ask(url);
        return 'error' in answer ? [pageNotForwarded({ url, port: String(port) })] : [];
      }),
  };
}
