// One class, from its plan to its end. @needs aws
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

import type { Instance } from '@aws-sdk/client-ec2';

import { awsPolicy } from '../../../../testbed/aws/aws-policy';
import { upNow } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;
let user: Readonly<Record<string, string>>;
let empty: string[];

beforeAll(async () => {
  teacher = await Teacher.with();
  empty = await teacher.inventory();
  teacher.configure(['kim', 'lee']);
  // Every command runs as a user with only the permissions of the documented policy.
  user = await teacher.aws.becomeUser(awsPolicy.actionsAlone);
});

afterAll(async () => {
  await teacher.aws.trustAll();
  await teacher.stop();
});

const idsOf = (instances: readonly Instance[]) =>
  instances.map(({ InstanceId }) => InstanceId).sort();

const asOwner = <T>(look: () => Promise<T>): Promise<T> => teacher.aws.asOwner(look);

it('plan says what would be made and what it costs, and makes nothing', async () => {
  const { code, stdout, stderr } = await teacher.run(['plan'], user);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '- Asking AWS\n' });
  expect(stdout).toContain('VMs to make (2)');
  expect(stdout).toContain('Nothing else stands in the way');
  expect(await asOwner(() => teacher.inventory())).toEqual(empty);
});

it('makes a VM for each student, and a state that only its owner can read', async () => {
  const made = await teacher.up(user);
  expect([...made.keys()]).toEqual(['kim', 'lee']);
  expect(new Set(made.values()).size).toBe(2);
  expect(statSync(teacher.state).mode & 0o077).toBe(0);
  const status = ['status', '--no-ssh', '-o', 'json'];
  expect(await teacher.vms(status, user)).toMatchObject([{ id: 'kim' }, { id: 'lee' }]);
});

it('refuses a provider with another checksum than the locked one', async () => {
  const file = teacher.kept('.terraform.lock.hcl');
  const lock = readFileSync(file, 'utf8');
  expect(lock).toMatch(/hashicorp\/aws"[^]*version\s+= "\d+\.\d+\.\d+"[^]*"h1:/);
  rmSync(teacher.kept('.terraform'), { recursive: true });
  writeFileSync(file, lock.replace(/"h1:[^"]{4}/, '"h1:AAAA'));
  const { code, stdout } = await teacher.run(upNow, user);
  expect({ code, stdout }).toEqual({ code: 3, stdout: expect.stringContaining('checksum') });
  writeFileSync(file, lock);
  expect(await teacher.run(upNow, user)).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toBe(lock);
});

it('continues after a killed `up`, also without its state, and makes no second VM for a student', async () => {
  const before = idsOf(await asOwner(() => teacher.instances()));
  teacher.configure(['zoe', 'lee', 'kim']);
  rmSync(teacher.state);
  await teacher.killAt(/zoe: requested/, upNow, user);
  const made = await teacher.up(user);
  expect([...made.keys()]).toEqual(['zoe', 'lee', 'kim']);
  expect(idsOf(await asOwner(() => teacher.instances()))).toEqual([...made.values()].sort());
  expect([...made.values()]).toEqual(expect.arrayContaining(before));
});

it('removes nothing without --yes, and everything with it', async () => {
  const asked = await teacher.run(['down'], user);
  expect(asked).toMatchObject({ code: 1, stdout: expect.stringContaining('--yes') });
  const { code, stdout } = await teacher.run(['down', '--yes'], user);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('is left in any region'),
  });
  expect(await asOwner(() => teacher.inventory())).toEqual(empty);
});
