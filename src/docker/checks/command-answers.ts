import { podmanIn } from '../engine/podman';
import { failureFrom } from '../engine/refusals';
import { podmanAnswers } from '../problems/podman';
import type { MachineCheck } from '../../core/check';

/** The command answers; otherwise the problem is the machine's. */
export function commandAnswers(command: string): MachineCheck {
  const [program = '', ...args] = command.split(' ');
  return {
    subject: command,
    title: () => ({ ko: `\`${command}\` 명령에 응답`, en: `\`${command}\` answers` }),
    async run({ run }) {
      const { code, stdout, stderr } = await run(program, args);
      const podman = podmanIn(`${stdout}\n${stderr}`);
      if (podman !== undefined) return [podmanAnswers({ version: podman })];
      return code === 0 ? [] : [failureFrom(stderr, { command }).problem];
    },
  };
}
