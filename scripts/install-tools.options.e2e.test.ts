// @circle all @needs engine
import { BareMachine } from './testing/bare-machine';
import { holdings } from './testing/remains';

const hosts = ['dl.k8s.io', 'storage.googleapis.com', 'mirror.test'];
const minikube = '/srv/site/minikube/releases/latest/minikube-linux-???64';

describe('the options of install-kubectl.sh and install-minikube.sh on a bare Debian 13', () => {
  let machine: BareMachine;
  let before: string[];
  const script = (name: string, options = '', settings = {}) =>
    machine.sh(`bash /opt/scripts/install-${name}.sh ${options}`, settings);

  beforeAll(async () => {
    machine = await BareMachine.boot('trixie');
    await machine.sh(`printf '127.0.0.1 %s\\n' ${hosts.join(' ')} >>/etc/hosts`);
    await machine.sh(`bash /opt/scripts/testing/vendor-files.sh ${hosts.join(' ')}`);
    await machine.serve();
    before = await holdings(machine);
  });
  afterAll(() => machine.end());

  it.each(['kubectl', 'minikube'])(
    'a dry run of %s changes nothing, a second run too, and --uninstall takes all back',
    async (name) => {
      expect((await script(name, '--dry-run')).stdout).toContain(`as /usr/local/bin/${name}`);
      expect(await holdings(machine)).toEqual(before);
      expect(await script(name)).toMatchObject({ code: 0 });
      await machine.sh('touch /tmp/before');
      expect((await script(name, '--dry-run')).stdout).toContain('Nothing to do');
      expect((await script(name)).stderr).toMatch(/^\[install-\w+\] ready: .*\n$/);
      const changed = await machine.sh('find /etc /usr /opt /root /var -newer /tmp/before');
      expect(changed.stdout).toBe('');
      expect((await script(name, '--uninstall --dry-run')).stdout).toContain('would remove: file');
      expect(await script(name, '--uninstall')).toMatchObject({ code: 0 });
      expect(await holdings(machine)).toEqual(before);
    },
  );

  it('leaves a program that somebody has changed since, and names it', async () => {
    await script('minikube');
    await machine.sh('echo "# mine" >>/usr/local/bin/minikube');
    const { code, stderr } = await script('minikube', '--uninstall');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/file \/usr\/local\/bin\/minikube: it was changed since/),
    });
    await machine.sh('rm /usr/local/bin/minikube');
    expect(await script('minikube', '--uninstall')).toMatchObject({ code: 0 });
    expect(await holdings(machine)).toEqual(before);
  });

  it('goes on where a connection breaks, and in the next run where it was killed', async () => {
    await machine.sh(`for file in ${minikube}; do printf 10 >$file.break; done`);
    const resumed = await script('minikube');
    expect(resumed).toMatchObject({ code: 0, stderr: expect.stringContaining('from byte 20') });
    await script('minikube', '--uninstall');
    // A part that an earlier run has kept: of the same file, so what comes is the rest of it.
    await machine.sh(`mkdir -p /var/cache/dkkb
      for file in ${minikube}; do rm $file.break; head -c 5 $file >/var/cache/dkkb/$(cat $file.sha256); done`);
    expect(await script('minikube')).toMatchObject({ code: 0 });
    await script('minikube', '--uninstall');
    expect(await holdings(machine)).toEqual(before);
  });

  it('says that the disk is full, keeps no part of a program, and works when there is room', async () => {
    const { code, stderr } = await machine.sh(`mkdir -p /usr/local/bin
      unshare --mount bash -c 'mount -t tmpfs -o size=4k full /usr/local/bin && head -c 4096 /dev/zero >/usr/local/bin/filler
        bash /opt/scripts/install-minikube.sh'`);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining('The disk is full'),
    });
    expect(await script('minikube')).toMatchObject({ code: 0 });
    await script('minikube', '--uninstall');
    expect(await holdings(machine)).toEqual(before);
  });

  it('fails at once when the mirror does not answer, and names it', async () => {
    const { code, stderr } = await script('kubectl', '--mirror http://127.0.0.1:9');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/mirror http:\/\/127\.0\.0\.1:9 does not answer/),
    });
    await script('kubectl', '--uninstall');
    expect(await holdings(machine)).toEqual(before);
  });

  it('refuses a web page of a mirror in place of a program, and says that it is one', async () => {
    await machine.sh(`cd /srv/site; for file in minikube/releases/latest/minikube-linux-???64; do
      mkdir -p storage.googleapis.com/$(dirname $file); echo '<html>' >storage.googleapis.com/$file; done`);
    const { code, stderr } = await script('minikube', '--mirror https://mirror.test');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(
        /checksum of https:\/\/mirror\.test[^]*a web page, not a program/,
      ),
    });
    await script('minikube', '--uninstall');
    expect(await holdings(machine)).toEqual(before);
  });

  it('--source distro takes the package of kubectl, and there is none of Minikube', async () => {
    expect(await script('minikube', '--source distro')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('No distribution packages Minikube'),
    });
    expect(await script('kubectl', '--source distro')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/kubernetes-client[^]*ready: kubectl v1\.\d+/),
    });
    expect(await script('kubectl', '--uninstall')).toMatchObject({ code: 0 });
    expect(await holdings(machine)).toEqual(before);
  });
});
