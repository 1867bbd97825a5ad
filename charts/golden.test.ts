import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { expectGolden } from '../testbed/jest/golden';
import { writeComposeFiles } from './compose-files';
import { synthManifests } from './synth';

const outdir = mkdtempSync(join(tmpdir(), 'charts-'));
afterAll(() => rmSync(outdir, { recursive: true }));

it('synthesizes the golden manifests and no other file (written by UPDATE_GOLDEN=1 npm run golden)', async () => {
  const files = await synthManifests(outdir);
  expect(files.map((file) => basename(file)).sort()).toEqual(readdirSync(outdir).sort());
  expectGolden(
    join(__dirname, 'golden'),
    Object.fromEntries(files.map((file) => [basename(file), readFileSync(file, 'utf8')])),
  );
});

it('writes the golden Compose files', () => {
  const files = writeComposeFiles(outdir);
  expectGolden(
    join(__dirname, 'golden-compose'),
    Object.fromEntries(
      files.map((file) => [`${basename(dirname(file))}.yml`, readFileSync(file, 'utf8')]),
    ),
  );
});
