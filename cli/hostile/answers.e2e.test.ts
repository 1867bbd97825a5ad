// @needs engine images ssh
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEngine, type Engine } from '../../testbed/engine';
import { isHarmless } from '../../testbed/harmless';
import { changed, endless, instead } from '../../testbed/lies';
import { loginKey, LyingMachine, studentAddress } from '../../testbed/lying-machine';
import { startMachine } from '../../testbed/machine';
import type { Namespace } from '../../testbed/namespace';
import { finish } from '../../testbed/process';
import { WatchedTeacher } from '../../testbed/watched-teacher';

let place: Namespace;
let teacher: WatchedTeacher;
let student: Engine;
let machine: LyingMachine;
const keys = mkdtempSync(join(tmpdir(), 'dkkb-keys-'));

beforeAll(async () => {
  const key = await loginKey(keys);
  [place, student] = await Promise.all([startMachine('lied-to'), startEngine('liar')]);
  await student.becomeVm(place, studentAddress, `${key}.pub`);
  teacher = await WatchedTeacher.on(place);
  machine = await LyingMachine.start(student, place, 2201, key);
  await student.docker('pull', '-q', 'httpd');
  await student.docker('run', '-d', '--name', 'apa000ex2', '-p', '8080:80', 'httpd');
});
afterAll(async () => {
  await machine?.stop();
  await student?.stop();
  await place?.stop();
  rmSync(keys, { recursive: true });
});

const check = (id: string) => teacher.dkkb(['check', id, ...machine.on]);

it('an honest machine gets its verdict, and nothing is done to the teacher', async () => {
  machine.tells({});
  const seen = await check('ch04-port');
  expect(seen).toMatchObject({ code: 0, stdout: expect.stringContaining('ch04-port') });
  isHarmless({ ...seen, code: 1 }, place.home);
});

it('an image whose id is an option of docker is no option', async () => {
  machine.tells({});
  const env = machine.env;
  const solved = await finish(
    student.spawnDkkb(['solve', 'ch06-volume-backup'], { cwd: machine.home, env }),
  );
  expect(solved).toMatchObject({ code: 0 });
  const id = `--cidfile=${place.home}/.bash_profile`;
  const named = (images: readonly object[]) => images.map((image) => ({ ...image, Id: id }));
  machine.tells({ api: [changed(/\/images\/json/, named)] });
  isHarmless(await check('ch06-volume-backup'), place.home);
});

it('an image whose name paints the terminal is shown as text', async () => {
  const paint = '\u001b]0;owned\u0007\u001b[2JAll passed \u202e';
  const painted = (container: { Config: object }) => ({
    ...container,
    Image: `sha256:${'0'.repeat(64)}`,
    Config: { ...container.Config, Image: paint },
  });
  machine.tells({ api: [changed(/\/containers\/\w+\/json/, painted)] });
  const seen = await check('ch04-port');
  expect(seen.stdout).toContain('All passed');
  isHarmless(seen, place.home);
});

it('an answer that is no JSON is that machine’s problem', async () => {
  machine.tells({ api: [instead(/\/containers\/json/, '[{"Id":')] });
  isHarmless(await check('ch04-port'), place.home);
});

it('an answer without an end takes no memory', async () => {
  machine.tells({ api: [endless(/\/containers\/json/)] });
  isHarmless(await check('ch04-port'), place.home);
});
