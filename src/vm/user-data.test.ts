import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parse } from 'yaml';

import { practiceMachine } from '../core/practice-machine';
import { compressedUserData, userData, userDataLimit, type UserDataOptions } from './user-data';

interface CloudConfig {
  readonly bootcmd: readonly (readonly string[])[];
  readonly ssh_pwauth: boolean;
  readonly ssh_authorized_keys: readonly string[];
  readonly write_files: readonly { readonly path: string; readonly content: string }[];
  readonly runcmd: readonly (readonly string[])[];
}

const key = `ssh-ed25519 ${'A'.repeat(68)}`;
const options: UserDataOptions = { deadlineHours: 8, authorizedKeys: [key] };
const made = (more: Partial<UserDataOptions> = {}) =>
  parse(userData({ ...options, ...more })) as CloudConfig;
const fileOf = (config: CloudConfig, path: string) =>
  config.write_files.find((file) => file.path === path)?.content;

it('arms the deadline before anything else, in seconds', () => {
  const config = made({ deadlineHours: 1.5 });
  expect(Object.keys(config)[0]).toBe('bootcmd');
  expect(config.bootcmd[0]?.slice(3)).toEqual(['dkkb-deadline', 'arm', '5400']);
});

it('shows the keys of its SSH server on the console before anything is installed', () => {
  const [first, second] = made().runcmd;
  expect(first?.at(-1)).toMatch(/HOST KEY KEYS[^]*ssh_host_\*_key\.pub[^]*>\/dev\/console$/);
  expect(second?.[1]).toContain('practice-machine.sh');
});

it('carries the scripts that readers run, as they are', () => {
  const config = made();
  for (const name of ['install-docker.sh', 'install-kubectl.sh', 'lib.sh', 'lib-engine.sh']) {
    const own = readFileSync(join(__dirname, '..', '..', 'scripts', name), 'utf8');
    expect(fileOf(config, `${practiceMachine.scripts}/${name}`)).toBe(own);
  }
});

it('carries every script that its scripts source', () => {
  const { write_files } = made();
  const names = write_files.map(({ path }) => path.split('/').at(-1));
  for (const { content } of write_files)
    for (const [, sourced] of content.matchAll(/^\. "\$scripts\/(.*)"$/gm))
      expect(names).toContain(sourced);
});

it('has the same paths as the script of the practice machine', () => {
  const script = readFileSync(
    join(__dirname, '..', '..', 'scripts', 'practice-machine.sh'),
    'utf8',
  );
  const { settings, steps, ready, failed, failedLog, log } = practiceMachine;
  expect(script).toContain(`readonly SETTINGS=${settings}\n`);
  expect(script).toContain(`readonly PRACTICE_LOG=${log}\n`);
  for (const path of [steps, ready, failed, failedLog])
    expect(script.replaceAll('$PLACE', '/var/lib/dkkb')).toContain(path);
});

it('accepts keys and no password, and removes the name behind a key', () => {
  const { ssh_pwauth, ssh_authorized_keys } = made({
    authorizedKeys: [`${key} $(reboot)`, `${key} 김철수\n`, 'ssh-rsa BBBB=='],
  });
  expect(ssh_pwauth).toBe(false);
  expect(ssh_authorized_keys).toEqual([key, key, 'ssh-rsa BBBB==']);
});

it('gives the mirrors, the marker and the language to the scripts', () => {
  const config = made({
    mirror: { images: 'http://10.0.0.5:5001', packages: 'http://10.0.0.5:3142' },
    ready: '/run/here',
    language: 'ko',
  });
  expect(fileOf(config, practiceMachine.settings)).toBe(
    'DKKB_LANG=ko\nDKKB_MIRROR=http://10.0.0.5:3142\nDKKB_IMAGE_MIRROR=http://10.0.0.5:5001\nDKKB_READY=/run/here\n',
  );
});

it('stays below the limit of EC2 with the keys of a whole team, and unpacks to the same text', () => {
  const authorizedKeys = Array.from({ length: 5 }, () => key);
  const compressed = Buffer.from(compressedUserData({ ...options, authorizedKeys }), 'base64');
  expect(compressed.length).toBeLessThanOrEqual(userDataLimit);
  expect(gunzipSync(compressed).toString()).toBe(userData({ ...options, authorizedKeys }));
});

it.each<[Partial<UserDataOptions>, string]>([
  [{ deadlineHours: 0 }, 'deadlineHours is 0'],
  [{ deadlineHours: -1 }, 'deadlineHours is -1'],
  [{ deadlineHours: Number.NaN }, 'deadlineHours is NaN'],
  [{ deadlineHours: 10_000 }, 'deadlineHours is 10000'],
  [{ authorizedKeys: [] }, 'authorizedKeys is empty'],
  [{ authorizedKeys: ['$(reboot)'] }, "'$(reboot)' is no OpenSSH public key"],
  [{ authorizedKeys: [`${key}\nssh-rsa AAAA`] }, 'is no OpenSSH public key'],
  [{ mirror: { images: 'http://a b' } }, "mirror.images 'http://a b' is no address"],
  [{ mirror: { packages: 'http://a/$(id)' } }, "mirror.packages 'http://a/$(id)' is no address"],
  [{ mirror: { packages: 'ftp://a' } }, "mirror.packages 'ftp://a' is no address"],
  [{ ready: '/tmp/$(id)' }, "ready '/tmp/$(id)' is no absolute path"],
  [{ ready: 'ready' }, "ready 'ready' is no absolute path"],
])('refuses %j', (wrong, message) => {
  expect(() => made(wrong)).toThrow(message);
});
