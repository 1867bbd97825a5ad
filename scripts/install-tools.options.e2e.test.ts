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
      const korean = await script(name, '--uninstall --dry-run', { DKKB_LANG: 'ko' });
      expect(korean.stdout).toContain(`지우게 됩니다: 파일 /usr/local/bin/${name}`);
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

  it.each(['', '--dry-run '])(
    'fails at once when the mirror does not answer, and names it (%s)',
    async (dry) => {
      for (const name of ['kubectl', 'minikube']) {
        const { code, stderr } = await script(name, `${dry}--mirror http://127.0.0.1:9`);
        expect({ code, stderr }).toEqual({
          code: 3,
          stderr: expect.stringMatching(/mirror http:\/\/127\.0\.0\.1:9 does not answer\./),
        });
      }
      expect(await holdings(machine)).toEqual(before);
    },
  );

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

  it('a dry run ends as the real run where the vendor’s checksum cannot be had', async () => {
    // Without curl a dry run can try the connection only.
    await machine.sh('apt-get install -y --no-install-recommends curl');
    before = await holdings(machine);
    await machine.sh('mv /srv/site/minikube /srv/vendor');
    const mirror = '--mirror https://mirror.test';
    const [dry, real] = [
      await script('minikube', `--dry-run ${mirror}`),
      await script('minikube', mirror),
    ];
    expect({ code: real.code, stderr: real.stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(
        /sha256 did not arrive: [^]*or name a file with the vendor's checksum in DKKB_SUMS/,
      ),
    });
    const lines = real.stderr.split('\n').filter((line) => /did not arrive|checksum/.test(line));
    expect({ code: dry.code, lines: dry.stderr.split('\n') }).toEqual({
      code: 3,
      lines: expect.arrayContaining(lines),
    });
    await script('minikube', '--uninstall');
    await machine.sh(
      `cd /srv/site/storage.googleapis.com && sha256sum minikube/releases/latest/* >/srv/sums`,
    );
    const known = { DKKB_SUMS: '/srv/sums' };
    expect(await script('minikube', `--dry-run ${mirror}`, known)).toMatchObject({ code: 0 });
    await machine.sh('mv /srv/vendor /srv/site/minikube');
    expect(await holdings(machine)).toEqual(before);
  });

  it('a dry run says that it is the distribution’s kubectl where the vendor is not reached', async () => {
    await machine.sh('mv /srv/site/release /srv/vendor');
    const dry = await script('kubectl', '--dry-run');
    const strict = await script('kubectl', '--dry-run --source vendor');
    await machine.sh('mv /srv/vendor /srv/site/release');
    expect(dry).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/package \(kubernetes-client\), because the vendor's cannot/),
      stderr: expect.stringContaining('stable.txt did not arrive: curl'),
    });
    expect(strict).toMatchObject({ code: 3, stderr: expect.stringContaining('--source vendor') });
  });

  it.each(['', ' --dry-run'])(
    '--source distro says that Ubuntu has no kubectl, and not that an address is missing (%s)',
    async (dry) => {
      // No package lists, as on an Ubuntu whose lists have no such package.
      const { code, stderr } =
        await machine.sh(`printf 'ID=ubuntu\nUBUNTU_CODENAME=noble\n' >/tmp/release
        unshare --mount bash -c 'mount --bind /tmp/release /etc/os-release; mount -t tmpfs none /var/lib/apt/lists
          bash /opt/scripts/install-kubectl.sh --source distro${dry}'`);
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringMatching(
          /^\[install-kubectl\] .*Ubuntu has no package of kubectl\. Run this again without --source\.\n$/,
        ),
      });
      expect(await holdings(machine)).toEqual(before);
    },
  );

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
