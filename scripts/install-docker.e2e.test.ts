// @circle all @needs engine
import { open, readFile } from 'node:fs/promises';
import { need, run } from '../testbed/programs/process';
import { BareMachine } from './testing/bare-machine';
import { INSTALL, NO_VENDOR, steps } from './testing/install-docker';

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
  ])(
    'refuses another system (%j), and names the command for that system',
    async (release, remedy) => {
      const pretend = `echo '${release}' >/tmp/release; mount --bind /tmp/release /etc/os-release`;
      const { code, stderr } = await machine.sh(
        `unshare --mount bash -c '${pretend.replaceAll("'", `'"'"'`)}; ${INSTALL}'`,
      );
      expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(remedy) });
    },
  );

  describe('called by a reader who is not root', () => {
    const AS_STUDENT = `setsid --wait setpriv --reuid=student --regid=student --clear-groups ${INSTALL}`;

    it('fails without sudo, and says so in the reader’s language', async () => {
      const { code, stderr } = await machine.sh(AS_STUDENT, { DKKB_LANG: 'ko' });
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringContaining('sudo 명령이 없습니다'),
      });
    });

    it('fails without a terminal when sudo needs a password, and says what to run', async () => {
      await machine.sh('apt-get update && apt-get install -y --no-install-recommends sudo');
      const { code, stderr } = await machine.sh(AS_STUDENT);
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringContaining(`Run in a terminal: sudo ${INSTALL}`),
      });
    });

    it('installs engine and Compose for that reader', async () => {
      await machine.sh('echo "student ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/student');
      const { code, stderr } = await machine.sh(AS_STUDENT);
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: expect.stringContaining('newgrp docker'),
      });
      const begun = ['system', 'root', 'lists', 'engine', 'compose', 'start', 'group', 'ready'];
      expect(steps(stderr)).toEqual(begun);
      expect(stderr).toContain('has the power of root on this machine');
      expect(stderr).toContain('cannot be had from https://download.docker.com/linux/debian');
      const command = 'docker version && docker compose version';
      expect(await machine.sh(`su student -c '${command}'`)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/Server:[^]*Compose version v?2\./),
      });
    });
  });

  it('takes only Compose from the next release', async () => {
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
      curl -s --retry 300 --retry-all-errors --retry-delay 1 http://localhost:8080/ && docker rm -f tiny >/dev/null`);
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

  it('shows the engine’s log when the engine cannot start', async () => {
    await machine.sh(
      'pid=$(cat /var/run/docker.pid); kill "$pid"; while [ -d "/proc/$pid" ]; do sleep 0.1; done',
    );
    await machine.sh('mkdir -p /etc/docker; echo "{ nonsense" >/etc/docker/daemon.json');
    const { code, stderr } = await machine.sh(INSTALL);
    await machine.sh('rm /etc/docker/daemon.json');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/start: .*did not start[^]*daemon\.json/),
    });
  });
});

describe('install-docker.sh on a bare Debian 13', () => {
  let machine: BareMachine;
  beforeAll(async () => {
    machine = await BareMachine.boot('trixie');
    await machine.sh(NO_VENDOR);
  });
  afterAll(() => machine.end());

  it('takes engine, client and Compose from the release itself', async () => {
    const { code, stderr } = await machine.sh(INSTALL);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/ready: Docker 2\d\..* and Compose 2\./),
    });
    expect(stderr).not.toContain('from Debian');
  });
});

describe('a bare machine', () => {
  it('leaves nothing behind, not even running processes', async () => {
    const machine = await BareMachine.boot();
    const paths = ['net', 'mnt', 'pid'].map((kind) => `/proc/${machine.pid}/ns/${kind}`);
    const own = await need('readlink', paths);
    // An open namespace keeps its number, which the kernel would give to the next one otherwise.
    const kept = await Promise.all(paths.map((path) => open(path)));
    await machine.sh('setsid sleep 1000 >/dev/null 2>&1 &');
    await machine.end();
    expect(await readFile('/proc/self/mountinfo', 'utf8')).not.toContain('bare-machine');
    const { stdout } = await run('bash', ['-c', 'readlink /proc/[0-9]*/ns/*']);
    await Promise.all(kept.map((file) => file.close()));
    for (const namespace of own.trim().split('\n')) expect(stdout).not.toContain(namespace);
  });
});
