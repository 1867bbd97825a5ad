import type { EC2Client } from '@aws-sdk/client-ec2';

import { Failure } from '../../core/failure';
import {
  awsClockWrong,
  awsCredentialsExpired,
  awsCredentialsRefused,
  awsDenied,
  awsNoCapacity,
  awsNoCredentials,
  awsQuotaExceeded,
  awsUnreachable,
} from '../problems/aws';

// The SDK warns that its later versions need a newer Node. The user can do nothing about that.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** The EC2 API of a region; loaded when it is first asked. */
export async function ec2(region: string): Promise<EC2Client> {
  const { EC2Client } = await import('@aws-sdk/client-ec2');
  return new EC2Client({ region, maxAttempts: 5 });
}

const minutesAllowed = 5;

/** Who the credentials of this machine belong to; throws where AWS accepts none, or where the clock is too far off. */
export async function callerIdentity(region: string): Promise<string> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const client = new STSClient({ region });
  const { Arn = '' } = await asked(() => client.send(new GetCallerIdentityCommand({})));
  // The SDK corrects itself by the cloud's clock; Terraform does not.
  const apart = Math.round(Math.abs(client.config.systemClockOffset) / 60_000);
  if (apart >= minutesAllowed) throw new Failure(awsClockWrong({ said: `${apart} min` }));
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
    throw failureOf(error);
  }
}

const codes = [
  [
    /RequestTimeTooSkewed|RequestExpired|RequestInTheFuture|Signature expired|Signature not yet current/i,
    awsClockWrong,
  ],
  [
    /ExpiredToken|TokenRefreshRequired|token (?:\S+ ){0,8}(?:is|has) expired|session has expired|credentials (?:have|are) expired/i,
    awsCredentialsExpired,
  ],
  [
    /CredentialsProviderError|Could not load credentials|Unable to locate credentials|No valid credential sources/i,
    awsNoCredentials,
  ],
  [
    /InvalidClientTokenId|AuthFailure|SignatureDoesNotMatch|UnrecognizedClient|InvalidAccessKeyId/i,
    awsCredentialsRefused,
  ],
  [/UnauthorizedOperation|AccessDenied|not authorized to perform/i, awsDenied],
  [/\b(?:(?!Request)\w+LimitExceeded|MaxSpotInstanceCountExceeded)\b/, awsQuotaExceeded],
  [/\bInsufficient(?:Instance|Host|Reserved|Free)\w*\b/, awsNoCapacity],
] as const;

/** The failure that an error message of AWS, of its SDK or of Terraform means. */
export function awsFailure(said: string): Failure | undefined {
  const known = codes.find(([pattern]) => pattern.test(said));
  if (!known) return undefined;
  const [first = ''] = said.trim().split('\n');
  // Terraform's provider writes before it what it did, and the number of the request.
  return new Failure(known[1]({ said: first.replace(/^.*?\bapi error (?=\w+: )/, '') }));
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Failure) return error;
  const said = `${error.name}: ${error.message}`;
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|TimeoutError/.test(said))
    return new Failure(awsUnreachable({ said: error.message || said }));
  return awsFailure(said) ?? error;
}
