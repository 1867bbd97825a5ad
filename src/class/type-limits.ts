import type { Problem } from '../core/problem';
import type { AccountPlan } from './aws/account-plan';
import type { TypeFacts } from './aws/types';
import { architectureOf } from './config/practice-vm';
import * as problems from './problems/aws-types';

/**
 * What a practice VM needs. Minikube asks for 2 CPUs and 2 GB of free memory
 * (https://minikube.sigs.k8s.io/docs/start/); Ubuntu and Docker take up to 1 GB before it.
 */
const needed = { cpus: 2, memory: 3 * 1024 };

/** Types that have enough, by the processor; prices.ts knows their prices. */
const enough: Readonly<Record<string, string>> = {
  x86_64: 't3.medium, t3.large',
  arm64: 't4g.medium, t4g.large',
};

/** What is known about the type of instance that a class asks for. */
export interface AskedType {
  readonly type: string;
  /** Undefined where the region does not know the type. */
  readonly facts: TypeFacts | undefined;
  readonly plan: AccountPlan;
  /** The types that the free plan allows; none where the account is not on it. */
  readonly free: readonly TypeFacts[];
}

/** Judges whether a class can be made with a type of instance. */
export function judgeType({ type, facts, plan, free }: AskedType): Problem[] {
  const note = plan.isDenied ? [problems.planUnknown({})] : [];
  const isFree = plan.type === 'FREE' && free.length > 0;
  const types = isFree ? wideEnough(type, free) : (enough[architectureOf(type)] ?? '');
  // The region says of itself that it does not offer such a type.
  if (!facts) return note;
  if (!isEnough(facts)) {
    const values = { cpus: String(facts.cpus), memory: gibibytes(facts.memory) };
    const needs = { needsCpus: String(needed.cpus), needsMemory: gibibytes(needed.memory) };
    return [problems.typeTooSmall({ type, ...values, ...needs, types }), ...note];
  }
  if (isFree && !free.some(({ name }) => name === type))
    return [problems.freePlan({ type, types })];
  return note;
}

/** Those of the free plan that have enough, the smallest first; of the same processor if there are any. */
function wideEnough(type: string, free: readonly TypeFacts[]): string {
  const wide = free.filter(isEnough).sort((a, b) => a.memory - b.memory || a.cpus - b.cpus);
  const alike = wide.filter(({ architectures }) => architectures.includes(architectureOf(type)));
  return (alike.length > 0 ? alike : wide).map(({ name }) => name).join(', ');
}

const isEnough = ({ cpus, memory }: TypeFacts) => cpus >= needed.cpus && memory >= needed.memory;

const gibibytes = (mebibytes: number) => String(Number((mebibytes / 1024).toFixed(2)));
