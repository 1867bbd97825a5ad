import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { labs } from '../labs';
import { expectGolden } from '../testbed/golden';
import { everything } from './parity.fixture';
import { synthStacks } from './synth';

const project = mkdtempSync(join(tmpdir(), 'stacks-'));
afterAll(() => rmSync(project, { recursive: true }));

it('synthesizes the golden Terraform of every Docker lab (written by UPDATE_GOLDEN=1 npm run golden)', async () => {
  const catalogue = [...labs, everything];
  const files = await synthStacks(join(project, 'cdktf.out'), { project, catalogue });
  expectGolden(
    join(__dirname, 'golden'),
    Object.fromEntries(
      files.map((file) => [`${basename(dirname(file))}.json`, readFileSync(file, 'utf8')]),
    ),
  );
});
