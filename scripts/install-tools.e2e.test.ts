// @circle all @needs engine
import type { Finished } from '../testbed/programs/process';
import { BareMachine } from './testing/bare-machine';

const vendors = { kubectl: 'dl.k8s.io', minikube: 'storage.googleapis.com' };
const mirrorHost = 'mirror.test';
const hosts = [...Object.values(vendors), mirrorHost];
const program = (name: string) => `/usr/local/bin/${name}`;

describe('the tools of the practice machine on a bare Debian 13', () => {
  let machine: BareMachine;
  const install = (name: string, settings = {}): Promise<Finished> =>
    machine.sh(`bash /opt/scripts/install-${name}.sh`, settings);
  const kept = async (): Promise<string> => (await machine.sh('ls /usr/local/bin')).stdout;

  beforeAll(async () => {
    machine = await BareMachine.boot('trixie');
    await machine.sh(`printf '127.0.0.1 %s\\n' ${hosts.join(' ')} >>/etc/hosts`);
  });
  afterAll(() => machine.end());

  describe('when the vendors cannot be reached', () => {
    it('Minikube fails, because no distribution packages it, and leaves nothing', async () => {
      const { code, stderr } = await install('minikube', { DKKB_LANG: 'ko' });
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringMatching(/minikube: .*배포판 패키지가 없어 .*storage\.googleapis/),
      });
      expect(await kept()).toBe('');
    });

    it('nano fails when no package source has it', async () => {
      const { code, stderr } = await machine.sh(
        `echo >/tmp/none; unshare --mount bash -c 'mount --bind /tmp/none /etc/apt/sources.list
           mount -t tmpfs none /var/lib/apt/lists; bash /opt/scripts/install-nano.sh'`,
      );
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringContaining('No package nano can be had'),
      });
    });

    it('nano is installed, and a second run changes nothing', async () => {
      expect(await install('nano')).toMatchObject({
        code: 0,
        stderr: expect.stringMatching(/nano: Installing[^]*ready: nano \d+\.\d+ answers/),
      });
      expect((await install('nano')).stderr).toMatch(/^\[install-nano\] ready: .*\n$/);
    });
  });

  describe('practice-machine.sh', () => {
    const made = (): Promise<Finished> =>
      machine.sh('bash /opt/scripts/practice-machine.sh lists minikube nano');
    const told = async (): Promise<string> =>
      (await machine.sh('cd /var/lib/dkkb && grep "" steps failed; ls')).stdout;

    it('continues after a failed step, and names it', async () => {
      const { code, stderr } = await made();
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining('No distribution packages Minikube'),
      });
      const states = ['lists begun', 'lists done', 'minikube begun', 'minikube failed 3'];
      const lines = [...states, 'nano begun', 'nano done'].map((line) => `steps:${line}\n`);
      expect(await told()).toBe(`${lines.join('')}failed:minikube\nfailed\nfailed.log\nsteps\n`);
    });

    it('does the missing steps when it runs again, and is then ready', async () => {
      await machine.sh(
        'printf "#!/bin/sh\necho v1.2.3\n" >/usr/local/bin/minikube && chmod +x /usr/local/bin/minikube',
      );
      expect(await made()).toMatchObject({ code: 0 });
      await machine.sh('rm /usr/local/bin/minikube');
      expect(await told()).toMatch(/nano done\nready\nsteps\n$/);
    });

    it.each([
      ['', 2, 'Name the steps'],
      ['no-such-step', 1, 'install-no-such-step.sh'],
    ])('refuses the steps %j', async (steps, code, text) => {
      const refused = await machine.sh(`bash /opt/scripts/practice-machine.sh ${steps}`);
      expect(refused).toMatchObject({ code, stderr: expect.stringContaining(text) });
    });
  });

  describe('deadline.sh', () => {
    it.each(['', 'arm', 'set x', 'set -1', 'set 99999999', 'extend 1 2', 'stop'])(
      'refuses %j',
      async (words) => {
        const { code, stderr } = await machine.sh(`bash /opt/scripts/deadline.sh ${words}`);
        expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('usage') });
      },
    );

    it.each(['show', 'extend 60'])('fails for %j when no deadline is set', async (words) => {
      const { code, stderr } = await machine.sh(`bash /opt/scripts/deadline.sh ${words}`);
      expect({ code, stderr }).toEqual({ code: 3, stderr: 'no deadline is set\n' });
    });
  });

  describe('when the vendors answer', () => {
    beforeAll(async () => {
      const made = await machine.sh(`bash /opt/scripts/testing/vendor-files.sh ${hosts.join(' ')}`);
      expect(made).toMatchObject({ code: 0 });
      await machine.serve();
    });
    afterEach(() => machine.sh('rm -f /usr/local/bin/*'));

    it.each(['kubectl', 'minikube'])(
      'installs %s, and a second run changes nothing',
      async (name) => {
        expect(await install(name)).toMatchObject({
          code: 0,
          stderr: expect.stringMatching(/ready: .*v9\.9\.9 answers/),
        });
        expect((await install(name)).stderr).toMatch(/^\[install-\w+\] ready: .*\n$/);
      },
    );

    it('refuses a Minikube with another checksum, and names both checksums', async () => {
      await machine.sh(`cd /srv/site/minikube/releases/latest
        for file in minikube-linux-???64; do cp -p $file /srv/kept; echo more >>$file; done`);
      const { code, stderr } = await install('minikube');
      await machine.sh('cp -p /srv/kept /srv/site/minikube/releases/latest/minikube-linux-???64');
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringMatching(/checksum of .* is [0-9a-f]{64}, not [0-9a-f]{64}/),
      });
      expect(await kept()).toBe('');
    });

    it('refuses a login page in place of a checksum', async () => {
      const sum = '/srv/site/minikube/releases/latest/minikube-linux-???64.sha256';
      await machine.sh(`for file in ${sum}; do cp $file /srv/kept; echo '<html>' >$file; done`);
      const { code, stderr } = await install('minikube');
      await machine.sh(`for file in ${sum}; do cp /srv/kept $file; done`);
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringContaining('There is no checksum in'),
      });
    });

    describe('with a mirror', () => {
      const settings = { DKKB_MIRROR: `https://${mirrorHost}/` };
      const files = 'minikube/releases/latest/minikube-linux-???64';
      const onMirror = `/srv/site/${vendors.minikube}/${files}`;

      beforeAll(async () => {
        const { kubectl, minikube } = vendors;
        await machine.sh(`cd /srv/site && mkdir ${kubectl} ${minikube} &&
          cp -rp release ${kubectl} && cp -rp minikube ${minikube} && find ${kubectl} ${minikube} -name '*.sha256' -delete &&
          find release minikube -type f ! -name '*.sha256' ! -name stable.txt -delete`);
      });

      it.each(['kubectl', 'minikube'])(
        'takes %s from the mirror and its checksum from the vendor',
        async (name) => {
          expect(await install(name, settings)).toMatchObject({ code: 0 });
          expect(await kept()).toBe(`${name}\n`);
        },
      );

      it('refuses a Minikube that was changed on the mirror together with its checksum', async () => {
        await machine.sh(`for file in ${onMirror}; do cp -p $file /srv/kept; echo more >>$file
          sha256sum $file | cut -d' ' -f1 >$file.sha256; done`);
        const { code, stderr } = await install('minikube', settings);
        await machine.sh(
          `for file in ${onMirror}; do cp -p /srv/kept $file; rm $file.sha256; done`,
        );
        expect({ code, stderr }).toEqual({
          code: 3,
          stderr: expect.stringMatching(/checksum of .*mirror\.test.* is [0-9a-f]{64}, not/),
        });
        expect(await kept()).toBe('');
      });

      it('refuses a checksum over http, also when the vendor redirects to it', async () => {
        const sums = `/srv/site/${files}.sha256`;
        await machine.sh(`for file in ${sums}; do cp $file /srv/site/clear
          echo http://${vendors.minikube}/clear >$file.location; done`);
        const { code, stderr } = await install('minikube', settings);
        await machine.sh(`rm ${sums}.location`);
        expect({ code, stderr }).toEqual({
          code: 3,
          stderr: expect.stringMatching(/sha256 did not arrive: .*http/i),
        });
        expect(await kept()).toBe('');
      });

      it('refuses a file without a known checksum, and accepts it with one from DKKB_SUMS', async () => {
        await machine.sh(`mv /srv/site/minikube /srv/vendor`);
        const refused = await install('minikube', settings);
        expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('DKKB_SUMS') });
        expect(await kept()).toBe('');
        await machine.sh(`cd /srv/site && sha256sum ${vendors.minikube}/${files} >/srv/sums`);
        const known = { ...settings, DKKB_SUMS: '/srv/sums' };
        expect(await install('minikube', known)).toMatchObject({ code: 0 });
        await machine.sh(
          `rm /usr/local/bin/*; sed -Ei 's/^[0-9a-f]{64}/$(printf 0%.0s {1..64})/' /srv/sums`,
        );
        expect(await install('minikube', known)).toMatchObject({ code: 3 });
        await machine.sh('mv /srv/vendor /srv/site/minikube');
      });
    });
  });

  it('installs the distribution’s kubectl when the vendor has none, and says so', async () => {
    await machine.sh('rm -rf /srv/site/*');
    const { code, stderr } = await install('kubectl');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /stable\.txt did not arrive: .*\n.*\(kubernetes-client\) in place of the vendor[^]*ready: kubectl v1\.\d+/,
      ),
    });
    expect(await machine.sh(`test -e ${program('kubectl')}`)).toMatchObject({ code: 1 });
  });
});
