import type { MachineCheck } from '../../core/check';
import { answerTime } from '../../core/answers/question';
import { Failure } from '../../core/failure';
import { currentMachine } from '../../core/system';
import { onlyThisComputer } from '../problems/forwarded';
import { vmNoHypervisor } from '../problems/needs';
import { readVersion } from '../virtualbox/answers';

/** VirtualBox or QEMU is on this computer, and answers. */
export function hypervisorAnswers(): MachineCheck {
  return {
    subject: 'vm',
    title: () => ({ ko: 'VirtualBox나 QEMU 사용 가능', en: 'VirtualBox or QEMU is there' }),
    async run({ machine, tell }) {
      if (machine !== currentMachine()) return [onlyThisComputer({})];
      const [qemu, virtualBox] = await Promise.all([qemuVersion(), virtualBoxVersion()]);
      const found = [
        ...('version' in virtualBox ? [virtualBox] : []),
        ...('version' in qemu ? [qemu] : []),
      ];
      for (const { version } of found) tell({ ko: version, en: version });
      if (found.length > 0) return [];
      const missing = [...('missing' in qemu ? qemu.missing : []), 'VBoxManage'].join(', ');
      return [vmNoHypervisor({ missing })];
    },
  };
}

type Answer = { readonly version: string } | { readonly missing: readonly string[] };

async function qemuVersion(): Promise<Answer> {
  const [{ findQemu }, { run }] = await Promise.all([
    import('../qemu/find'),
    import('../../core/machine/process'),
  ]);
  const qemu = await findQemu();
  if (!('system' in qemu)) return { missing: qemu };
  const { stdout } = await run(qemu.system, ['--version'], { timeout: answerTime, limit: 4_096 });
  const [, version = ''] = /version (\d{1,3}\.\d{1,3}\.\d{1,3})/.exec(stdout) ?? [];
  return { version: `QEMU ${version}`.trim() };
}

async function virtualBoxVersion(): Promise<Answer> {
  try {
    const { askVBox } = await import('../virtualbox/ask');
    const told = await askVBox(['--version']);
    const version = readVersion(told?.stdout ?? '');
    return version
      ? { version: `VirtualBox ${version.major}.${version.minor}` }
      : { missing: ['VBoxManage'] };
  } catch (error) {
    // One that does not answer is of no use; QEMU may do.
    if (error instanceof Failure) return { missing: ['VBoxManage'] };
    throw error;
  }
}
