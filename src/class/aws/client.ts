import type { EC2Client } from '@aws-sdk/client-ec2';

import { Failure } from '../../core/failure';
import {
  awsDenied,
  awsNoCapacity,
  awsQuotaExceeded,
  awsRefused,
  awsUnreachable,
} from '../problems/aws';
import {
  awsClockWrong,
  awsCredentialsExpired,
  awsCredentialsRefused,
  awsMfaNeeded,
  awsNoCredentials,
} from '../problems/aws-login';
import type { Problem } from '../../core/problem';
import { freePlan } from '../problems/aws-types';
import { chosenProfile, mfaProfile } from './profile';
import { settingsFor } from './settings';

/** The EC2 API of a region; loaded when it is first asked. */
export async function ec2(region: string): Promise<EC2Client> {
  const { EC2Client } = await import('@aws-sdk/client-ec2');
  return new EC2Client({ ...(await settingsFor(region)), maxAttempts: 5 });
}

const minutesAllowed = 5;

/** Who the credentials of this machine belong to; throws where AWS accepts none, or where the clock is too far off for Terraform. */
export async function callerIdentity(region: string, { anyClock = false } = {}): Promise<string> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const client = new STSClient(await settingsFor(region));
  const { Arn = '' } = await asked(() => client.send(new GetCallerIdentityCommand({})));
  // The SDK corrects itself by the cloud's clock; Terraform does not.
  const apart = Math.round(Math.abs(client.config.systemClockOffset) / 60_000);
  if (apart >= minutesAllowed && !anyClock)
    throw new Failure(awsClockWrong({ said: `${apart} min` }));
  return Arn;
}

/** The regions that this account may use. */
export async function enabledRegions(region: string): Promise<string[]> {
  const { DescribeRegionsCommand } = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const { Regions = [] } = await asked(() => client.send(new DescribeRegionsCommand({})));
  // Credentials belong to one partition. AWS lists only its regions; a local API may list others too.
  const own = partitionOf(region);
  return Regions.flatMap(({ RegionName = '' }) =>
    partitionOf(RegionName) === own ? RegionName : [],
  );
}

function partitionOf(region: string): string {
  return /^(?:cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/.exec(region)?.[0] ?? 'aws';
}

/** Asks AWS; a refusal becomes a failure with a text for people. */
export async function asked<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw await failureOf(error);
  }
}

/** How AWS, its SDK and Terraform's provider say that a profile wants a code. */
const wantsCode =
  /(?:Profile (.+) )?requires multi-factor|MFA enabled, but AssumeRoleTokenProvider/;

const codes = [
  [
    /RequestTimeTooSkewed|RequestExpired|RequestInTheFuture|Signature expired|Signature not yet current/i,
    withoutProfile(awsClockWrong),
  ],
  [wantsCode, ({ profile }: Said) => awsMfaNeeded({ profile })],
  [
    /ExpiredToken|TokenRefreshRequired|token (?:\S+ ){0,8}(?:is|has) expired|session has expired|credentials (?:have|are) expired/i,
    awsCredentialsExpired,
  ],
  // A login that was never made, or was ended, is told by these words.
  [/SSO (?:session|token)|re-?authenticate/i, awsCredentialsExpired],
  [
    /CredentialsProviderError|Could not load credentials|Unable to locate credentials|No valid credential sources/i,
    awsNoCredentials,
  ],
  [
    /InvalidClientTokenId|AuthFailure|SignatureDoesNotMatch|UnrecognizedClient|InvalidAccessKeyId/i,
    withoutProfile(awsCredentialsRefused),
  ],
  [/UnauthorizedOperation|AccessDenied|not authorized to perform/i, withoutProfile(awsDenied)],
  [
    /\b(?:(?!Request)\w+LimitExceeded|MaxSpotInstanceCountExceeded)\b/,
    withoutProfile(awsQuotaExceeded),
  ],
  [/\bInsufficient(?:Instance|Host|Reserved|Free)\w*\b/, withoutProfile(awsNoCapacity)],
  [/not eligible for Free Tier/i, withoutProfile(freePlan)],
] as const;

interface Said {
  readonly said: string;
  readonly profile: string;
}

function withoutProfile(problem: (values: { readonly said: string }) => Problem) {
  return ({ said }: Said) => problem({ said });
}

/** The failure that an error message of AWS, of its SDK or of Terraform means. */
export function awsFailure(said: string): Failure | undefined {
  const known = codes.find(([pattern]) => pattern.test(said));
  if (!known) return undefined;
  const [first = ''] = said.trim().split('\n');
  const profile = wantsCode.exec(said)?.[1] ?? chosenProfile();
  // Terraform's provider writes before it what it did, and the number of the request.
  return new Failure(known[1]({ said: first.replace(/^.*?\bapi error (?=\w+: )/, ''), profile }));
}

async function failureOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || error instanceof Failure) return error;
  const said = `${error.name}: ${error.message}`;
  if (
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|TimeoutError|socket hang up/.test(said)
  )
    return new Failure(awsUnreachable({ said: error.message || said }));
  const known = awsFailure(said);
  if (known === undefined && isAnswer(error))
    return new Failure(awsRefused({ said: error.message }));
  if (known?.code !== 'aws-mfa-needed') return known ?? error;
  return new Failure(awsMfaNeeded(await mfaProfile(known.values['profile'] ?? '')));
}

/** Whether AWS itself answered with the error. */
function isAnswer(error: Error): boolean {
  const { $metadata: metadata } = error as { $metadata?: { httpStatusCode?: number } };
  return metadata?.httpStatusCode !== undefined;
}
