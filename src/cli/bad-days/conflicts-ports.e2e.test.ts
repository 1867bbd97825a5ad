// More cases of a port in use, and more answers on a terminal, than in conflicts.e2e. @circle all

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { tell } from '../../../testbed/labs/answers';
import { dkkb } from '../../../testbed/programs/paths';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
  await engine.docker('pull', '-q', 'httpd');
  await engine.docker('pull', '-q', 'nginx');
});
beforeEach(() => engine.reset());
afterAll(() => engine.reset());

const ids = () => engine.docker('ps', '-q', '--no-trunc');

describe('a port of the lab', () => {
  it("in use by another lab's container stops solve until that lab is down", async () => {
    await engine.docker('run', '-d', '--name', 'apa000ex2', '-p', '8084:80', 'httpd');
    const { code, problem } = await tell(engine, 'solve ch04-nginx');
    expect({ code, by: problem?.values['by'] }).toEqual({ code: 3, by: 'apa000ex2' });
    expect((await tell(engine, 'down ch04-port --yes')).code).toBe(0);
    expect((await tell(engine, 'solve ch04-nginx')).code).toBe(0);
  });

  it("in use by another of the lab's own containers stops solve, which names it", async () => {
    await engine.docker('run', '-d', '--name', 'apa000ex3', '-p', '8082:80', 'httpd');
    const { code, problem } = await tell(engine, 'solve ch04-many');
    expect(code).toBe(3);
    expect(problem).toMatchObject({
      code: 'port-in-use',
      values: { port: '8082', by: 'apa000ex3' },
    });
    expect((await tell(engine, 'down ch04-many --yes')).code).toBe(0);
    expect(await engine.docker('ps', '-aq')).toBe('');
  });

  it('is free when only UDP or a stopped container has it', async () => {
    await engine.docker('run', '-d', '--name', 'udp', '-p', '8080:80/udp', 'httpd');
    await engine.docker('create', '--name', 'stopped', '-p', '8080:80', 'httpd');
    expect((await tell(engine, 'solve ch04-port')).code).toBe(0);
  });
});

describe("the reader's own container", () => {
  beforeEach(() => engine.docker('run', '-d', '--name', 'apa000ex2', '-p', '8081:80', 'httpd'));

  it.each([
    ['', 1],
    ['y', 0],
  ])('on a terminal, down with the answer "%s" ends with exit code %d', async (answer, code) => {
    const line = `"${process.execPath}" "${dkkb}" down ch04-port --lang ko`;
    const ended = await engine.exec('script', ['-qec', line, '/dev/null'], {
      input: `${answer}\n`,
    });
    expect(ended.stdout).toContain('직접 만드신 것도 삭제할까요? apa000ex2');
    expect(ended.code).toBe(code);
    expect((await ids()) === '').toBe(code === 0);
  });

  it('on a terminal with a spinner, down asks about it too', async () => {
    const line = `stty cols 80; "${process.execPath}" "${dkkb}" down ch04-port --lang ko`;
    const ended = await engine.exec('script', ['-qec', line, '/dev/null'], {
      input: 'y\n',
    });
    expect(ended.code).toBe(0);
    expect(await ids()).toBe('');
  });
});
