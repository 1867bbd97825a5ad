// @needs engine
import { readFile } from 'node:fs/promises';
import { need, run } from '../testbed/process';
import { BareMachine } from './testing/bare-machine';

jest.setTimeout(300_000);

const INSTALL = 'bash /opt/scripts/install-docker.sh';
/** The vendor's address leads nowhere there, so that every machine takes the same way. */
const NO_VENDOR = 'echo 127.0.0.1 download.docker.com >>/etc/hosts';

/** The names of the steps, in the order in which they were begun. */
const steps = (stderr: string): string[] => [
  ...new Set(
    Array.from(stderr.matchAll(/^\[install-docker\] ([a-z]+):/gm), ([, name = '']) => name),
  ),
];

describe('install-docker.sh on a bare Debian 12', () => {
  let machine: BareMachine;
  beforeAll(async () => {
    machine = await BareMachine.boot();
    await machine.sh(`${NO_VENDOR}; useradd --create-home student`);
  });
  afterAll(() => machine.end());

  it.each([
    ['ID=fedora', 'dnf install moby-engine'],
    ['ID=rocky\nID_LIKE="rhel centos fedora"', 'dnf install moby-engine'],
    ['ID=alpine\nPRETTY_NAME="Alpine Linux v3.22"', 'apk add docker'],
    ['ID=arch', 'pacman -S docker'],
    ['ID=opensuse-leap\nID_LIKE="suse opensuse"', 'zypper install docker'],
    ['ID=plan9\nPRETTY_NAME="Plan 9"', 'Plan 9'],
  ])('refuses another system (%j) with its own next step', async (release, remedy) => {
    const pretend = `echo '${release}' >/tmp/release; mount --bind /tmp/release /etc/os-release`;
    const { code, stderr } = await machine.sh(
      `unshare --mount bash -c '${pretend.replaceAll("'", `'"'"'`)}; ${INSTALL}'`,
    );
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(remedy) });
  });

  it('asks for root where there is no sudo, in the reader’s language', async () => {
    const asStudent = `setpriv --reuid=student --regid=student --clear-groups ${INSTALL}`;
    const { code, stderr } = await machine.sh(asStudent, { DKKB_LANG: 'ko' });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining('sudo 명령이 없습니다'),
    });
  });

  it('installs engine and Compose for the reader who called sudo', async () => {
    const { code, stderr } = await machine.sh(INSTALL, { SUDO_USER: 'student' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('newgrp docker') });
    expect(steps(stderr)).toEqual([
      'system',
      'lists',
      'engine',
      'compose',
      'start',
      'group',
      'ready',
    ]);
    expect(stderr).toContain('no answer from https://download.docker.com/linux/debian');
    const answers = await machine.sh("su student -c 'docker version && docker compose version'");
    expect(answers).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Server:[^]*Compose version v?2\./),
    });
  });

  it('takes nothing but Compose from the next release', async () => {
    const { stdout } = await machine.sh(
      "apt-cache policy; apt list --installed 2>/dev/null | grep -F 'local]'",
    );
    expect(stdout).not.toContain('trixie');
    expect(stdout.match(/^\S+(?=\/)/gm)).toEqual(['docker-compose']);
  });

  it('runs a container whose port answers', async () => {
    const { code, stdout, stderr } = await machine.sh(`
      apt-get install -y --no-install-recommends busybox-static >/dev/null &&
      mkdir -p /tmp/image/bin /tmp/image/www && cp /bin/busybox /tmp/image/bin && echo hello >/tmp/image/www/index.html &&
      tar -C /tmp/image -c . | docker import - tiny >/dev/null &&
      docker run -d --name tiny --cgroup-parent ${machine.controlGroup} -p 8080:80 tiny /bin/busybox httpd -f -h /www >/dev/null &&
      curl -s --retry 20 --retry-connrefused --retry-delay 0 http://localhost:8080/ && docker rm -f tiny >/dev/null`);
    expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: 'hello\n' });
  });

  it('changes nothing when it runs again', async () => {
    const { code, stderr } = await machine.sh(`touch /tmp/before; ${INSTALL}`, {
      SUDO_USER: 'student',
    });
    expect({ code, steps: steps(stderr) }).toEqual({ code: 0, steps: ['ready'] });
    const { stdout } = await machine.sh(
      'find /etc /usr /opt /root /var/lib/dpkg /var/lib/apt /var/log -newer /tmp/before',
    );
    expect(stdout).toBe('');
  });

  it('starts an engine that was stopped, and installs nothing', async () => {
    await machine.sh(
      'pid=$(cat /var/run/docker.pid); kill "$pid"; while [ -d "/proc/$pid" ]; do sleep 0.1; done',
    );
    const { code, stderr } = await machine.sh(INSTALL);
    expect({ code, steps: steps(stderr) }).toEqual({
      code: 0,
      steps: ['system', 'start', 'ready'],
    });
  });

  it('says what the engine’s log says when it cannot start', async () => {
    await machine.sh(
      'pid=$(cat /var/run/docker.pid); kill "$pid"; while [ -d "/proc/$pid" ]; do sleep 0.1; done',
    );
    await machine.sh('mkdir -p /etc/docker; echo "{ nonsense" >/etc/docker/daemon.json');
    const { code, stderr } = await machine.sh(INSTALL);
    await machine.sh('rm /etc/docker/daemon.json');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/start: .*did not answer[^]*daemon\.json/),
    });
  });
});

