import { labs } from '../../../labs/index';
import { speak } from '../language';
import { printedUntilEnd } from '../printed.fixture';
import { show } from './show';

beforeEach(() => speak('en'));

const shown = (id: string, options = {}) => printedUntilEnd(() => show(id, options));

it.each([
  'ch04-lifecycle',
  'ch04-images',
  'ch06-copy-in',
  'ch06-copy-out',
  'ch06-volume-backup',
  'ch06-commit',
  'ch07-compose-up',
  'ch07-compose-down',
  'ch08-service',
  'ch08-scale',
  'ch08-nginx',
  'ch08-self-heal',
  'ch08-delete',
])('%s begins with what `dkkb up` prepares', async (id) => {
  expect((await shown(id)).split('\n')[1]).toContain(`dkkb up ${id}`);
  speak('ko');
  expect((await shown(id)).split('\n')[1]).toContain(`먼저 준비하기: dkkb up ${id}`);
  expect(JSON.parse(await shown(id, { output: 'json' }))).toMatchObject({ needsUp: true });
});

it.each(['ch03-terminal', 'ch04-port', 'ch05-wordpress-mysql', 'ch07-compose-file', 'ch08-pod'])(
  '%s needs nothing that `dkkb up` prepares',
  async (id) => {
    expect(await shown(id)).not.toContain('dkkb up');
    expect(JSON.parse(await shown(id, { output: 'json' }))).toMatchObject({ needsUp: false });
  },
);

it('the hint is shown with the solution where both are asked for', async () => {
  const shown = await printedUntilEnd(() => show('app-nano', { hint: true, solution: true }));
  expect(shown).toMatch(/^Hint: [^]*\n\nnano hello\.txt\n$/);
});

/** The addresses at which the containers of a lab's solution answer a browser. */
const pages = labs.flatMap((lab) => {
  if (lab.platform !== 'docker') return [];
  const services = Object.values(lab.solution.services ?? {});
  const ports = services.flatMap(({ ports = [] }) => ports.map((port) => port.split(':')[0]));
  return ports.map((port) => [lab.id, `http://localhost:${port}`] as const);
});

// The registry has no page.
it.each(pages.filter(([id]) => id !== 'ch06-registry'))(
  '%s says to open %s',
  async (id, address) => {
    expect(await shown(id)).toMatch(new RegExp(String.raw`${address}\b`));
  },
);
