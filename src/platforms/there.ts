import { Failure } from '../core/failure';
import type { Platform } from '../core/platform';
import { about, type Problem } from '../core/problem';
import type { SshTarget } from '../core/ssh/ssh-target';
import { otherMachine } from '../core/system';
import type { Text } from '../core/text';
import type { Verdict } from '../core/verdict';
import type { Progress } from '../core/verbs/waiting';
import { defaultPatience } from '../core/verbs/session';
import { isPracticeHost, verdictWithoutMinikube, withoutMinikube } from './no-minikube';
import {
  clusterSessionOn,
  computerSessionOn,
  connectTo,
  engineSessionOn,
  type MachineOptions,
  type OtherMachine,
} from './other-machine';

/** A machine that was named in the place of this one. */
export interface NamedMachine {
  /** As the user wrote it. */
  readonly on: string;
  readonly target: SshTarget;
  readonly options: MachineOptions;
  /** Where a port of that machine answers when it is asked from here; undefined where it does not. */
  reach(port: number): string | undefined;
  /** Why it does not answer, where that is known better than ssh says it; else the same error. */
  readonly whySilent?: (error: unknown) => Promise<unknown>;
}

/** Opens the platform of a kind of lab on another machine; the code of the other kinds is not loaded. */
export async function openPlatformThere(
  name: keyof typeof openers,
  named: NamedMachine,
): Promise<Platform> {
  const there = await connectTo(named.target, named.options).catch(async (error: unknown) => {
    throw await whyOf(error, named);
  });
  try {
    const platform = await openers[name](there, named.options.patience ?? defaultPatience);
    return asSeenFromHere(platform, there, named);
  } catch (error) {
    await there.connection.close();
    throw await whyOf(aboutThere(error, named), named);
  }
}

type Opener = (there: OtherMachine, patience: number) => Promise<Platform>;

/** How the platform of each kind of lab is opened on a machine. */
const openers = {
  async docker(there, patience) {
    const { dockerOn } = await import('../docker/platform');
    return dockerOn(await engineSessionOn(there, patience));
  },
  async kubernetes(there, patience) {
    const { kubernetesOn } = await import('../kubernetes/platform');
    return kubernetesOn(await clusterSessionOn(there, patience));
  },
  async computer(there) {
    const { computerOn } = await import('../computer/platform');
    return computerOn(computerSessionOn(there));
  },
} satisfies Readonly<Record<string, Opener>>;

/** The platform with its problems told for that machine, and its pages as they are reached from this one. */
function asSeenFromHere(platform: Platform, there: OtherMachine, named: NamedMachine): Platform {
  const { connection } = there;
  const problem = (one: Problem) => ofThatMachine(one, named);
  const verdict = isPracticeHost(named.target) ? verdictWithoutMinikube : (one: Verdict) => one;
  const told = <T>(work: Promise<T>) => explained(work, named);
  return {
    folder: platform.folder,
    dir: platform.dir,
    get name() {
      return nameOf(named.on, platform.name);
    },
    prepare: async (lab, reporter) => (await told(platform.prepare(lab, reporter))).map(problem),
    solve: (lab, reporter) => told(platform.solve(lab, reporter)),
    grade: async (labs, onWaiting) => (await told(platform.grade(labs, onWaiting))).map(verdict),
    watch: (lab, onProgress, onEvent) => {
      const onSeen = (progress: Progress) =>
        onProgress({ ...progress, verdict: verdict(progress.verdict) });
      return told(platform.watch(lab, onSeen, onEvent));
    },
    planRemoval: (labs, choice) => told(platform.planRemoval(labs, choice)),
    async remove(plan, objects) {
      const outcome = await told(platform.remove(plan, objects));
      const notes = (outcome.notes ?? []).map(problem);
      return { ...outcome, blocked: outcome.blocked.map(problem), notes };
    },
    urls: (lab) => platform.urls(lab).flatMap((url) => reached(url, named) ?? []),
    async close() {
      await platform.close();
      await connection.close();
    },
  };
}

function nameOf(on: string, own: Text | undefined): Text {
  return {
    ko: `${on} 컴퓨터에서 합니다. ${own ? `${own.ko} ` : ''}\`dkkb\` 명령은 여기에서, 그 밖의 명령은 그 컴퓨터에서 실행합니다.`,
    en: `This works on ${on}. ${own ? `${own.en} ` : ''}Run the commands of \`dkkb\` here, and all others that are shown on that machine.`,
  };
}

function ofThatMachine(problem: Problem, { target }: NamedMachine): Problem {
  return about(isPracticeHost(target) ? withoutMinikube(problem) : problem, otherMachine);
}

async function explained<T>(work: Promise<T>, named: NamedMachine): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw await whyOf(aboutThere(error, named), named);
  }
}

async function whyOf(error: unknown, { whySilent }: NamedMachine): Promise<unknown> {
  return whySilent ? whySilent(error) : error;
}

/** The same failure as one of that machine, unless it is about the way there or about what this machine remembers. */
function aboutThere(error: unknown, named: NamedMachine): unknown {
  const isOther = error instanceof Failure && !/^(?:ssh|record|data)-/.test(error.code);
  return isOther ? new Failure(ofThatMachine(error.problem, named)) : error;
}

function reached(url: string, { reach }: NamedMachine): string | undefined {
  const { port, pathname } = new URL(url);
  const end = reach(Number(port || 80));
  return end && `http://${end}${pathname}`;
}
