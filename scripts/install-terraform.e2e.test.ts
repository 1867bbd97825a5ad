// @circle all @needs engine
import { BareMachine } from './testing/bare-machine';

const HOST = 'apt.releases.hashicorp.com';
const TERRAFORM = `bash /opt/scripts/install-terraform.sh`;

describe('install-terraform.sh on a bare Debian 12', () => {
  let machine: BareMachine;
  let fingerprint: string;

  const apt = async (): Promise<string> =>
    (await machine.sh('cat /etc/apt/sources.list; ls -A /etc/apt/sources.list.d /etc/apt/keyrings'))
      .stdout;

  beforeAll(async () => {
    machine = await BareMachine.boot();
  });
  afterAll(() => machine.end());

  it('says what to do when the vendor cannot be reached', async () => {
    const before = await apt();
    const { code, stderr } = await machine.sh(
      `echo 127.0.0.1 ${HOST} >/tmp/hosts; unshare --mount bash -c '
         mount --bind /tmp/hosts /etc/hosts; ${TERRAFORM}'`,
      { DKKB_LANG: 'ko' },
    );
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(
        new RegExp(`${HOST} 주소에서 .*받을 수 없습니다[^]*/usr/local/bin`),
      ),
    });
    expect(await apt()).toBe(before);
  });

  it('refuses another key under the vendor’s name', async () => {
    const site = `bash /opt/scripts/testing/vendor-site.sh ${HOST} terraform "Terraform v1.9.8"`;
    const made = await machine.sh(site);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[0-9A-F]{40}\n$/) });
    fingerprint = made.stdout.trim();
    await machine.serve();
    const before = await apt();
    const { code, stderr } = await machine.sh(TERRAFORM);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(`fingerprint ${fingerprint}, not 798AEC65`),
    });
    expect(await apt()).toBe(before);
  });

  it('refuses a login page in place of the key', async () => {
    await machine.sh('cd /srv/site && mv gpg key && echo "<html>log in</html>" >gpg');
    const { code, stderr } = await machine.sh(TERRAFORM);
    await machine.sh('cd /srv/site && mv key gpg');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining('fingerprint none'),
    });
  });

  describe('with the known key', () => {
    const known = 'bash /tmp/scripts/install-terraform.sh';
    beforeAll(() =>
      machine.sh(`cp -r /opt/scripts /tmp/scripts &&
        sed -i 's/^readonly KEY=.*/readonly KEY=${fingerprint}/' /tmp/scripts/install-terraform.sh`),
    );

    it('refuses a package list with a wrong signature, and leaves no package source', async () => {
      const before = await apt();
      const release = '/srv/site/dists/bookworm/InRelease';
      await machine.sh(
        `cp ${release} /tmp/InRelease && sed -i 's/^Suite: .*/Suite: forged/' ${release}`,
      );
      const { code, stderr } = await machine.sh(known);
      await machine.sh(`cp /tmp/InRelease ${release}`);
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringContaining('package list did not arrive'),
      });
      expect(await apt()).toBe(before);
    });

    it('installs the vendor’s package, and only once', async () => {
      const first = await machine.sh(known);
      expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('Terraform 1.9.8') });
      expect(await apt()).toContain('hashicorp.sources');
      const again = await machine.sh(known);
      expect(again.stderr).toBe('[install-terraform] ready: Terraform 1.9.8 answers.\n');
    });

    it('names an older terraform that hides the new one', async () => {
      const old = '/usr/local/bin/terraform';
      await machine.sh(`printf '#!/bin/sh\\necho Terraform v1.4.9\\n' >${old}; chmod +x ${old}`);
      const { code, stderr } = await machine.sh(known);
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringMatching(`${old}, is version 1.4.9`),
      });
    });
  });
});
