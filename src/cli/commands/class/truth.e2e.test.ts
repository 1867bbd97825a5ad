// What a class says is true, also where AWS or its tags are not as expected. @circle all @needs aws
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import {
  CreateKeyPairCommand,
  CreateRouteTableCommand,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  DeleteRouteTableCommand,
  DescribeVpcsCommand,
  ModifyInstanceAttributeCommand,
} from '@aws-sdk/client-ec2';

import { withGate } from '../../../../testbed/aws/aws-gate';
import { upNow, vmsOf } from '../../../../testbed/class/class';
import { Teacher } from '../../../../testbed/class/teacher';
import { repository } from '../../../../testbed/programs/paths';
import { need } from '../../../../testbed/programs/process';

let teacher: Teacher;
let ids: Map<string, string | undefined>;

beforeEach(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim', 'lee']);
  ids = await teacher.up();
});
afterEach(() => teacher.stop());

const alive = async () => (await teacher.instances()).map(({ InstanceId }) => InstanceId).sort();

function retag(id: string, Key: string, Value: string): Promise<unknown> {
  return teacher.ec2.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key, Value }] }));
}

it('says that nothing is known where the end was refused and cannot be seen, and remembers the class', async () => {
  const refused = ['TerminateInstances', 'DescribeTags'];
  const judge = (form: URLSearchParams) => {
    const action = form.get('Action') ?? '';
    return Promise.resolve(refused.includes(action) ? action : undefined);
  };
  await withGate(teacher.aws.endpoint, { judge }, async (env) => {
    const { code, stdout, stderr } = await teacher.run(['down', '--yes'], env);
    expect({ code, stdout }).toEqual({ code: 3, stdout: expect.not.stringContaining('Removed') });
    expect(stdout).toMatch(/may still be there: instance i-[^]*aws-denied/);
    expect(stderr).toContain('may be running');
    const told = await teacher.run(['down', '--yes', '-o', 'json'], env);
    expect(JSON.parse(told.stdout)).toMatchObject({
      class: 'docker',
      removed: [],
      problem: { code: 'aws-denied' },
    });
  });
  expect(await alive()).toHaveLength(2);
  expect(existsSync(teacher.kept('running.json'))).toBe(true);
});

it('ends all VMs but a protected one, names that, and ends it once it is let go', async () => {
  const kim = ids.get('kim') ?? '';
  const protect = (Value: boolean) =>
    teacher.ec2.send(
      new ModifyInstanceAttributeCommand({ InstanceId: kim, DisableApiTermination: { Value } }),
    );
  await protect(true);
  const { code, stdout } = await teacher.run(['down', '--yes']);
  expect({ code, stdout }).toEqual({
    code: 3,
    stdout: expect.stringMatching(
      /still there: instance[^]*vm-protected[^]*--no-disable-api-termination/,
    ),
  });
  expect(await alive()).toEqual([kim]);
  await protect(false);
  expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
});

it('names the second VM of a student, and ends that one alone', async () => {
  const [kim = '', lee = ''] = [ids.get('kim'), ids.get('lee')];
  await retag(kim, 'dkkb:student', 'lee');
  const { stdout } = await teacher.run(['plan']);
  const [, extra = ''] = /dkkb class down --instance (i-\w+)/.exec(stdout) ?? [];
  expect(extra).toBe(kim);
  expect(stdout).not.toContain('not on the roster');
  expect(await teacher.run(['down', '--yes', '--instance', extra])).toMatchObject({ code: 0 });
  expect(await alive()).toEqual([kim, lee].filter((id) => id !== extra));
  const made = vmsOf(await teacher.run(upNow));
  expect(made.map(({ instance }) => instance)).not.toContain(undefined);
});

it('counts the VM with its own name as a student’s, in every command, and gives nobody the key of another', async () => {
  const [kim = '', lee = ''] = [ids.get('kim'), ids.get('lee')];
  await retag(kim, 'dkkb:student', 'lee');
  const status = await teacher.vmsAnyhow(['status', '--no-ssh', '-o', 'json']);
  expect(status).toMatchObject([{ id: 'kim' }, { id: 'lee', instance: lee }, { instance: kim }]);
  const cards = await teacher.run(['cards', '-o', 'json'], { DKKB_BROWSER: 'none' });
  const address = status.find(({ id }) => id === 'lee')?.address;
  expect(JSON.parse(cards.stdout)).toMatchObject({
    cards: [{ id: 'lee', address }],
    missing: [{ id: 'kim', reason: 'no-vm' }],
  });
  expect(await teacher.run(['down', '--yes', '--instance', lee])).toMatchObject({ code: 0 });
  const alone = await teacher.run(['cards', '-o', 'json'], { DKKB_BROWSER: 'none' });
  expect(JSON.parse(alone.stdout)).toMatchObject({
    cards: [],
    missing: [{ id: 'kim' }, { id: 'lee', reason: 'other-key' }],
  });
});

it('follows the tags where they give each VM to the other student, and ends none', async () => {
  const [kim = '', lee = ''] = [ids.get('kim'), ids.get('lee')];
  await retag(kim, 'dkkb:student', 'lee');
  await retag(lee, 'dkkb:student', 'kim');
  const made = vmsOf(await teacher.run(upNow));
  expect(made).toMatchObject([
    { id: 'kim', instance: lee },
    { id: 'lee', instance: kim },
  ]);
  expect(await alive()).toEqual([kim, lee].sort());
});

