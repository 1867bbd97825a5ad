import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { labs } from '../labs/index';
import { expectGolden } from '../testbed/jest/golden';
import { everything } from './parity.fixture';
import { classOfTwo } from './practice-vm.fixture';
import { synthStacks } from './synth';

// The versions of zlib compress a little differently. Other tests look at the content.
const userData = /("user_data_base64": ")[^"]*/;

const project = mkdtempSync(join(tmpdir(), 'stacks-'));
afterAll(() => rmSync(project, { recursive: true }));

it('synthesizes the golden Terraform of every Docker lab (written by UPDATE_GOLDEN=1 npm run golden)', async () => {
  const catalogue = [...labs, everything];
  const files = await synthStacks(join(project, 'cdktf.out'), {
    project,
    catalogue,
    vm: classOfTwo,
  });
  expectGolden(
    join(__dirname, 'golden'),
    Object.fromEntries(
      files.map((file) => [
        `${basename(dirname(file))}.json`,
        readFileSync(file, 'utf8').replace(userData, '$1…'),
      ]),
    ),
  );
});
