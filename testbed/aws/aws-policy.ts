import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../programs/paths';

/** A statement of the policy. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

const text = readFileSync(join(repository, 'docs', 'aws-policy.json'), 'utf8');
const policy = JSON.parse(text) as Policy;
const actions = [...new Set(policy.Statement.flatMap(({ Action }) => Action))];

/** The policy's actions without some of them, for the local API: that refuses a statement with a condition, and knows only one resource. */
function without(gone: (action: string) => boolean): string {
  const Action = actions.filter((action) => !gone(action));
  const Statement = [{ Sid: 'Actions', Effect: 'Allow', Action, Resource: '*' }];
  return JSON.stringify({ ...policy, Statement });
}

/** The policy for teachers in the documentation: its text, its statements and actions, a policy with only its actions, and one without some of them. */
export const awsPolicy = {
  text,
  statements: policy.Statement,
  actions,
  actionsAlone: without(() => false),
  without,
};