it('makes no card with a private key that is not the one of the VM', async () => {
  const [kim, lee, away] = ['kim', 'lee', 'away'].map((name) => teacher.kept('keys', name));
  renameSync(kim ?? '', away ?? '');
  renameSync(lee ?? '', kim ?? '');
  writeFileSync(lee ?? '', readFileSync(away ?? '').subarray(0, 100), { mode: 0o600 });
  const { code, stdout } = await teacher.run(['cards', '-o', 'json'], { DKKB_BROWSER: 'none' });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    cards: [],
    missing: [
      { id: 'kim', reason: 'other-key' },
      { id: 'lee', reason: 'other-key' },
    ],
  });
});

it('knows no roster of a class without a record, makes nothing, and shows its VMs by their ids', async () => {
  const other = teacher.colleague();
  const up = await other.run(['up', '--class', 'docker', '--yes', '--no-wait']);
  expect({ code: up.code, stderr: up.stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('no record of it'),
  });
  const status = ['status', '--no-ssh', '-o', 'json', '--class', 'docker'];
  expect(await other.vms(status)).toMatchObject([{ id: 'kim' }, { id: 'lee' }]);
  expect(await other.run(['status', '--class', ''])).toMatchObject({ code: 2 });
  await other.stop();
  expect(await alive()).toHaveLength(2);
});

it('removes no key pair that its state alone calls its own', async () => {
  const KeyName = 'head-teacher-laptop';
  await teacher.ec2.send(new CreateKeyPairCommand({ KeyName }));
  const state = JSON.parse(readFileSync(teacher.state, 'utf8')) as {
    resources: { type: string; instances: { index_key: string; attributes: object }[] }[];
  };
  const [pairs] = state.resources.filter(({ type }) => type === 'aws_key_pair');
  const [pair] = pairs?.instances ?? [];
  const attributes = { ...pair?.attributes, id: KeyName, key_name: KeyName };
  pairs?.instances.push({ ...pair, index_key: 'ghost', attributes });
  writeFileSync(teacher.state, JSON.stringify(state));
  expect(await teacher.run(upNow)).toMatchObject({ code: 0 });
  expect(await teacher.inventory()).toContain(KeyName);
  await teacher.ec2.send(new DeleteKeyPairCommand({ KeyName }));
});

it('takes no record of another class for its own', async () => {
  const file = teacher.kept('config.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"docker"', '"other"'));
  rmSync(teacher.at('dkkb.config.yaml'));
  const before = await alive();
  const up = await teacher.run(['up', '--class', 'docker', '--yes', '--no-wait']);
  expect({ code: up.code, stderr: up.stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('no record of it'),
  });
  expect(await alive()).toEqual(before);
});

it('makes a damaged public half again from the private one, and keeps a damaged private half', async () => {
  const [key, half] = [
    teacher.kept('keys', '.instructor'),
    teacher.kept('keys', '.instructor.pub'),
  ];
  const before = readFileSync(half, 'utf8');
  writeFileSync(half, 'garbage');
  expect(await teacher.run(upNow)).toMatchObject({ code: 0 });
  expect(readFileSync(half, 'utf8').trim()).toContain(before.trim().split(' ')[1]);
  writeFileSync(key, 'garbage');
  writeFileSync(half, 'garbage');
  const { code, stdout, stderr } = await teacher.run(upNow);
  expect({ code, said: stdout + stderr }).toEqual({
    code: 3,
    said: expect.stringContaining('class-key-damaged'),
  });
  expect(readFileSync(key, 'utf8')).toBe('garbage');
});

it('finds no class under a mistyped name, and names those that there are', async () => {
  const { code, stdout } = await teacher.run(['list', '--class', 'dokcer']);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/no class dokcer[^]*docker[^]*VMs running: 2/),
  });
});

it('names a route table of others in its network', async () => {
  const Filters = [{ Name: 'tag:dkkb:class', Values: ['docker'] }];
  const { Vpcs = [] } = await teacher.ec2.send(new DescribeVpcsCommand({ Filters }));
  const VpcId = Vpcs[0]?.VpcId ?? '';
  const { RouteTable } = await teacher.ec2.send(new CreateRouteTableCommand({ VpcId }));
  const RouteTableId = RouteTable?.RouteTableId ?? '';
  const { code, stdout } = await teacher.run(['down', '--yes']);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringContaining(`--route-table-id ${RouteTableId}`),
  });
  await teacher.ec2.send(new DeleteRouteTableCommand({ RouteTableId }));
  expect(await teacher.run(['down', '--yes'])).toMatchObject({ code: 0 });
});

it('refuses an imported file whose content is none of a class', async () => {
  const file = teacher.at('made.age');
  const make = `
    import { writeFileSync } from 'node:fs';
    import { Encrypter } from 'age-encryption';
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(10);
    encrypter.setPassphrase('correct horse battery');
    writeFileSync(process.argv[1], await encrypter.encrypt('no archive'));`;
  await need(process.execPath, ['--input-type=module', '-e', make, file], { cwd: repository });
  const { code, stderr } = await teacher.run(['import', file], {
    DKKB_PASSPHRASE: 'correct horse battery',
  });
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringContaining('class-file-damaged'),
  });
});
