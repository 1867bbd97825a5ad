import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { practiceHost } from '../core/practice-machine';
import { practiceHostAccess } from './practice-host';

const project = mkdtempSync(join(tmpdir(), 'dkkb-project-'));
afterAll(() => rmSync(project, { recursive: true }));

/** The docker client of this machine, with answers as recorded from Docker 20.10. */
const clientThatSays = (code: number, stdout: string, stderr = '') => ({
  run: () => Promise.resolve({ code, stdout, stderr }),
});
const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ';
const found = clientThatSays(0, `${key} root@practice\n`);

it.each([
  [clientThatSays(1, '', 'Error: No such container: dkkb-practice-host'), 'practice-host-missing'],
  [found, 'practice-host-unready'],
])('without a key, the engine tells whether there is a practice host', async (client, code) => {
  await expect(practiceHostAccess(project, client)).rejects.toMatchObject({ code });
});

describe('with its key', () => {
  beforeAll(() => {
    const file = join(project, practiceHost.privateKey);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  });

  it('its host key comes from the container, under one name', async () => {
    const { target, knownHosts } = await practiceHostAccess(project, found);
    expect(target).toEqual({ user: 'student', host: '127.0.0.1', port: 2222 });
    expect(readFileSync(knownHosts, 'utf8')).toBe(`practice-host ${key}\n`);
  });

  it.each([
    [1, '', 'Error: No such container: dkkb-practice-host', 'practice-host-missing'],
    [
      1,
      '',
      'Error response from daemon: No such container: dkkb-practice-host',
      'practice-host-missing',
    ],
    [1, '', 'Error response from daemon: Container 5b7e is not running', 'practice-host-stopped'],
    [
      1,
      '',
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'engine-not-running',
    ],
    [0, 'no key at all\n* ssh-ed25519 AAAA\n', '', 'practice-host-unready'],
  ])('exit %d, %j, %j is told as %s', async (code, stdout, stderr, problem) => {
    const client = clientThatSays(code, stdout, stderr);
    await expect(practiceHostAccess(project, client)).rejects.toMatchObject({ code: problem });
  });
});
