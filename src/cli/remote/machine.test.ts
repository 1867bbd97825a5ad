import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { labLine, workThere } from '../../core/shell/lab-command';
import { typeIn } from '../../core/shell/reader';
import { machineOn } from './machine';
import { UsageError } from '../usage-error';

const folder = mkdtempSync(join(tmpdir(), 'dkkb-on-'));
const known = join(folder, 'known hosts');
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => typeIn('bash'));
afterEach(() => workThere([]));

it('without --on there is no other machine', async () => {
  expect(await machineOn({ dir: 'x' })).toBeUndefined();
});

it.each([
  [{ on: 'student@127.0.0.1' }, 'practice-host'],
  [{ on: 'ssh://-oProxyCommand=id' }, 'ssh://USER@HOST:PORT'],
  [{ on: 'ssh://kim@10.0.0.7', dir: 'C:\\work' }, 'not a path of this one'],
  [{ on: 'ssh://kim@10.0.0.7', dir: 'c:/work' }, 'not a path of this one'],
  [{ on: 'ssh://kim@10.0.0.7', dir: '\\\\server\\work' }, 'not a path of this one'],
  [{ on: 'ssh://kim@10.0.0.7', identity: '/no/such/key' }, 'no private key file'],
  [{ on: 'ssh://kim@10.0.0.7', knownHosts: '/no/such/file' }, 'host keys of one machine'],
  [{ on: 'vm', identity: 'key' }, 'Leave out --identity'],
  [{ on: 'practice-host', knownHosts: 'file' }, 'Leave out --known-hosts'],
  [{ identity: 'key' }, 'goes with --on'],
])('%j is wrong use', async (flags, said) => {
  const error: unknown = await machineOn(flags).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).text.en).toContain(said);
});

it.each(['practice-vm', '[127.0.0.1]:2222'])(
  'only the machine %s of a file is taken, and the lines to copy name it again',
  async (name) => {
    writeFileSync(known, `${name} ssh-ed25519 AAAA\n`);
    const flags = { on: 'ssh://kim@[::1]:2222', knownHosts: known, dir: 'work', namespace: 'kim' };
    const named = await machineOn(flags);
    expect(named?.options).toMatchObject({ host: { name, isNew: false }, dir: 'work' });
    expect(named?.reach(8080)).toBe('[::1]:8080');
    expect(labLine('down', 'ch04-port')).toBe(
      `dkkb down ch04-port --on 'ssh://kim@[::1]:2222' --known-hosts '${known}' --dir work --namespace kim`,
    );
  },
);
