import type { Statement } from './aws-policy';

/** Something that a call makes or uses: its type as IAM names it, and the tags that it has or gets. */
export interface Judged {
  readonly type: string;
  /** The tags that it has; undefined where the call makes it. */
  readonly has?: Tags;
  /** The tags that the call gives it. */
  readonly given?: Tags;
}

/** Tags by their key. */
export type Tags = Readonly<Record<string, string>>;

/** The parts of a call that conditions of a policy use. */
export interface Call {
  readonly action: string;
  readonly region: string;
  readonly instanceType?: string;
  /** The action that makes the tagged thing. */
  readonly createAction?: string;
}

/**
 * A stand-in for IAM: whether statements allow a call on one resource. It knows only what the documented policy
 * uses: Allow, `*` in a resource, and the operators StringEquals and Null.
 */
export function isAllowed(statements: readonly Statement[], call: Call, judged: Judged): boolean {
  return statements.some(
    ({ Action, Resource, Condition = {} }) =>
      Action.includes(`ec2:${call.action}`) &&
      [Resource].flat().some((pattern) => matches(pattern, judged)) &&
      Object.entries(Condition).every(([operator, keys]) =>
        Object.entries(keys).every(([key, wanted]) =>
          holds(operator, valueOf(key, call, judged), [wanted].flat()),
        ),
      ),
  );
}

function matches(pattern: string, { type }: Judged): boolean {
  if (pattern === '*') return true;
  const owned = /^arn:aws:ec2:\*:\*?:([\w-]+)\/\*$/.exec(pattern);
  if (!owned) throw new Error(`the stand-in for IAM does not know the resource ${pattern}`);
  return owned[1] === type;
}

function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  if (operator === 'StringEquals') return value !== undefined && wanted.includes(value);
  if (operator === 'Null') return wanted[0] === String(value === undefined);
  throw new Error(`the stand-in for IAM does not know the operator ${operator}`);
}

function valueOf(key: string, call: Call, { type, has, given }: Judged): string | undefined {
  const [, kind, tag = ''] = /^(?:aws|ec2):(RequestTag|ResourceTag)\/(.+)$/.exec(key) ?? [];
  if (kind === 'RequestTag') return given?.[tag];
  if (kind === 'ResourceTag') return has?.[tag];
  if (key === 'aws:RequestedRegion') return call.region;
  if (key === 'ec2:CreateAction') return call.createAction;
  if (key === 'ec2:InstanceType') return type === 'instance' ? call.instanceType : undefined;
  throw new Error(`the stand-in for IAM does not know the key ${key}`);
}
