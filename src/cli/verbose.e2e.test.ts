// What --verbose prints about programs and requests. @needs engine images
import { BareUse } from '../../testbed/programs/use';
import { useEngine } from '../../testbed/engine/engine';
import { dkkb } from '../../testbed/programs/paths';

const bare = new BareUse();
afterAll(() => bare.end());

it.each(['--verbose check ch03-terminal', 'check ch03-terminal --verbose'])(
  'dkkb %s prints on standard error a program that could not be started',
  async (line) => {
    const { code, stdout, stderr } = await bare.run(line, { LANG: 'C' });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^program +\d+ ms {2}failed: .*docker version/m);
    expect(stdout).not.toMatch(/^program/m);
  },
);

it('without --verbose, no program is printed', async () => {
  const { stderr } = await bare.run('check ch03-terminal', { LANG: 'C' });
  expect(stderr).not.toMatch(/^program/m);
});

it.each([
  ['--verbose', ['--verbose'], []],
  ['DKKB_DEBUG=1', [], ['DKKB_DEBUG=1']],
])(
  '%s prints each program with its exit code, and does not change the JSON',
  async (_way, flags, env) => {
    const engine = await useEngine();
    const words = [process.execPath, dkkb, 'check', 'ch03-terminal', '-o', 'json', ...flags];
    const { stdout, stderr } = await engine.exec('env', [...env, ...words]);
    expect(stderr).toMatch(/^program +\d+ ms {2}exit 0 {2}docker version/m);
    expect(JSON.parse(stdout)).toHaveProperty('labs');
  },
);

it('--verbose prints each request to the engine, and no password of a database', async () => {
  const engine = await useEngine();
  const words = [process.execPath, dkkb, 'check', 'ch04-mysql', '--verbose'];
  await engine.docker(
    'run',
    '-dit',
    '--name',
    'mysql000ex7',
    '-e',
    'MYSQL_ROOT_PASSWORD=myrootpass',
    'mysql',
  );
  const { stderr } = await engine.exec('env', words);
  expect(stderr).toMatch(/^engine +\d+ ms {2}HTTP 200 {2}GET \/containers/m);
  expect(stderr).not.toContain('myrootpass');
});
