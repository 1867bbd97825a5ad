import { spawn, type ChildProcess } from 'node:child_process';

import { Output } from './output';

const started: ChildProcess[] = [];
afterAll(() => started.forEach((child) => child.kill()));

function printing(script: string): Output {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  return new Output(child);
}

test('next finds printed texts in their order, each once, in both streams', async () => {
  const output = printing(`console.log('one'); console.error('two'); console.log('one')`);
  expect((await output.next(/o(n)e/))[1]).toBe('n');
  await output.next(/one/);
  await expect(output.next(/one/)).rejects.toThrow('ended without /one/');
  expect(output.all).toContain('two');
});

test('next fails with all output when a text is not printed in time', async () => {
  const output = printing(`console.log('one'); setTimeout(() => {}, 60_000)`);
  await output.next(/one/);
  await expect(output.next(/two/, 0.1)).rejects.toThrow('ran for 0.1 s without /two/:\none');
});
