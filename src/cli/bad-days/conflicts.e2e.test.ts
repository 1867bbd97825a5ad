import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { Output } from '../../../testbed/programs/output';
import { tell } from '../../../testbed/labs/answers';
import { dkkb } from '../../../testbed/programs/paths';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
  await engine.docker('pull', '-q', 'httpd');
  await engine.docker('pull', '-q', 'nginx');
  await engine.docker('pull', '-q', 'wordpress');
});
beforeEach(() => engine.reset());
afterAll(() => engine.reset());

const ids = () => engine.docker('ps', '-q', '--no-trunc');

describe('a port of the lab', () => {
  it.each(['up', 'solve'])(
    'in use by another container stops %s, which names that container',
    async (command) => {
      await engine.docker('run', '-d', '--name', 'other', '-p', '8080:80', 'nginx');
      const before = await engine.inventory();
      const { code, problem, stderr } = await tell(engine, `${command} ch04-port`);
      expect(code).toBe(3);
      expect(problem).toMatchObject({
        code: 'port-in-use',
        values: { port: '8080', by: 'other', name: 'apa000ex2' },
      });
      expect(stderr).toContain('docker rm -f other');
      expect(await engine.inventory()).toEqual(before);
    },
  );

  it('in use by a program stops solve, which names the program', async () => {
    const server = engine.spawn(process.execPath, [
      '-e',
      'require("net").createServer().listen(8082, "127.0.0.1", () => console.log("up"))',
    ]);
    try {
      await new Output(server).next(/up/);
      const { code, problem } = await tell(engine, 'solve ch04-many');
      expect(code).toBe(3);
      expect(problem).toMatchObject({
        code: 'port-in-use',
        values: { port: '8082', by: `node (pid ${String(server.pid)})`, name: 'apa000ex4' },
      });
      expect(await ids()).toBe('');
    } finally {
      server.kill();
    }
  });
});

describe("a stranger's container under a lab's name", () => {
  it('is neither taken over nor removed, and each command says so', async () => {
    await engine.docker('run', '-d', '--name', 'apa000ex2', '-v', 'data:/data', 'nginx');
    const before = await engine.inventory();
    for (const command of ['up', 'solve']) {
      const { code, problem, stderr } = await tell(engine, `${command} ch04-port`);
      expect(code).toBe(3);
      expect(problem).toMatchObject({
        code: 'name-in-use',
        values: { name: 'apa000ex2', image: 'nginx' },
      });
      expect(stderr).toContain('docker rename apa000ex2');
    }
    expect(await tell(engine, 'check ch04-port')).toMatchObject({
      code: 1,
      problem: { code: 'image-wrong' },
    });
    for (const line of ['down ch04-port --yes', 'down --all --yes --images']) {
      const { code, stdout } = await engine.dkkb(...line.split(' '), '--lang', 'en');
      expect(code).toBe(1);
      expect(stdout).toMatch(/left alone: container apa000ex2 \(nginx/);
    }
    expect(await engine.inventory()).toEqual(before);
  });

  it('on the network of a lab keeps that network; down names it and removes the rest', async () => {
    await engine.docker('network', 'create', 'wordpress000net1');
    await engine.docker('run', '-d', '--name', 'other', '--net', 'wordpress000net1', 'nginx');
    await engine.docker('create', '--name', 'wordpress000ex12', 'wordpress');
    const { code, stdout } = await engine.dkkb(
      ...['down', 'ch05-wordpress-mysql', '--yes', '--lang', 'en'],
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/`wordpress000net1` could not be removed.*: other \[still-in-use\]/);
    expect(stdout).toContain('docker network disconnect wordpress000net1 other');
    expect(stdout).toContain('Removed 1.');
    expect(stdout).not.toMatch(/endpoint|Error/i);
    await engine.docker('network', 'disconnect', 'wordpress000net1', 'other');
    const again = await engine.dkkb('down', 'ch05-wordpress-mysql', '--yes', '--lang', 'en');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Removed 1;') });
    const nothing = await engine.dkkb('down', 'ch05-wordpress-mysql', '--lang', 'en');
    expect(nothing).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Nothing is left'),
    });
  });

  it("stays when down removes the lab's own containers", async () => {
    await engine.docker('run', '-d', '--name', 'apa000ex4', 'nginx');
    await engine.docker('run', '-d', '--name', 'apa000ex3', '-p', '8081:80', 'httpd');
    const kept = await engine.docker('ps', '-q', '--filter', 'name=apa000ex4', '--no-trunc');
    const { code, stdout } = await engine.dkkb('down', 'ch04-many', '--yes', '-o', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      removed: [{ name: 'apa000ex3' }],
      strangers: [{ name: 'apa000ex4' }],
    });
    expect(await ids()).toBe(kept);
  });
});

describe("the reader's own container", () => {
  beforeEach(() => engine.docker('run', '-d', '--name', 'apa000ex2', '-p', '8081:80', 'httpd'));

  it('up and solve do not change it, and solve says what is wrong', async () => {
    const before = await ids();
    expect((await engine.dkkb('up', 'ch04-port')).code).toBe(0);
    const { code, problem } = await tell(engine, 'solve ch04-port');
    expect({ code, told: problem?.code }).toEqual({ code: 1, told: 'port-wrong' });
    expect(await ids()).toBe(before);
  });

  it('down keeps it when there is no terminal to ask on, and removes it with --yes', async () => {
    const kept = await engine.dkkb('down', 'ch04-port', '--lang', 'en');
    expect(kept).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/kept.*apa000ex2[^]*--yes/),
    });
    expect(await ids()).not.toBe('');
    expect((await engine.dkkb('down', 'ch04-port', '--yes')).code).toBe(0);
    expect(await ids()).toBe('');
    expect((await engine.dkkb('down', 'ch04-port')).code).toBe(0);
  });

  it.each([
    ['n', 1],
    ['네', 0],
  ])('on a terminal, down with the answer "%s" ends with exit code %d', async (answer, code) => {
    const line = `"${process.execPath}" "${dkkb}" down ch04-port --lang ko`;
    const ended = await engine.exec('script', ['-qec', line, '/dev/null'], {
      input: `${answer}\n`,
    });
    expect(ended.stdout).toContain('직접 만드신 것도 삭제할까요? apa000ex2');
    expect(ended.code).toBe(code);
    expect((await ids()) === '').toBe(code === 0);
  });
});
