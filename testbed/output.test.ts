import { spawn } from 'node:child_process';

import { Output } from './output';

const printing = (script: string) =>
  new Output(spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] }));

test('what is printed is found in its order, each once, in either stream', async () => {
  const output = printing(`console.log('one'); console.error('two'); console.log('one')`);
  expect((await output.next(/o(n)e/))[1]).toBe('n');
  await output.next(/one/);
  await expect(output.next(/one/)).rejects.toThrow('ended without /one/');
  expect(output.all).toContain('two');
});
