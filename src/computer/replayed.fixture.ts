import { Failure } from '../core/failure';
import type { Run } from '../core/machine/process';
import { programMissing, programNotAnswering } from '../core/problems/program';
import { otherMachine, type Machine, type System } from '../core/system';
import type { Outside } from '../core/verbs/session';

/** What a program of a replayed computer does. */
export type Replay =
  'hangs' | { readonly code?: number; readonly stdout?: string; readonly stderr?: string };

/** The answer of the script for Unix machines, of its parts. */
export function told(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([name, text]) => `\n== ${name}\n${text}\n`)
    .join('');
}

/** A computer that answers as one was seen to; programs that are not named are missing. A name may have the first words of a line. */
export function replayed(
  system: System,
  answers: Readonly<Record<string, Replay>>,
  machine: Partial<Machine> = {},
): Outside {
  const run: Run = async (program, args) => {
    const line = [program, ...args].join(' ');
    const key = Object.keys(answers).find(
      (words) => line === words || line.startsWith(`${words} `),
    );
    const answer = key === undefined ? undefined : answers[key];
    if (!answer) throw new Failure(programMissing({ program }));
    if (answer === 'hangs')
      throw new Failure(programNotAnswering({ program, command: line, seconds: '30' }));
    return { code: answer.code ?? 0, stdout: answer.stdout ?? '', stderr: answer.stderr ?? '' };
  };
  const shell = system === 'windows' ? 'powershell' : 'bash';
  return {
    run,
    files: new Proxy({} as Outside['files'], {}),
    ask: async () => ({ error: 'ECONNREFUSED' }),
    machine: { ...otherMachine, system, shell, has: () => false, ...machine },
  };
}
