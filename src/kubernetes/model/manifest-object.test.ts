import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { manifests } from './manifests';
import { manifestText } from './manifest-object';
import { repository } from '../../../testbed/programs/paths';

const golden = join(repository, 'charts', 'golden');

it.each(manifests.map((manifest) => [manifest.file, manifest] as const))(
  'writes %s byte for byte as the charts synthesize it',
  (file, manifest) => {
    expect(manifestText(manifest)).toBe(readFileSync(join(golden, `${file}.yml`), 'utf8'));
  },
);
