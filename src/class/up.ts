import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Problem } from '../core/problem';
import { isStudentId } from './config/students';
import { awsFailure, callerIdentity } from './aws/client';
import type { CloudResource, ThingKind } from './aws/fleet';
import { Failure } from '../core/failure';
import { makePrivateFile, writePrivate } from '../core/machine/private-files';
import { run } from '../core/machine/process';
import { terraformApply, terraformInit, type Change } from './terraform/terraform';
import { knownIds } from './terraform/state';
import { cloudOrPermissions, preflight, stops } from './preflight';
import { cloudOf, propsOf, type ClassSession } from './session';
import { commandFailed } from '../core/problems/program';

/** What became of a student's VM. */
export interface MadeVm {
  readonly id: string;
  readonly name: string;
  readonly instance?: string;
  readonly address?: string;
  /** Why there is no VM. */
  readonly said?: string;
  /** The failure, where `said` is a known refusal. */
  readonly failure?: Failure;
}

/** Gets the stages of a student's VM; `waiting` comes again and again until the requested VM is made. */
export type OnStage = (
  student: string,
  stage: 'requested' | 'waiting' | 'running' | 'failed',
  seconds: number,
) => void;

/** What became of a class. */
export interface MadeClass {
  readonly vms: readonly MadeVm[];
  /** The errors that are not about one student's VM. */
  readonly general: readonly string[];
  /** The problems in the way; where there are any, nothing was begun. */
  readonly problems: readonly Problem[];
}

/**
 * Makes what is missing of a class, until the instances run. What an earlier run made is found by its tags
 * and taken over, also where the state was lost; nothing is made twice.
 */
export async function makeClass(
  session: ClassSession,
  onStage: OnStage,
  replace: readonly string[] = [],
): Promise<MadeClass> {
  const account = await callerIdentity(session.config.region);
  const found = await cloudOrPermissions(account, session);
  const planned = { account, found, count: missingOf(session, found).length };
  const ids = [...session.config.students.map(({ id }) => id), ...leaving(session, found)];
  // Both take seconds, so they run at once. Problems with the cloud are reported first.
  const writing = synthesize(session, ids).then(
    () => undefined,
    (error: unknown) => error,
  );
  const problems = (await preflight(session, planned)).filter(stops);
  const unwritten = await writing;
  if (problems.length > 0) return { vms: [], general: [], problems };
  if (unwritten) throw unwritten;
  await adopt(session, ids, found);
  const onChange = ({ resource, key, state, seconds }: Change) => {
    if (resource !== 'aws_instance' || key === undefined) return;
    onStage(key, stages[state], seconds);
  };
  const words = replace.map((id) => `-replace=${vmAddress(id)}`);
  const { code, errors } = await terraformApply(
    session.folder,
    session.pluginCache,
    onChange,
    words,
  );
  const vms = await madeVms(session, errors);
  const own = new Set(vms.flatMap(({ said }) => said ?? []));
  const general = errors.map(({ said }) => said).filter((said) => !own.has(said));
  if (code !== 0 && errors.length === 0)
    throw new Failure(commandFailed({ command: 'terraform apply', said: `exit code ${code}` }));
  return { vms, general: [...new Set(general)], problems };
}

const stages = {
  begun: 'requested',
  waiting: 'waiting',
  done: 'running',
  failed: 'failed',
} as const;

/** The students who are no longer on the roster and still have a VM: it stays until the class ends. */
export function leaving({ config }: ClassSession, found: readonly CloudResource[]): string[] {
  const ids = new Set(config.students.map(({ id }) => id));
  const vms = found.filter(({ kind, state = '' }) => kind === 'instance' && isAlive(state));
  return vms.flatMap(({ student }) =>
    student !== undefined && isStudentId(student) && !ids.has(student) ? [student] : [],
  );
}

/** The students whose VM is to be made. */
export function missingOf({ config }: ClassSession, found: readonly CloudResource[]): string[] {
  const vms = found.filter(({ kind, state = '' }) => kind === 'instance' && isAlive(state));
  const there = new Set(vms.flatMap(({ student }) => student ?? []));
  return config.students.map(({ id }) => id).filter((id) => !there.has(id));
}

/** Writes the Terraform JSON of the class into its folder, and fetches the provider where it is missing. */
async function synthesize(session: ClassSession, ids: readonly string[]): Promise<void> {
  const { folder, pluginCache, synthesizer } = session;
  const props = await propsOf(session, ids);
  const { code, stdout, stderr } = await run(
    process.execPath,
    [synthesizer, join(folder, 'cdktf.out')],
    { input: JSON.stringify(props), cwd: folder },
  );
  if (code !== 0)
    throw new Failure(commandFailed({ command: 'synth', said: stderr.trim().slice(-500) }));
  const file = join(folder, 'cdk.tf.json');
  await copyFile(stdout.trim(), file);
  const { terraform } = JSON.parse(await readFile(file, 'utf8')) as { terraform: object };
  await makePrivateFile(session.state);
  await terraformInit(folder, JSON.stringify(terraform), pluginCache);
}

/** Lets Terraform take over what the cloud has of the class and what is not in its state. */
async function adopt(
  session: ClassSession,
  students: readonly string[],
  found: readonly CloudResource[],
): Promise<void> {
  const known = await knownIds(session.state);
  const ids = new Set(students);
  const taken = new Set(known.values());
  const to = new Set(known.keys());
  const imports = found.flatMap((thing) => {
    const address = addressOf(thing, ids);
    const id = thing.kind === 'association' ? (thing.address ?? '') : thing.id;
    if (!address || to.has(address) || taken.has(thing.id)) return [];
    to.add(address);
    return [{ to: address, id }];
  });
  const content = imports.length > 0 ? { import: imports } : {};
  await writePrivate(join(session.folder, 'import.tf.json'), JSON.stringify(content));
}

const addresses: Readonly<Partial<Record<ThingKind, string>>> = {
  group: 'aws_security_group.access',
  route: 'aws_route.internet',
  association: 'aws_route_table_association.association',
  routes: 'aws_route_table.routes',
  gateway: 'aws_internet_gateway.gateway',
  subnet: 'aws_subnet.subnet',
  vpc: 'aws_vpc.vpc',
};

function addressOf(
  { kind, student = '', state = '' }: CloudResource,
  students: ReadonlySet<string>,
): string | undefined {
  if (kind === 'instance')
    return students.has(student) && isAlive(state) ? vmAddress(student) : undefined;
  if (kind === 'key')
    return students.has(student) ? `aws_key_pair.student["${student}"]` : undefined;
  return addresses[kind];
}

function vmAddress(student: string): string {
  return `aws_instance.vm["${student}"]`;
}

/** Whether an instance exists or is being made, and is not being terminated. */
export function isAlive(state: string): boolean {
  return ['pending', 'running', 'stopping', 'stopped'].includes(state);
}

async function madeVms(
  session: ClassSession,
  errors: readonly { readonly address: string; readonly said: string }[],
): Promise<MadeVm[]> {
  const found = await cloudOf(session);
  return session.config.students.map(({ id, name }) => {
    const failed = errors.find(({ address }) => address.endsWith(`["${id}"]`))?.said;
    const vm = found.find(
      ({ kind, student, state = '' }) => kind === 'instance' && student === id && isAlive(state),
    );
    const { id: instance, address } = vm ?? {};
    const failure = failed === undefined ? undefined : awsFailure(failed);
    return {
      id,
      name,
      ...(instance ? { instance } : {}),
      ...(address ? { address } : {}),
      ...(failed || !vm ? { said: failed ?? '' } : {}),
      ...(failure ? { failure } : {}),
    };
  });
}