describe('install-docker.sh on a bad day', () => {
  let machine: BareMachine;
  beforeAll(async () => {
    machine = await BareMachine.boot();
    await machine.sh(NO_VENDOR);
  });
  afterAll(() => machine.end());

  it('leaves Podman’s stand-in for docker alone and says so', async () => {
    await machine.sh('apt-get update && apt-get install -y --no-install-recommends podman-docker');
    const { code, stderr } = await machine.sh(INSTALL);
    await machine.sh('apt-get purge -y --autoremove podman-docker podman');
    expect({ code, steps: steps(stderr) }).toEqual({ code: 3, steps: ['system'] });
    expect(stderr).toContain('sudo apt-get remove podman-docker');
  });

  it('says so when no package source answers', async () => {
    await machine.sh('mv /etc/resolv.conf /etc/resolv.bak; rm -rf /var/lib/apt/lists/*');
    const { code, stderr } = await machine.sh(INSTALL);
    await machine.sh('mv /etc/resolv.bak /etc/resolv.conf');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/Some package lists did not arrive[^]*No Docker package/),
    });
  });

  it('was killed while packages were unpacked, and goes on from there, twice at once', async () => {
    // Once the daemon's file is there, its package is unpacked and not yet configured.
    await machine.sh(`setsid ${INSTALL} & group=$!
      until [ -e /usr/sbin/dockerd ] || [ -e /usr/sbin/dockerd.dpkg-new ]; do sleep 0.02; done
      kill -KILL -- "-$group"; wait`);
    const audit = await machine.sh('dpkg --audit');
    expect(audit.stdout).toContain('docker.io');
    const both = await Promise.all([machine.sh(INSTALL), machine.sh(INSTALL)]);
    for (const { code, stderr } of both) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('ready:') });
    }
    expect(await machine.sh('docker version && dpkg --audit')).toMatchObject({ code: 0 });
  });

  it('names an address in DOCKER_HOST where no engine answers', async () => {
    const { code, stderr } = await machine.sh(INSTALL, { DOCKER_HOST: 'tcp://127.0.0.1:1' });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/tcp:\/\/127\.0\.0\.1:1[^]*unset DOCKER_HOST/),
    });
  });

  it('brings Compose alone where the engine is there', async () => {
    await machine.sh('apt-get purge -y docker-compose');
    const { code, stderr } = await machine.sh(INSTALL);
    expect({ code, steps: steps(stderr) }).toEqual({
      code: 0,
      steps: ['system', 'lists', 'compose', 'ready'],
    });
  });
});

describe('a bare machine', () => {
  it('leaves nothing behind, not even running processes', async () => {
    const machine = await BareMachine.boot();
    const own = await need(
      'readlink',
      ['net', 'mnt', 'pid'].map((kind) => `/proc/${machine.pid}/ns/${kind}`),
    );
    await machine.sh('setsid sleep 1000 >/dev/null 2>&1 &');
    await machine.end();
    expect(await readFile('/proc/self/mountinfo', 'utf8')).not.toContain('bare-machine');
    const { stdout } = await run('bash', ['-c', 'readlink /proc/[0-9]*/ns/*']);
    for (const namespace of own.trim().split('\n')) expect(stdout).not.toContain(namespace);
  });
});
