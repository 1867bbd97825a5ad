import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { manifests } from './kube';
import { manifestText } from './kube-object';

const golden = join(__dirname, '..', 'charts', 'golden');

it.each(manifests.map((manifest) => [manifest.file, manifest] as const))(
  'writes %s byte for byte as the charts synthesize it',
  (file, manifest) => {
    expect(manifestText(manifest)).toBe(readFileSync(join(golden, `${file}.yml`), 'utf8'));
  },
);
