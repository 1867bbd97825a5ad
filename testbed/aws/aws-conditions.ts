import {
  DescribeKeyPairsCommand,
  DescribeRouteTablesCommand,
  DescribeTagsCommand,
  EC2Client,
  type Tag,
} from '@aws-sdk/client-ec2';

import type { Aws } from './aws';
import { questionsOf } from './aws-calls';
import { withGate } from './aws-gate';
import { isAllowed, type Tags } from './aws-judge';
import type { Statement } from './aws-policy';

/** The environment of the work under a policy, and what was refused to it. */
export interface Judgement {
  /** The environment in which calls to AWS are judged. */
  readonly env: Readonly<Record<string, string>>;
  /** The actions that were refused, without dry runs. */
  readonly refused: readonly string[];
}

/**
 * Does some work behind a stand-in for IAM, because the local API ignores conditions. The stand-in judges each call to
 * EC2 by the conditions of a policy, for every resource that the call names or makes. It looks tags up as the owner.
 */
export async function underConditions<T>(
  aws: Aws,
  statements: readonly Statement[],
  work: (judgement: Judgement) => Promise<T>,
): Promise<T> {
  const lookers = new Map<string, EC2Client>();
  const owner = await aws.becomeUser(everything);
  const lookerIn = (region: string): EC2Client => {
    const known = lookers.get(region) ?? new EC2Client(lookingAs(owner, aws, region));
    lookers.set(region, known);
    return known;
  };
  const refused: string[] = [];
  const judge = async (form: URLSearchParams, region: string): Promise<string | undefined> => {
    const looker = lookerIn(region);
    const questions = await questionsOf(form, region, (id) => tagsOf(looker, id));
    const no = questions.find(({ call, judged }) => !isAllowed(statements, call, judged));
    if (no && form.get('DryRun') !== 'true') refused.push(`${no.call.action} ${no.judged.type}`);
    return no?.call.action;
  };
  return withGate(aws.endpoint, { judge }, (env) => work({ env, refused }));
}

const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

function lookingAs(owner: Readonly<Record<string, string>>, { endpoint }: Aws, region: string) {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = owner;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return { endpoint, region, credentials };
}

async function tagsOf(looker: EC2Client, id: string): Promise<Tags> {
  if (id.startsWith('rtbassoc-')) return tagsOfTable(looker, id);
  if (!/^[a-z]+-[0-9a-f]{8,17}$/.test(id)) return tagsOfKey(looker, id);
  const Filters = [{ Name: 'resource-id', Values: [id] }];
  const { Tags: tags = [] } = await looker.send(new DescribeTagsCommand({ Filters }));
  return asTags(tags);
}

async function tagsOfTable(looker: EC2Client, association: string): Promise<Tags> {
  const Filters = [{ Name: 'association.route-table-association-id', Values: [association] }];
  const { RouteTables } = await looker.send(new DescribeRouteTablesCommand({ Filters }));
  return asTags(RouteTables?.[0]?.Tags ?? []);
}

async function tagsOfKey(looker: EC2Client, name: string): Promise<Tags> {
  const { KeyPairs = [] } = await looker.send(new DescribeKeyPairsCommand({}));
  return asTags(KeyPairs.find(({ KeyName }) => KeyName === name)?.Tags ?? []);
}

function asTags(tags: readonly Tag[]): Tags {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}
