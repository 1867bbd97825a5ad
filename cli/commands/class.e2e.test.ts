// A class from its plan to its end, once. @needs aws
import { rmSync, statSync } from 'node:fs';

import { awsPolicy } from '../../testbed/aws-policy';
import { upNow } from '../../testbed/class';
import { Teacher } from '../../testbed/teacher';

let teacher: Teacher;
let user: Readonly<Record<string, string>>;
let empty: string[];

beforeAll(async () => {
  teacher = await Teacher.with();
  empty = await teacher.inventory();
  teacher.configure(['kim', 'lee']);
  // Every command runs as a user with no more than the policy of the documentation.
  user = await teacher.aws.becomeUser(awsPolicy.text);
});

afterAll(async () => {
  await teacher.aws.trustAll();
  await teacher.stop();
});

const asOwner = <T>(look: () => Promise<T>): Promise<T> => teacher.aws.asOwner(look);

it('tells what would be made and what it costs, and makes nothing', async () => {
  const { code, stdout, stderr } = await teacher.run(['plan'], user);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('VMs to make: 2');
  expect(stdout).toContain('Nothing else stands in the way');
  expect(await asOwner(() => teacher.inventory())).toEqual(empty);
});

it('goes on after a killed `up`, and makes nobody a second VM', async () => {
  await teacher.killAt(/: requested/, upNow, user);
  const made = await teacher.up(user);
  expect([...made.keys()]).toEqual(['kim', 'lee']);
  const running = (await asOwner(() => teacher.instances())).map(({ InstanceId }) => InstanceId);
  expect(running.sort()).toEqual([...made.values()].sort());
  expect(statSync(teacher.state).mode & 0o077).toBe(0);
});

it('touches nobody else for a roster in another order with one more name, nor without its state', async () => {
  const before = new Map(
    (await teacher.vms(['status', '--no-ssh', '-o', 'json'], user)).map((vm) => [
      vm.id,
      vm.instance,
    ]),
  );
  teacher.configure(['zoe', 'lee', 'kim']);
  rmSync(teacher.state);
  const after = await teacher.up(user);
  expect([after.get('kim'), after.get('lee')]).toEqual([before.get('kim'), before.get('lee')]);
  expect(after.get('zoe')).toMatch(/^i-/);
});

it('removes nothing without a yes, and everything with it', async () => {
  const asked = await teacher.run(['down'], user);
  expect(asked).toMatchObject({ code: 1, stdout: expect.stringContaining('--yes') });
  const { code, stdout } = await teacher.run(['down', '--yes'], user);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('nothing is left in any region'),
  });
  expect(await asOwner(() => teacher.inventory())).toEqual(empty);
});
