import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Policy {
  readonly Version: string;
  readonly Statement: readonly { readonly Sid: string; readonly Action: readonly string[] }[];
}

const text = readFileSync(join(__dirname, '..', 'docs', 'aws-policy.json'), 'utf8');
const policy = JSON.parse(text) as Policy;
const actions = policy.Statement.flatMap(({ Action }) => Action);

/** The policy of the documentation without some of its actions. */
function without(gone: (action: string) => boolean): string {
  const Statement = policy.Statement.map((one) => ({
    ...one,
    Action: one.Action.filter((action) => !gone(action)),
  })).filter(({ Action }) => Action.length > 0);
  return JSON.stringify({ ...policy, Statement });
}

/** The policy that the documentation gives a teacher: its text, its actions, and its text without some of them. */
export const awsPolicy = { text, actions, without };
