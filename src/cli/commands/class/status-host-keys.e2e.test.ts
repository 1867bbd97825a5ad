// @circle all @needs aws ssh
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ReachableClass } from '../../../../testbed/class/reachable-class';
import { finish, need } from '../../../../testbed/programs/process';

const names = ['kim', '=1+1', 'zoe'];
let room: ReachableClass;
beforeAll(async () => {
  room = await ReachableClass.start('keys', names);
  for (const name of names) await room.on(name).says({ ready: '' });
  // The first status keeps the host keys.
  await room.status();
});
afterAll(() => room.stop());

it('keeps the keys that the console shows, and connects to no VM whose console shows none', async () => {
  const file = room.own.kept('known-hosts', room.instanceOf('kim'));
  const shown = join(room.own.aws.consoles, room.instanceOf('kim'));
  const [kept, text] = [readFileSync(file, 'utf8'), readFileSync(shown, 'utf8')];
  expect(kept).toMatch(new RegExp(`^${room.instanceOf('kim')} ssh-ed25519 \\S+\\n$`));
  rmSync(file);
  writeFileSync(shown, '[   31.4] cloud-init');
  const all = await room.statuses();
  expect(all.get('kim')?.problem?.code).toBe('vm-host-key-unknown');
  expect(all.get('=1+1')).toMatchObject({ ready: true });
  expect(existsSync(file)).toBe(false);
  writeFileSync(shown, text);
  expect((await room.statuses()).get('kim')).toMatchObject({ ready: true });
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

it('refuses another machine at the address of a new VM', async () => {
  const file = room.own.kept('known-hosts', room.instanceOf('kim'));
  rmSync(file);
  await room.own.showHostKeys(room.on('zoe'), room.instanceOf('kim'));
  expect((await room.statuses()).get('kim')?.problem?.code).toBe('ssh-host-changed');
  rmSync(file);
  await room.own.showHostKeys(room.on('kim'), room.instanceOf('kim'));
  expect((await room.statuses()).get('kim')).toMatchObject({ ready: true });
});

it('puts the host keys on the card, so that the student’s ssh refuses another machine', async () => {
  await room.own.run(['cards']);
  await need('tar', ['-xf', room.own.at('cards', 'kim.tar.gz'), '-C', room.own.folder]);
  const login = (...more: string[]) =>
    finish(
      room.own.spawnProgram('ssh', ['-F', 'ssh_config', ...more, 'practice', 'id -un'], {
        cwd: room.own.at('kim'),
      }),
    );
  expect(await login('-o', 'BatchMode=yes')).toMatchObject({ code: 0 });
  const another = [
    '-o',
    `HostName=${room.addressOf('zoe')}`,
    '-o',
    `HostKeyAlias=${room.addressOf('kim')}`,
  ];
  expect(await login('-o', 'BatchMode=yes', ...another)).toMatchObject({
    code: 255,
    stderr: expect.stringContaining('Host key verification failed'),
  });
});

it('trusts the first key that it sees where the configuration allows that', async () => {
  const shown = join(room.own.aws.consoles, room.instanceOf('kim'));
  rmSync(room.own.kept('known-hosts', room.instanceOf('kim')));
  rmSync(shown);
  room.own.configure(names, ['acceptNewHostKeys: true']);
  const all = await room.statuses();
  room.own.configure(names);
  expect(all.get('kim')).toMatchObject({ ready: true });
  await room.own.showHostKeys(room.on('kim'), room.instanceOf('kim'));
});

it('names the file with the host key where another machine answers', async () => {
  const file = room.own.kept('known-hosts', room.instanceOf('kim'));
  const key = await need('ssh-keygen', ['-y', '-f', room.own.kept('keys', 'kim')]);
  const kept = await need('cat', [file]);
  writeFileSync(file, `${room.instanceOf('kim')} ${key}`);
  const { problem } = (await room.statuses()).get('kim') ?? {};
  writeFileSync(file, kept);
  expect(problem?.code).toBe('ssh-host-changed');
  expect(problem?.commands.join()).toContain(file);
});
