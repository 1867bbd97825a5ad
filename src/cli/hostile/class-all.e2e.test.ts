// @circle all @needs engine images aws ssh
// @minutes 3
import { dirname, join } from 'node:path';

import { TestClass, upNow, type ClassVm } from '../../../testbed/class/class';
import { startEngine, type Engine } from '../../../testbed/engine/engine';
import { isHarmless } from '../../../testbed/hostile/harmless';
import {
  any,
  changed,
  endless,
  everyText,
  half,
  instead,
  silent,
} from '../../../testbed/hostile/lies';
import { LyingMachine, type Lies } from '../../../testbed/hostile/lying-machine';
import { startMachine } from '../../../testbed/engine/machine';
import type { Namespace } from '../../../testbed/engine/namespace';
import { manners, startStranger, type Manner } from '../../../testbed/hostile/stranger';
import { WatchedTeacher } from '../../../testbed/hostile/watched-teacher';

const lab = 'ch04-port';
const paint = '\u001b[2J\u001b]0;owned\u0007All passed\u202e';
const painted = (container: { readonly Config: object }) => ({
  ...container,
  Image: `sha256:${'0'.repeat(64)}`,
  Config: { ...container.Config, Image: paint },
});
const shown = `printf '%b' '\\033[2J\\033]0;owned\\aAll passed'`;

/** Students whose machines lie. */
const liars: Readonly<Record<string, Lies>> = {
  broken: { api: [instead(any, '[{"Id":')], exec: { 'sh*': 'echo --; echo --' } },
  endless: { api: [endless(any)], exec: { 'sh*': 'yes', 'docker*': 'exit 0' } },
  flood: { exec: { '*': 'yes >&2' } },
  held: {
    exec: { cat: 'yes "$(printf %08000d 1)" >&2', 'docker*': 'sleep 1000', 'sh*': 'sleep 1000' },
  },
  silent: { api: [silent(any)], exec: { 'sh*': 'sleep 1000' } },
  painting: { api: [changed(/^GET \/containers\/[^/]+\/json/, painted)], exec: { 'sh*': shown } },
  texts: {
    api: [changed(any, (told) => everyText(told, () => paint))],
    exec: { 'sh*': `${shown} >&2; exit 1` },
  },
  frozen: { exec: { '*': 'kill -STOP $PPID; sleep 1000' } },
  half: { api: [half(any)], exec: { 'sh*': 'printf a; kill -9 $PPID' } },
  leaving: { exec: { 'docker*': 'kill -9 $PPID', 'sh*': 'kill -9 $PPID' } },
};

/** Students at whose machines no SSH server answers. */
const strangers: Readonly<Record<string, Manner>> = {
  mute: manners['says nothing'],
  greeting: manners['greets, and says nothing more'],
};
const ids = ['ann', ...Object.keys(liars), ...Object.keys(strangers)].sort();

let place: Namespace;
let student: Engine;
let teacher: WatchedTeacher;
let own: TestClass;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  [place, student] = await Promise.all([
    startMachine('hostile-teacher'),
    startEngine('hostile-ann'),
  ]);
  own = await TestClass.start(place);
  teacher = await WatchedTeacher.on(place);
  own.configure(ids);
  await Promise.all((await own.vms(upNow)).map(put));
  await student.load('httpd');
  await student.docker('run', '--name', 'apa000ex2', '-d', '-p', '8080:80', 'httpd');
});
afterAll(async () => {
  await Promise.all(ends.map((end) => end()));
  for (const one of [own, student, place]) await one?.stop();
});

async function put(vm: ClassVm): Promise<void> {
  const { id, address = '' } = vm;
  if (id === 'ann') return own.put(student, vm);
  const machine = await startMachine(`hostile-${id}`);
  await own.put(machine, vm);
  await machine.answers('no');
  const stop = await takePort(id, machine, address);
  ends.push(async () => {
    await stop();
    await machine.stop();
  });
}

/** Puts a student's machine, or somebody else, at the SSH port of an address. */
async function takePort(
  id: string,
  machine: Namespace,
  address: string,
): Promise<() => Promise<void>> {
  const manner = strangers[id];
  if (manner) return startStranger(machine, address, 22, manner);
  const liar = await LyingMachine.start({
    ...{ place: machine, teacher: place, student, port: 22, address },
    keys: own.at(`${id}.keys`),
    hostKey: join(dirname(machine.home), 'host_key'),
  });
  liar.tells(liars[id] ?? {});
  return () => liar.stop();
}

async function status(...words: string[]) {
  const options = { env: own.env, cwd: own.folder };
  const seen = await teacher.dkkb(['class', 'status', ...words], options);
  const allowed = { mayWrite: `${own.folder}/`, mayReach: own.aws.endpoint.replace('http://', '') };
  const addresses = /^(?!127\.)[\d.]+:22$/;
  const reached = seen.reached.filter((address) => !addresses.test(address));
  // CSV has a byte-order mark and other line ends.
  const stdout = seen.stdout.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  isHarmless(
    { ...seen, reached, stdout: words.includes('csv') ? stdout : seen.stdout },
    place.home,
    allowed,
  );
  return seen;
}

interface Row {
  readonly id: string;
  readonly status: string;
}

it('shows the verdict of an honest student, whatever the machines of the others answer', async () => {
  const graded = ['--lab', lab, '--timeout', '60'];
  const [{ stdout }, table] = await Promise.all([
    status(...graded, '-o', 'json'),
    status(...graded),
  ]);
  const { students } = JSON.parse(stdout) as { students: Row[] };
  const verdicts = Object.fromEntries(students.map(({ id, status: is }) => [id, is]));
  expect(Object.keys(verdicts).sort()).toEqual(ids);
  const silent = { frozen: 'unknown', mute: 'unknown', greeting: 'unknown', silent: 'unknown' };
  expect(verdicts).toMatchObject({
    ann: 'passed',
    broken: 'unknown',
    endless: 'unknown',
    ...silent,
  });
  expect(table.stdout).toMatch(/✓ +ann +ann +passed/);
});

it('shows the status of every VM', async () => {
  const forms = [[], ['-o', 'json'], ['-o', 'csv']];
  for (const { stdout } of await Promise.all(forms.map((words) => status(...words))))
    for (const id of ids) expect(stdout).toContain(id);
});
