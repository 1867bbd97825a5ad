import { practiceHost } from '../core/practice-machine';
import { withRemedy, type Problem, type Remedy } from '../core/problem';
import type { SshTarget } from '../core/ssh/ssh-target';
import type { Verdict } from '../core/verdict';

/** Whether a login is that of the practice host, which has no Minikube. */
export function isPracticeHost({ user, host, port }: SshTarget): boolean {
  const isHere = ['127.0.0.1', 'localhost', '::1'].includes(host);
  return isHere && user === practiceHost.user && port === practiceHost.sshPort;
}

/** The problems of a machine without Minikube, whose remedies install or start it. */
const codes = ['minikube-missing', 'remote-cluster-missing'];

const elsewhere: Remedy = {
  ko: 'practice-host에는 Minikube가 없습니다. 8장은 실습 VM(아래 명령으로 만듦)에서 `--on vm`을 붙여 하거나 다른 클러스터에서 합니다:',
  en: 'The practice host has no Minikube. Chapter 8 is done in the practice VM (the command below makes it) with `--on vm`, or on another cluster:',
  commands: ['dkkb vm up'],
};

/** The same problem, with where to go where it asks for Minikube. */
export function withoutMinikube(problem: Problem): Problem {
  return codes.includes(problem.code) ? withRemedy(problem, elsewhere) : problem;
}

/** The same verdict with such problems. */
export function verdictWithoutMinikube(verdict: Verdict): Verdict {
  const told = (problems: readonly Problem[]) => problems.map(withoutMinikube);
  return {
    ...verdict,
    problems: told(verdict.problems),
    items: verdict.items.map((item) => ({ ...item, problems: told(item.problems) })),
    unanswered: verdict.unanswered.map((again) => async () => told(await again())),
  };
}
