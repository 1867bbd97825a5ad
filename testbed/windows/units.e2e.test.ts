// @circle all
// @needs engine images windows @minutes 2
import { existsSync, readFileSync } from 'node:fs';

import { useEngine } from '../engine/engine';
import { repository } from '../programs/paths';
import { Windows } from './windows';

/** What `outcome.mjs` writes. */
interface Outcome {
  readonly passed: number;
  readonly files: number;
  readonly failed: readonly string[];
}

let windows: Windows;
beforeAll(async () => {
  windows = await Windows.start(await useEngine());
});
afterAll(() => windows.stop());

it('the unit tests pass with the Node.js of Windows', async () => {
  const { shown, path } = windows.inFolder('outcome.json');
  const { codes, stderr } = await windows.prompt(
    `cd /d ${windows.shows(repository)}`,
    `set "DKKB_TEST_OUTCOME=${shown}"`,
    'node node_modules\\jest\\bin\\jest.js --selectProjects unit --reporters ./testbed/windows/outcome.mjs',
  );
  if (!existsSync(path)) throw new Error(`jest came to no end:\n${stderr}`);
  const { passed, files, failed } = JSON.parse(readFileSync(path, 'utf8')) as Outcome;
  expect(failed).toEqual([]);
  expect(codes.at(-1)).toBe(0);
  expect({ files: files > 100, passed: passed > 1500 }).toEqual({ files: true, passed: true });
}, 1_800_000);
