import { failureFrom } from '../../engine/refusals';
import { Failure } from '../../../core/failure';
import type { MachineCheck, MachineContext } from '../../../core/check';
import type { Problem } from '../../../core/problem';
import type { DockerCheck, DockerContext } from '../check';
import { composeOldCommand } from '../../problems/compose/compose';
import { commandAnswers } from '../command-answers';

const command = 'docker compose version';

const title = () => ({ ko: `\`${command}\` 명령에 응답`, en: `\`${command}\` answers` });

/** Docker Compose answers as a plugin of the docker command, and so does the engine that it works with; an old `docker-compose` is reported. */
export function composeAnswers(): DockerCheck {
  return {
    subject: command,
    title,
    async run(context) {
      const problems = await pluginProblems(context);
      return problems.length > 0 ? problems : commandAnswers('docker version').run(context);
    },
  };
}

/** Docker Compose answers as a plugin of the docker command; no engine is asked. */
export function composePluginAnswers(): MachineCheck {
  return { subject: command, title, run: pluginProblems };
}

async function pluginProblems({ run }: Pick<MachineContext, 'run'>): Promise<Problem[]> {
  const said = await outcome(run, 'docker', ['compose', 'version']);
  if (!(said instanceof Failure)) return [];
  if (said.code !== 'compose-missing') return [said.problem];
  const old = await outcome(run, 'docker-compose', ['--version']);
  return old instanceof Failure ? [said.problem] : [composeOldCommand({ version: old })];
}

async function outcome(
  run: DockerContext['run'],
  program: string,
  args: readonly string[],
): Promise<string | Failure> {
  try {
    const { code, stdout, stderr } = await run(program, args);
    return code === 0 ? stdout.trim() : failureFrom(stderr, { command });
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
