import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure } from '../../core/failure';
import { makePrivateFile, writePrivate } from '../../core/machine/private-files';
import { run } from '../../core/machine/process';
import { commandFailed } from '../../core/problems/program';
import type { CloudResource, ThingKind } from '../aws/resource';
import type { VmChange } from '../changes';
import type { PracticeVmProps } from '../config/practice-vm';
import type { ClassSession } from '../session';
import { knownIds } from './state';
import { terraformInit } from './terraform';

/** Writes the Terraform JSON of the class into its folder, and fetches the provider where it is missing. */
export async function writeStack(session: ClassSession, props: PracticeVmProps): Promise<void> {
  const { folder, pluginCache, synthesizer } = session;
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

/** Writes what Terraform has to take over: what the cloud has of the class and its state lacks, or knows under another name. */
export async function writeAdoption(
  { folder, state }: Pick<ClassSession, 'folder' | 'state'>,
  found: readonly CloudResource[],
  changes: readonly VmChange[],
): Promise<void> {
  const known = await knownIds(state);
  const placeOf = new Map([...known].map(([address, id]) => [id, address]));
  const taken = new Set(known.keys());
  const imports: { to: string; id: string }[] = [];
  const moves: { from: string; to: string }[] = [];
  for (const { to, thing, id } of addressed(found, changes)) {
    const from = placeOf.get(thing.id);
    if (from === to) continue;
    // The address may be that of a VM that is gone.
    if (from !== undefined) moves.push({ from, to });
    else if (!taken.has(to)) imports.push({ to, id });
    taken.add(to);
  }
  await writePrivate(
    join(folder, 'import.tf.json'),
    JSON.stringify({
      ...(imports.length > 0 ? { import: imports } : {}),
      ...(moves.length > 0 ? { moved: moves } : {}),
    }),
  );
}

interface Addressed {
  readonly to: string;
  readonly thing: CloudResource;
  /** The id by which Terraform imports it. */
  readonly id: string;
}

function addressed(found: readonly CloudResource[], changes: readonly VmChange[]): Addressed[] {
  const students = new Set(changes.map(({ student }) => student.id));
  const vms = changes.flatMap(({ student, vm }) =>
    vm ? [{ to: vmAddress(student.id), thing: vm, id: vm.id }] : [],
  );
  const others = found.flatMap((thing): Addressed[] => {
    const to = addressOf(thing, students);
    if (to === undefined) return [];
    return [{ to, thing, id: thing.kind === 'association' ? (thing.address ?? '') : thing.id }];
  });
  const seen = new Set<string>();
  return [...vms, ...others].filter(({ to }) => !seen.has(to) && seen.add(to));
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
  { kind, id, student = '' }: CloudResource,
  students: ReadonlySet<string>,
): string | undefined {
  if (kind === 'key') return students.has(student) ? keyAddress(student) : undefined;
  // The class makes the route to the whole internet; any other was made by hand.
  if (kind === 'route' && !id.endsWith('_0.0.0.0/0')) return undefined;
  return addresses[kind];
}

/** The address of a student's VM in Terraform. */
export function vmAddress(student: string): string {
  return `aws_instance.vm["${student}"]`;
}

/** The address of a student's key pair in Terraform. */
export function keyAddress(student: string): string {
  return `aws_key_pair.student["${student}"]`;
}
