// @needs engine images ssh
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { each, HostileRoom } from '../../../testbed/hostile/hostile-room';
import { changed, endless, instead } from '../../../testbed/hostile/lies';
import { need } from '../../../testbed/programs/process';

const room = new HostileRoom();

beforeAll(async () => {
  await room.start('liar');
  const { student } = room;
  await student.load('httpd', 'busybox');
  await student.docker('run', '-d', '--name', 'apa000ex2', '-p', '8080:80', 'httpd');
  for (const volume of ['apa000vol1', 'apa000vol2'])
    await student.docker('volume', 'create', volume);
});
afterAll(() => room.stop());

const archive = async (home: string) => {
  writeFileSync(join(home, 'a'), '');
  await need('tar', ['-czf', join(home, 'backup_apa.tar.gz'), '-C', home, 'a']);
};

it('an honest machine gets its verdicts, and its own docker client talks to its engine', async () => {
  const machine = await room.machine();
  const { stdout } = await room.checkOn(machine, {
    lab: 'ch04-port ch06-volume-backup',
    furnish: archive,
  });
  expect(stdout).toContain('✓ ch04-port');
  expect(machine.asked).toContainEqual(expect.stringMatching(/^docker create /));
});

const paint = '\u001b]0;owned\u0007\u001b]52;c;b3duZWQ=\u0007\u001b[2JAll passed \u202e';
const images = (id: string) => (all: readonly object[]) => all.map((one) => ({ ...one, Id: id }));
const painted = (container: { readonly Config: object }) => ({
  ...container,
  Image: `sha256:${'0'.repeat(64)}`,
  Config: { ...container.Config, Image: paint },
});

describe('does nothing to the teacher', () => {
  each(
    {
      'an image whose id is an option of docker': {
        lab: 'ch06-volume-backup',
        furnish: archive,
        api: [changed(/\/images\/json/, images('--cidfile=canary'))],
      },
      'a container whose image paints the terminal': {
        lab: 'ch04-port',
        api: [changed(/\/containers\/\w+\/json/, painted)],
      },
      'a program that paints the terminal on standard error': {
        lab: 'ch04-port',
        exec: { 'docker*': `printf '%b' '\\033[2JAll passed\\a' >&2; exit 1` },
      },
      'an answer that is no JSON': {
        lab: 'ch04-port',
        api: [instead(/\/containers\/json/, '[{"Id":')],
      },
      'an answer without an end': {
        lab: 'ch04-port',
        api: [endless(/^GET \/containers\/json/)],
      },
    },
    (scenario) => room.inTurn(scenario),
  );
});
