import { execFileSync } from 'node:child_process';

import { lookIn } from './ask-unix';
import { partsHere } from './linux-here';
import { partsIn, unixScript } from './unix-script';

const onLinux = process.platform === 'linux' ? it : it.skip;

onLinux('the files of this Linux tell the same as the script', async () => {
  const said = execFileSync('sh', ['-c', unixScript], { encoding: 'utf8', stdio: 'pipe' });
  const [script, here] = await Promise.all([lookIn(partsIn(said)), lookIn(partsHere())]);
  expect(here).toBeDefined();
  // The script asks systemd in what this runs, and the files have only signs of it.
  expect({ ...here?.computer, inside: '' }).toEqual({ ...script?.computer, inside: '' });
  const sorted = (look: typeof here) => ({ ...look?.unix, groups: look?.unix.groups.toSorted() });
  expect(sorted(here)).toEqual(sorted(script));
});
