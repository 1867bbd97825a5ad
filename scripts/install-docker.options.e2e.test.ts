// @circle all @needs engine
import { BareMachine } from './testing/bare-machine';
import { INSTALL, NO_VENDOR, steps } from './testing/install-docker';
import { holdings } from './testing/remains';

const RECORD = '/var/lib/dkkb-installed/docker';
const UNINSTALL = `${INSTALL} --uninstall`;

describe('the options of install-docker.sh on a bare Debian 13', () => {
  let machine: BareMachine;
  let before: string[];
  const sh = (command: string, settings = {}) => machine.sh(command, settings);

  beforeAll(async () => {
    machine = await BareMachine.boot('trixie');
    await sh(`${NO_VENDOR}; useradd --create-home student; apt-get update`);
    before = await holdings(machine);
  });
  afterAll(() => machine.end());

  it('--dry-run names packages with versions and the group, needs no root, and changes nothing', async () => {
    await sh('touch /tmp/before');
    const plan = `setpriv --reuid=student --regid=student --clear-groups ${INSTALL} --dry-run`;
    const { code, stdout } = await sh(plan);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /the distribution's package \(docker\.io\), because[^]*docker\.io 2\d\.[^]*docker-compose 2\.[^]*add student to the group/,
      ),
    });
    const changed = await sh('find /etc /usr /root /home /var -newer /tmp/before');
    expect(changed.stdout).toBe('');
  });

  it('a dead mirror ends a dry run as it ends a real run', async () => {
    const mirror = '--mirror http://127.0.0.1:9';
    const [dry, real] = [
      await sh(`${INSTALL} --dry-run ${mirror}`),
      await sh(`${INSTALL} ${mirror}`),
    ];
    expect({ code: real.code, stderr: real.stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining('The mirror http://127.0.0.1:9 does not answer.'),
    });
    expect({ code: dry.code, stderr: dry.stderr }).toEqual({ code: 3, stderr: real.stderr });
    expect(await holdings(machine)).toEqual(before);
  });

  it('--uninstall removes nothing where nothing was installed', async () => {
    expect(await sh(UNINSTALL)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('nothing to take away'),
    });
  });

  it('--uninstall removes nothing that it has not installed, and says whose it is', async () => {
    await sh(
      'printf "#!/bin/sh\\n" >/usr/local/bin/docker && chmod +x /usr/local/bin/docker && touch /tmp/before',
    );
    const { code, stderr } = await sh(UNINSTALL);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('/usr/local/bin/docker (no package'),
    });
    expect(await sh('rm /usr/local/bin/docker')).toMatchObject({ code: 0 });
  });

  it('--source vendor fails where the vendor cannot be reached, and takes no other package', async () => {
    const { code, stderr } = await sh(`${INSTALL} --source vendor`);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/cannot be had from .*download[^]*With --source vendor/),
    });
    expect(await sh(UNINSTALL)).toMatchObject({ code: 0 });
    expect(await holdings(machine)).toEqual(before);
  });

  it('names who has the lock of apt, and how long it has waited', async () => {
    const hold = `perl -MFcntl -e '$| = 1; open F, ">", "/var/lib/dpkg/lock-frontend";
      $lock = pack("s s x4 q q l x4", F_WRLCK, 0, 0, 0, 0); fcntl(F, F_SETLK, $lock) or die; print "held\\n"; <STDIN>'`;
    const { code, stdout, stderr } = await sh(
      `coproc holder { ${hold}; }; read -r line <&"\${holder[0]}"; pid=$holder_PID
       DKKB_APT_WAIT=1 ${INSTALL} --source distro; code=$?; kill $pid; echo $line $code`,
    );
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'held 3\n',
      stderr: expect.stringMatching(/at most 1s: perl \(\d+\)[^]*after 1s: perl \(\d+\)/),
    });
    expect(await sh(UNINSTALL)).toMatchObject({ code: 0 });
    expect(await holdings(machine)).toEqual(before);
  });

  it('takes back an installation that was killed while packages were unpacked', async () => {
    await sh(`setsid ${INSTALL} --source distro & group=$!
      until [ -e /usr/sbin/dockerd ] || [ -e /usr/sbin/dockerd.dpkg-new ] || [ ! -d /proc/$group ]; do sleep 0.02; done
      kill -KILL -- "-$group"; wait`);
    expect((await sh('dpkg --audit')).stdout).toContain('docker.io');
    const { code, stderr } = await sh(UNINSTALL);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('is gone') });
    expect(await holdings(machine)).toEqual(before);
  });

  it('leaves the user’s volumes, and a package that another needs meanwhile, and names them', async () => {
    const installed = await sh(`${INSTALL} --source distro`, { SUDO_USER: 'student' });
    expect(installed).toMatchObject({ code: 0 });
    expect((await sh(`touch /tmp/before; ${INSTALL} --dry-run`)).stdout).toContain('Nothing to do');
    await sh(`docker volume create kept; cd /tmp; mkdir -p mine/DEBIAN
      printf 'Package: mine\nVersion: 1\nArchitecture: all\nDepends: iptables\nMaintainer: x <x@example.invalid>\nDescription: x\n' >mine/DEBIAN/control
      dpkg-deb --build mine; dpkg -i mine.deb`);
    const planned = await sh(`${UNINSTALL} --dry-run`);
    expect(planned.stdout).toMatch(/would stay: package iptables \(other packages need it: mine\)/);
    expect(await sh('docker volume ls -q')).toMatchObject({ code: 0, stdout: 'kept\n' });
    const { code, stderr } = await sh(UNINSTALL);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /package iptables: .*mine[^]*\/var\/lib\/docker: .*sudo rm -rf \/var\/lib\/docker/,
      ),
    });
    expect(
      await sh('ls -d /var/lib/docker/volumes/kept; command -v docker; id -nG student'),
    ).toMatchObject({
      stdout: '/var/lib/docker/volumes/kept\nstudent\n',
    });
    await sh('dpkg --purge mine; rm -rf /var/lib/docker');
    expect(await sh(UNINSTALL)).toMatchObject({ code: 0 });
    expect(await holdings(machine)).toEqual(before);
  });

  it('takes key, repository, its lists and its packages back, from a stand-in of the vendor', async () => {
    const made = await sh(
      `sed -i /download.docker/d /etc/hosts; SUITE=trixie COMPONENT=stable PROGRAM=docker bash /opt/scripts/testing/vendor-site.sh download.docker.com docker-ce \
        '$([ "$1" = compose ] && echo 2.40.0 || echo Docker version 29.0)' docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin
       mkdir -p /srv/site/linux; ln -s .. /srv/site/linux/debian`,
    );
    await machine.serve();
    const known = 'bash /tmp/scripts/install-docker.sh';
    await sh(`cp -r /opt/scripts /tmp/scripts
      sed -i 's/^readonly DOCKER_KEY=.*/readonly DOCKER_KEY=${made.stdout.trim()}/' /tmp/scripts/lib-packages.sh`);
    before = await holdings(machine);
    const plan = await sh(`${known} --dry-run`);
    expect(plan.stdout).toMatch(/add the key[^]*add the repository[^]*install packages.*docker-ce/);
    const { code, stderr } = await sh(known);
    expect({ code, stderr, steps: steps(stderr) }).toEqual({
      code: 0,
      stderr: expect.any(String),
      steps: ['system', 'lists', 'engine', 'ready'],
    });
    expect((await sh(`cat ${RECORD}`)).stdout).toMatch(
      /^file .*docker\.asc\n[^]*^lists https[^]*^package docker-ce$/m,
    );
    expect(await sh(`${known} --uninstall`)).toMatchObject({ code: 0 });
    expect(await holdings(machine)).toEqual(before);
    expect((await sh('ls /var/lib/apt/lists | grep -c docker')).stdout).toBe('0\n');
  });
});
