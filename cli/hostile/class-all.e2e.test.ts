// @circle all @needs engine images aws ssh
// @minutes 3
import { dirname, join } from 'node:path';

import { TestClass, upNow } from '../../testbed/class';
import { startEngine, type Engine } from '../../testbed/engine';
import { isHarmless } from '../../testbed/harmless';
import { any, changed, endless, everyText, instead, silent } from '../../testbed/lies';
import { LyingMachine, type Lies } from '../../testbed/lying-machine';
import { startMachine } from '../../testbed/machine';
import type { Namespace } from '../../testbed/namespace';
import { WatchedTeacher } from '../../testbed/watched-teacher';

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
  leaving: { exec: { 'docker*': 'kill -9 $PPID', 'sh*': 'kill -9 $PPID' } },
};

let place: Namespace;
let student: Engine;
let teacher: WatchedTeacher;
let own: TestClass;
const machines: Namespace[] = [];
const lying: LyingMachine[] = [];

beforeAll(async () => {
  [place, student] = await Promise.all([
    startMachine('hostile-teacher'),
    startEngine('hostile-ann'),
  ]);
  own = await TestClass.start(place);
  teacher = await WatchedTeacher.on(place);
  own.configure(['ann', ...Object.keys(liars)]);
  for (const vm of await own.vms(upNow)) {
    const lies = liars[vm.id];
    if (!lies) {
      await own.put(student, vm);
      continue;
    }
    const machine = await startMachine(`hostile-${vm.id}`);
    machines.push(machine);
    await own.put(machine, vm);
    await machine.answers('no');
    const liar = await LyingMachine.start({
      ...{ place: machine, teacher: place, student, port: 22, address: vm.address ?? '' },
      keys: own.at(`${vm.id}.keys`),
      hostKey: join(dirname(machine.home), 'host_key'),
    });
    liar.tells(lies);
    lying.push(liar);
  }
  await student.load('httpd');
  await student.docker('run', '--name', 'apa000ex2', '-d', '-p', '8080:80', 'httpd');
});
afterAll(async () => {
  for (const one of [...lying, own, ...machines, student, place]) await one?.stop();
});

async function status(...words: string[]) {
  const options = { env: own.env, cwd: own.folder };
  const seen = await teacher.dkkb(['class', 'status', ...words], options);
  const allowed = { mayWrite: `${own.folder}/`, mayReach: own.aws.endpoint.replace('http://', '') };
  const addresses = /^(?!127\.)[\d.]+:22$/;
  const reached = seen.reached.filter((address) => !addresses.test(address));
  // CSV has a mark at its beginning, and line ends of its own.
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

it('tells an honest student’s verdict, whatever the others’ machines say', async () => {
  const { stdout } = await status('--lab', lab, '--timeout', '60', '-o', 'json');
  const { students } = JSON.parse(stdout) as { students: Row[] };
  const verdicts = Object.fromEntries(students.map(({ id, status: is }) => [id, is]));
  expect(verdicts).toMatchObject({ ann: 'passed', broken: 'unknown', endless: 'unknown' });
  expect(Object.keys(verdicts).sort()).toEqual(['ann', ...Object.keys(liars)].sort());
});

it('shows them all as a table', async () => {
  const { stdout } = await status('--lab', lab, '--timeout', '60');
  expect(stdout).toMatch(/✓ +ann +ann +passed/);
});

it.each(['table', 'json', 'csv'])('tells how their VMs are: %s', async (form) => {
  const { stdout } = await status(...(form === 'table' ? [] : ['-o', form]));
  for (const id of ['ann', ...Object.keys(liars)]) expect(stdout).toContain(id);
});
