import type { CommandLine } from '../../core/shell/command';
import { runCommand } from '../model/commands';
import type { Service } from '../model/exercise';
import type { ContainerFacts } from '../engine/facts';
import type { Problem } from '../../core/problem';
import { makeAgain } from './make-again';
import {
  authenticationArgumentRefused,
  containerExited,
  containerRestarting,
  passwordMissing,
} from '../problems/container';

type Values = Readonly<{ name: string; log: string; run: CommandLine }>;

// A server's own words for a known cause, and the problem that it is.
const knownCauses: readonly {
  readonly line: RegExp;
  readonly problem: (values: Values) => Problem;
}[] = [
  {
    line: /^.*unknown variable 'default-authentication-plugin.*$/m,
    problem: authenticationArgumentRefused,
  },
  {
    line: /^.*(?:uninitialized and password option is not specified|uninitialized and no password option).*$/im,
    problem: passwordMissing,
  },
];

/** A cause that ends a container however often it is started, when its log names one. */
export function knownExit(name: string, service: Service, log: string): Problem | undefined {
  const run = runCommand(name, service);
  for (const { line, problem } of knownCauses) {
    const said = line.exec(log)?.[0].trim();
    if (said) return problem({ name, log: said, run });
  }
  return undefined;
}

/** Why a container is not running, from its log and from the command that was typed in place of its image's. */
export function exitProblem(
  container: ContainerFacts,
  service: Service,
  log: string,
  typed: string,
): Problem {
  const { name, state } = container;
  const known = knownExit(name, service, log);
  if (known) return known;
  const exitCode = String(state.exitCode);
  const last = log.trim().split('\n').at(-1)?.trim() ?? '';
  const values = { ...makeAgain(name, service, container), exitCode, log: last, typed };
  return state.status === 'restarting' ? containerRestarting(values) : containerExited(values);
}
