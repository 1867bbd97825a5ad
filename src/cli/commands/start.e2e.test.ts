// @needs engine
import { join } from 'node:path';

import { BareMachine } from '../../../scripts/testing/bare-machine';
import { NO_VENDOR } from '../../../scripts/testing/install-docker';
import { need } from '../../../testbed/programs/process';
import { repository } from '../../../testbed/programs/paths';

// Packages that the two apps load and that are not in the bundle.
const providers = ['@cdktf/provider-aws', '@cdktf/provider-docker'];
const packages = ['cdktf', ...providers, 'constructs', 'cdk8s', 'cdk8s-plus-28'];

jest.setTimeout(900_000);

/** Puts Node and this repository, as it is after `npm ci`, on a bare machine. */
async function install(machine: BareMachine): Promise<void> {
  const root = `/proc/${machine.pid}/root`;
  const files = (await need('git', ['-C', repository, 'ls-files'])).trim().split('\n');
  const paths = ['build', ...files, ...packages.map((name) => join('node_modules', name))];
  await need('cp', [process.execPath, `${root}/usr/bin/node`]);
  await need('mkdir', [`${root}/root/책 실습`]);
  const copy = `tar -C "$1" -cf - --files-from=- | tar -C "$2" -xf -`;
  await need('bash', ['-euo', 'pipefail', '-c', copy, '-', repository, `${root}/root/책 실습`], {
    input: paths.join('\n'),
  });
}

describe('the main job on a bare Debian 12', () => {
  let machine: BareMachine;
  const start = (settings = {}) =>
    machine.sh('cd "/root/책 실습" && node build/dkkb.mjs start', settings);
  beforeAll(async () => {
    machine = await BareMachine.boot();
    await install(machine);
    const groups = JSON.stringify({ 'cgroup-parent': machine.controlGroup });
    await machine.sh(
      `${NO_VENDOR}; mkdir -p /etc/docker; echo '${groups}' >/etc/docker/daemon.json`,
    );
  });
  afterAll(() => machine.end());

  it('installs Docker, makes the image, runs and checks the first lab, and says what comes next', async () => {
    const { code, stdout, stderr } = await start({ DKKB_LANG: 'ko' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('httpd') });
    expect(stdout).toContain('http://localhost:8080');
    expect(stdout).toContain('dkkb down ch04-port');
    const page = await machine.sh(
      'exec 3<>/dev/tcp/localhost/8080; printf "GET / HTTP/1.0\\r\\n\\r\\n" >&3; cat <&3',
    );
    expect(page.stdout).toContain('It works!');
    const { stdout: written } = await machine.sh('cd "/root/책 실습" && ls dist cdktf.out/stacks');
    expect(written).toContain('apa000dep.yml');
    expect(written).toContain('ch04-port');
  });

  it('changes nothing when it is run again', async () => {
    const state = () =>
      machine.sh(`docker ps -a --no-trunc --format '{{.ID}} {{.Names}}'
        docker image ls --no-trunc --format '{{.ID}} {{.Repository}}'
        cd "/root/책 실습" && sha256sum dist/*.yml && readlink /usr/local/bin/dkkb`);
    const before = await state();
    expect((await start()).code).toBe(0);
    expect((await state()).stdout).toBe(before.stdout);
  });

  it('is taken down by the command that it names', async () => {
    const { code, stdout } = await machine.sh('dkkb down ch04-port && docker ps -aq');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/nothing is left/) });
  });
});
