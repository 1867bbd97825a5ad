// @circle all @needs engine
import { BareMachine, type Release } from './testing/bare-machine';
import { INSTALL, NO_VENDOR } from './testing/install-docker';
import { holdings } from './testing/remains';

const all: readonly Release[] = ['bookworm', 'trixie', 'jammy', 'noble', 'resolute'];
// DKKB_RELEASES=all tries every release; the roots of Ubuntu need Ubuntu's archive.
const releases = process.env.DKKB_RELEASES === 'all' ? all : (['bookworm'] as const);

describe.each(releases)('the distribution’s packages on a bare %s', (release) => {
  let machine: BareMachine;
  beforeAll(async () => {
    machine = await BareMachine.boot(release);
    await machine.sh(`${NO_VENDOR}; apt-get update`);
  });
  afterAll(() => machine.end());

  it('engine and Compose answer, a second run changes nothing, and all can be taken back', async () => {
    const before = await holdings(machine);
    expect((await machine.sh(`${INSTALL} --dry-run`)).stdout).toMatch(/docker\.io \d/);
    const { code, stderr } = await machine.sh(`${INSTALL} --source distro`);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/ready: Docker 2\d\..* and Compose 2\./),
    });
    const again = await machine.sh(`touch /tmp/before; ${INSTALL}
      find /etc /usr /opt /root /var/lib/dpkg /var/lib/apt /var/log/dkkb* -newer /tmp/before`);
    expect(again.stdout).toBe('');
    const removed = await machine.sh(`${INSTALL} --uninstall`);
    expect({ code: removed.code, stderr: removed.stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('is gone'),
    });
    expect(await holdings(machine)).toEqual(before);
  });
});
