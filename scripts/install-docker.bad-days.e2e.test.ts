// @circle all @needs engine
import { BareMachine } from './testing/bare-machine';
import { INSTALL, NO_VENDOR, steps } from './testing/install-docker';

describe('install-docker.sh on a bad day', () => {
  let machine: BareMachine;
  beforeAll(async () => {
    machine = await BareMachine.boot();
    await machine.sh(NO_VENDOR);
  });
  afterAll(() => machine.end());

  it('refuses to install beside Podman’s docker command, and says how to remove that', async () => {
    await machine.sh('apt-get update && apt-get install -y --no-install-recommends podman-docker');
    const { code, stderr } = await machine.sh(INSTALL);
    await machine.sh('apt-get purge -y --autoremove podman-docker podman');
    expect({ code, steps: steps(stderr) }).toEqual({ code: 3, steps: ['system'] });
    expect(stderr).toContain('sudo apt-get remove podman-docker');
  });

  it('fails when no package source answers, and says why', async () => {
    await machine.sh('mv /etc/resolv.conf /etc/resolv.bak; rm -rf /var/lib/apt/lists/*');
    const { code, stderr } = await machine.sh(INSTALL);
    await machine.sh('mv /etc/resolv.bak /etc/resolv.conf');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/Some package lists did not arrive[^]*No Docker package/),
    });
  });

  it('finishes after it was killed while packages were unpacked, also when it runs twice at once', async () => {
    // When the daemon's file appears, its package is unpacked and not yet configured.
    await machine.sh(`setsid ${INSTALL} & group=$!
      until [ -e /usr/sbin/dockerd ] || [ -e /usr/sbin/dockerd.dpkg-new ] || [ ! -d /proc/$group ]; do sleep 0.02; done
      kill -KILL -- "-$group"; wait`);
    const audit = await machine.sh('dpkg --audit');
    expect(audit.stdout).toContain('docker.io');
    const both = await Promise.all([machine.sh(INSTALL), machine.sh(INSTALL)]);
    for (const { code, stderr } of both) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('ready:') });
    }
    expect(await machine.sh('docker version && dpkg --audit')).toMatchObject({ code: 0 });
  });

  it('names the address in DOCKER_HOST when no engine answers there', async () => {
    const { code, stderr } = await machine.sh(INSTALL, { DOCKER_HOST: 'tcp://127.0.0.1:1' });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/tcp:\/\/127\.0\.0\.1:1[^]*unset DOCKER_HOST/),
    });
  });

  it('installs only Compose when the engine is already installed', async () => {
    await machine.sh('apt-get purge -y docker-compose');
    const { code, stderr } = await machine.sh(INSTALL);
    expect({ code, steps: steps(stderr) }).toEqual({
      code: 0,
      steps: ['system', 'lists', 'compose', 'ready'],
    });
  });
});
