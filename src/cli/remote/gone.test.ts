import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { goneMachine } from './gone';

const data = mkdtempSync(join(tmpdir(), 'dkkb-gone-'));
const before = process.env['DKKB_DATA'];
beforeAll(() => (process.env['DKKB_DATA'] = data));
afterAll(() => {
  if (before === undefined) delete process.env['DKKB_DATA'];
  else process.env['DKKB_DATA'] = before;
  rmSync(data, { recursive: true });
});

it('a VM that there is not is gone; an address and this computer are not', async () => {
  expect((await goneMachine({ on: 'vm' }))?.ko).toContain('남아 있지 않습니다');
  expect(await goneMachine({ on: 'ssh://kim@10.0.0.7' })).toBeUndefined();
  expect(await goneMachine({})).toBeUndefined();
});
