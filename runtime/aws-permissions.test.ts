import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { dryRuns } from './aws-dry-runs';

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}

it('asks for each action of the policy, and for no other', () => {
  const file = join(__dirname, '..', 'docs', 'aws-policy.json');
  const { Statement } = JSON.parse(readFileSync(file, 'utf8')) as Policy;
  const allowed = Statement.flatMap(({ Action }) => Action).filter((one) => /^ec2:/.test(one));
  const tag = { Key: 'dkkb:class', Value: 'docker' };
  const asked = Object.keys(dryRuns({ type: 't3.medium', spot: false, tag }));
  expect(asked.map((action) => `ec2:${action}`).sort()).toEqual(allowed.sort());
});
