import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { finish, useEngine, type Engine } from '../../../../testbed/engine/engine';
import { signalServer } from '../../../../testbed/engine/freeze';
import { told } from '../../../../testbed/labs/answers';
import { dkkb } from '../../../../testbed/programs/paths';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
  await engine.docker('pull', '--quiet', 'httpd');
});
afterEach(() => engine.reset());

// The reader sees another folder there than the engine does: as with Colima, snap and WSL, whose
// machines have their own folder under a path that they do not share.
const apart = (script: string) => ['--mount', 'sh', '-ec', `mount -t tmpfs none study\n${script}`];
const made = `cd study && mkdir apa_folder && echo '<h1>my page</h1>' >apa_folder/index.html`;
const run = `docker run --name apa000ex20 -d -p 8090:80 -v "$PWD/apa_folder:/usr/local/apache2/htdocs" httpd`;
const check = `"${process.execPath}" "${dkkb}" check ch06-bind-mount -o json --shell bash`;

it('names a folder that the engine does not see, and the remedy solves it', async () => {
  await engine.sh('mkdir study');
  const { problem } = told(
    await engine.exec('unshare', apart(`${made}\n${run} >/dev/null\n${check} || :`)),
  );
  expect(problem).toMatchObject({
    code: 'mount-folder-not-shared',
    values: { path: expect.stringMatching(/\/study\/apa_folder$/), engine: 'other' },
  });
  const { commands } = problem as unknown as { commands: readonly string[] };
  expect(commands).toHaveLength(4);
  const solved = await engine.exec('unshare', apart(`${made}\n${commands.join('\n')}\n${check}`));
  expect(solved).toMatchObject({ code: 0 });
  expect(await engine.docker('ps', '-aq', '--filter', 'label=dkkb.probe')).toBe('');
});

it('names a folder that was made again in its place', async () => {
  await engine.sh(`mkdir ${join('again', 'apa_folder')} -p`);
  const { problem } = told(
    await engine.exec('sh', [
      '-ec',
      `cd again\n${run} >/dev/null\nmv apa_folder old && cp -r old apa_folder\n${check} || :`,
    ]),
  );
  expect(problem?.code).toBe('mount-folder-replaced');
});

it('leaves no file in the folder when a check is interrupted', async () => {
  await engine.sh('mkdir -p stopped');
  const dir = join(engine.home, 'stopped');
  const solved = await engine.dkkb('solve', 'ch06-bind-mount', '--dir', dir);
  expect(solved).toMatchObject({ code: 0 });
  await signalServer(engine, 'apa000ex20', 'STOP');
  const check = engine.spawnDkkb(['check', 'ch06-bind-mount', '--dir', dir]);
  const folder = join(dir, 'apa_folder');
  const ended = finish(check);
  await engine.sh(`until ls '${folder}'/dkkb-*.txt >/dev/null 2>&1; do sleep 0.05; done`);
  check.kill('SIGINT');
  expect((await ended).code).toBe(130);
  expect(readdirSync(folder)).toEqual(['index.html']);
  await signalServer(engine, 'apa000ex20', 'CONT');
});
