import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { boundToTag, dryRuns } from './dry-runs';
import { whatIsMissing } from './permissions';
import { repository } from '../../../testbed/programs/paths';

interface Policy {
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Action: readonly string[];
    readonly Condition?: object;
  }[];
}

const file = join(repository, 'docs', 'aws-policy.json');
const { Statement } = JSON.parse(readFileSync(file, 'utf8')) as Policy;
const ec2Only = (actions: readonly string[]): string[] =>
  [...new Set(actions.filter((one) => /^ec2:/.test(one)))].sort();

it('makes a dry run of each action of the policy, and of no other', () => {
  const tag = { Key: 'dkkb:class', Value: 'docker' };
  const asked = Object.keys(dryRuns({ type: 't3.medium', spot: false, tag }));
  const allowed = ec2Only(Statement.flatMap(({ Action }) => Action));
  expect(asked.map((action) => `ec2:${action}`).sort()).toEqual(allowed);
});

it('knows the actions that the policy allows only on things with a tag', () => {
  const bound = Statement.filter(({ Condition }) =>
    JSON.stringify(Condition ?? '').includes('ec2:ResourceTag'),
  );
  const actions = ec2Only(bound.flatMap(({ Action }) => Action));
  expect([...boundToTag].map((action) => `ec2:${action}`).sort()).toEqual(actions);
});

describe('the actions that dry runs refuse', () => {
  const bound = [...boundToTag].map((action) => `ec2:${action}`);

  it('are not missing when they are exactly the actions that need a tag', () => {
    expect(whatIsMissing(bound)).toEqual([]);
  });

  it('are missing when they are only some of those, or others too', () => {
    expect(whatIsMissing(['ec2:TerminateInstances'])).toEqual(['ec2:TerminateInstances']);
    expect(whatIsMissing([...bound, 'ec2:CreateVpc'])).toContain('ec2:CreateVpc');
    expect(whatIsMissing([])).toEqual([]);
  });
});

it('allows without a condition only actions that read', () => {
  const free = Statement.filter(({ Condition }) => !Condition);
  expect(free.map(({ Sid }) => Sid)).toEqual(['Look']);
  for (const action of free.flatMap(({ Action }) => Action))
    expect(action).toMatch(/^(?:ec2:Describe|freetier:Get|servicequotas:Get)/);
});
