// What --verbose tells of programs and questions. @needs engine
import { BareUse } from '../../testbed/programs/use';
import { run } from '../../testbed/programs/process';
import { dkkb } from '../../testbed/programs/paths';

const bare = new BareUse();
afterAll(() => bare.end());

it.each(['--verbose check ch03-terminal', 'check ch03-terminal --verbose'])(
  'dkkb %s tells a program that could not be started, on standard error',
  async (line) => {
    const { code, stdout, stderr } = await bare.run(line, { LANG: 'C' });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^program +\d+ ms {2}failed: .*docker version/m);
    expect(stdout).not.toMatch(/^program/m);
  },
);

it('tells nothing of them without it', async () => {
  const { stderr } = await bare.run('check ch03-terminal', { LANG: 'C' });
  expect(stderr).not.toMatch(/^program/m);
});

it.each([
  ['--verbose', ['--verbose'], {}],
  ['DKKB_DEBUG=1', [], { DKKB_DEBUG: '1' }],
])(
  '%s tells each program with its exit code and leaves JSON as it is',
  async (_way, flags, env) => {
    const words = ['check', 'ch03-terminal', '-o', 'json', ...flags];
    const { stdout, stderr } = await run(process.execPath, [dkkb, ...words], { env });
    expect(stderr).toMatch(/^program +\d+ ms {2}exit 0 {2}docker version/m);
    expect(JSON.parse(stdout)).toHaveProperty('labs');
  },
);
