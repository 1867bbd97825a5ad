import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { endWatches, startWatch } from '../../../testbed/programs/watching';

let engine: Engine;

beforeEach(async () => {
  engine = await useEngine();
});

afterEach(endWatches);

const watch = (...args: string[]) => startWatch(engine, ...args);

test('ticks a step that is done, unticks it when undone, and ends when all is passed', async () => {
  const { output, code } = watch('ch04-many');
  await output.next(/Work in another terminal/);
  expect(output.all).toContain('Beginning the lab `ch04-many` now');
  expect(output.all).not.toContain('docker run');
  await engine.docker('run', '--name', 'apa000ex3', '-d', '-p', '8081:80', 'httpd');
  await output.next(/✓ Container `apa000ex3` runs/);
  await output.next(/✓ http:\/\/localhost:8081 shows/);
  await engine.docker('rm', '-f', 'apa000ex3');
  await output.next(/· Container `apa000ex3` runs/);
  for (const [name, port] of Object.entries({
    apa000ex3: 8081,
    apa000ex4: 8082,
    apa000ex5: 8083,
  })) {
    await engine.docker('run', '--name', name, '-d', '-p', `${String(port)}:80`, 'httpd');
  }
  await output.next(/All passed\.\nClean up: dkkb down ch04-many/);
  expect(await code).toBe(0);
  const { stdout } = await engine.dkkb('progress', '-o', 'json');
  expect(stdout).toMatch(/"id": "ch04-many",\s+"passed": true/);
});

test('says under the step what is wrong and what to do', async () => {
  const { output, child, code } = watch('ch04-port');
  await output.next(/Work in another terminal/);
  await engine.docker('run', '--name', 'apa000ex2', '-d', '-p', '8090:80', 'httpd');
  await output.next(
    /✗ Container `apa000ex2` runs.*\n.*\[port-wrong\]\n.*\n +docker rm -f apa000ex2/,
  );
  child.kill('SIGINT');
  expect(await code).toBe(130);
});

test('follows a container from its creation to its removal, also when it was renamed', async () => {
  const { output, code } = watch('ch04-lifecycle');
  await output.next(/Work in another terminal/);
  await engine.docker('create', '--name', 'misspelt', 'httpd');
  await engine.docker('rename', 'misspelt', 'apa000ex1');
  await output.next(/✓ Container `apa000ex1` was made/);
  await engine.docker('start', 'apa000ex1');
  await output.next(/✓ Container `apa000ex1` was started/);
  await engine.docker('stop', '-t', '0', 'apa000ex1');
  await output.next(/✓ Container `apa000ex1` was stopped/);
  await engine.docker('rm', 'apa000ex1');
  await output.next(/✓ Container `apa000ex1` was removed/);
  expect(await code).toBe(0);
});

test('ends with engine-not-running and exit code 3 when the engine stops', async () => {
  const { output, code } = watch('ch04-port');
  await output.next(/Work in another terminal/);
  await engine.stopDaemon();
  await output.next(/\[engine-not-running\]/);
  expect(await code).toBe(3);
});

test('checks a lab of chapter 3 only once, and refuses a lab that does not exist', async () => {
  expect((await engine.dkkb('watch', 'ch03-terminal')).code).toBe(0);
  const wrong = await engine.dkkb('watch', 'ch04-prt', '--lang', 'en');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('ch04-port');
});
