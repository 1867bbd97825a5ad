// @circle all @needs engine images kubernetes aws ssh
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { TestClass, upNow } from '../../../../testbed/class/class';
import { startCluster, type Cluster } from '../../../../testbed/cluster/cluster';
import { startEngine, type Engine } from '../../../../testbed/engine/engine';
import { startMachine } from '../../../../testbed/engine/machine';
import type { Namespace } from '../../../../testbed/engine/namespace';
import { finish } from '../../../../testbed/programs/process';

interface Grade {
  readonly id: string;
  readonly status: string;
  readonly state: string;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly firstPassedAt: string | null;
}

const lab = 'ch04-port';
const right = ['run', '--name', 'apa000ex2', '-d', '-p', '8080:80', 'httpd'];
const wrong = right.map((word) => word.replace('8080', '8081'));
let teacher: Namespace;
let ann: Engine;
let ben: Engine;
let cluster: Cluster | undefined;
let bare: Namespace | undefined;
let own: TestClass;

beforeAll(async () => {
  [teacher, ann, ben] = await Promise.all([
    startMachine('grade-teacher'),
    startEngine('grade-ann'),
    startEngine('grade-ben'),
  ]);
  own = await TestClass.start(teacher);
  await enrol({ ann, ben });
});
afterAll(async () => {
  await own.stop();
  for (const one of [cluster, bare, ann, ben, teacher]) await one?.stop();
});

/** Gives each student a VM, and each VM a machine. */
async function enrol(students: Readonly<Record<string, Namespace>>): Promise<void> {
  own.configure(Object.keys(students));
  for (const vm of await own.vms(upNow)) {
    const machine = students[vm.id];
    if (machine && !placed.has(vm.id)) await own.put(machine, vm);
    placed.set(vm.id, vm.instance ?? '');
  }
}
const placed = new Map<string, string>();

async function grades(id = lab, ...words: string[]) {
  const { code, stdout } = await own.run(['status', '--lab', id, '-o', 'json', ...words]);
  const { students } = JSON.parse(stdout) as { students: Grade[] };
  const of = (student: string) => students.find((one) => one.id === student);
  return { code, of, all: students.map(({ id: who, status }) => `${who} ${status}`) };
}

it('grades each student by their own engine, though all are asked at once', async () => {
  await Promise.all([ann.docker(...right), ben.docker(...wrong)]);
  const { code, of, all } = await grades();
  expect({ code, all }).toEqual({ code: 1, all: ['ann passed', 'ben failed'] });
  expect(of('ben')?.problem).toMatchObject({ code: 'port-wrong' });
  expect(of('ann')).toMatchObject({ problem: null, firstPassedAt: expect.any(String) });
});

it('shows the grades as a table with the command to see more, and as CSV', async () => {
  const { code, stdout } = await own.run(['status', '--lab', lab]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✓ {2}ann +ann +passed +- +\d+/);
  expect(stdout).toMatch(/✗ {2}ben +ben +not yet +port-wrong +-/);
  expect(stdout).toContain('ch04-port: 1 of 2 passed');
  const [, shown = ''] = /: dkkb (check ch04-port --on .*)$/m.exec(stdout) ?? [];
  const see = (words: string) => {
    const env = { DKKB_DATA: own.at('another') };
    return finish(teacher.spawnDkkb([...words.split(' '), '-o', 'json'], { env }));
  };
  expect((await see(shown)).code).toBe(1);
  const [bens = '', anns = ''] = ['ben', 'ann'].map((who) => placed.get(who));
  const mistaken = await see(shown.replace(bens, anns));
  expect(mistaken.code).toBe(3);
  expect(mistaken.stderr).toContain('[ssh-host-changed]');
  expect(await see(shown.replace(bens, 'missing'))).toMatchObject({ code: 2 });
  const csv = (await own.run(['status', '--lab', lab, '-o', 'csv'])).stdout;
  expect(parse(csv, { bom: true, columns: true })).toMatchObject([
    { id: 'ann', status: 'passed', problem: '', firstPassedAt: expect.stringMatching(/^2/) },
    { id: 'ben', status: 'failed', problem: 'port-wrong', firstPassedAt: '' },
  ]);
});

it('ends with exit code 0 once all have passed, and remembers who passed before', async () => {
  await ben.docker('rm', '-f', 'apa000ex2');
  await ben.docker(...right);
  expect(await grades()).toMatchObject({ code: 0, all: ['ann passed', 'ben passed'] });
  await ben.docker('rm', '-f', 'apa000ex2');
  const { code, of } = await grades();
  expect({ code, ben: of('ben') }).toMatchObject({
    code: 1,
    ben: { status: 'failed', firstPassedAt: expect.any(String) },
  });
  await ben.docker(...right);
});

it('stops asking a VM that takes too long, and only that one', async () => {
  const hang = join(ben.home, '.bashrc');
  writeFileSync(hang, 'exec sleep 1000\n');
  const { code, of, all } = await grades(lab, '--timeout', '40');
  rmSync(hang);
  expect({ code, all }).toEqual({ code: 3, all: ['ann passed', 'ben unknown'] });
  expect(of('ben')?.problem?.message).toContain('more than 40 s');
  expect(of('ben')?.firstPassedAt).not.toBeNull();
});

it('gives no verdict for a VM whose host key is unknown, or at whose address another machine answers', async () => {
  const instance = placed.get('ben') ?? '';
  const known = own.kept('known-hosts', instance);
  rmSync(known);
  writeFileSync(join(own.aws.consoles, instance), '[   31.4] cloud-init');
  const unknown = await grades();
  expect(unknown.all).toEqual(['ann passed', 'ben unknown']);
  expect(unknown.of('ben')?.problem).toMatchObject({ code: 'vm-host-key-unknown' });
  await own.showHostKeys(ann, instance);
  const another = await grades();
  expect(another.all).toEqual(['ann passed', 'ben unknown']);
  expect(another.of('ben')?.problem).toMatchObject({ code: 'ssh-host-changed' });
  rmSync(known);
  await own.showHostKeys(ben, instance);
  expect((await grades()).all).toEqual(['ann passed', 'ben passed']);
});

it('asks the cluster of each VM for chapter 8, and names the VMs without one', async () => {
  cluster = await startCluster('grade-cho');
  bare = await startMachine('grade-bare');
  await enrol({ ann, ben, cho: cluster, dan: bare });
  const pods = await cluster.dkkb('solve', 'ch08-pod');
  expect(pods).toMatchObject({ code: 0 });
  const eight = await grades('ch08-pod');
  expect(eight.of('cho')).toMatchObject({ status: 'passed' });
  expect((await grades('ch08-cluster')).of('dan')).toMatchObject({
    status: 'unknown',
    problem: { code: 'remote-cluster-missing' },
  });
  const four = await grades();
  expect(four.all).toEqual(['ann passed', 'ben passed', 'cho unknown', 'dan unknown']);
  expect(four.code).toBe(3);
  expect(four.of('dan')?.problem).toMatchObject({ code: 'remote-engine-silent' });
});

it('reports a student without a VM', async () => {
  own.configure(['ann', 'ben', 'cho', 'dan', 'eve']);
  const { of } = await grades();
  expect(of('eve')).toMatchObject({ status: 'unknown', state: 'none', problem: null });
});

it.each(['0', '-1', 'soon', '99999'])('refuses --timeout %s', async (value) => {
  const words = ['status', '--lab', lab, '--timeout', value];
  expect(await own.run(words)).toMatchObject({ code: 2, stderr: expect.stringContaining(value) });
});
