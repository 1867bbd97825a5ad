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

it('asks for each action of the policy, and for no other', () => {
  const tag = { Key: 'dkkb:class', Value: 'docker' };
  const asked = Object.keys(dryRuns({ type: 't3.medium', spot: false, tag }));
  const allowed = ec2Only(Statement.flatMap(({ Action }) => Action));
  expect(asked.map((action) => `ec2:${action}`).sort()).toEqual(allowed);
});

it('knows which actions the policy allows on tagged things only', () => {
  const bound = Statement.filter(({ Condition }) =>
    JSON.stringify(Condition ?? '').includes('ec2:ResourceTag'),
  );
  const actions = ec2Only(bound.flatMap(({ Action }) => Action));
  expect([...boundToTag].map((action) => `ec2:${action}`).sort()).toEqual(actions);
});

describe('what is refused in dry runs', () => {
  const bound = [...boundToTag].map((action) => `ec2:${action}`);

  it('is not missing where it is exactly what is bound to a tag', () => {
    expect(whatIsMissing(bound)).toEqual([]);
  });

  it('is missing where only a part of that is refused, or something else too', () => {
    expect(whatIsMissing(['ec2:TerminateInstances'])).toEqual(['ec2:TerminateInstances']);
    expect(whatIsMissing([...bound, 'ec2:CreateVpc'])).toContain('ec2:CreateVpc');
    expect(whatIsMissing([])).toEqual([]);
  });
});

it('lets nobody change or remove what has no tag', () => {
  const free = Statement.filter(({ Condition }) => !Condition);
  expect(free.map(({ Sid }) => Sid)).toEqual(['Look']);
  for (const action of free.flatMap(({ Action }) => Action))
    expect(action).toMatch(/^(?:ec2:Describe|servicequotas:Get)/);
});
