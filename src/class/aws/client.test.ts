import { awsFailure } from './client';

// Error messages as AWS, its SDK for JavaScript and Terraform's provider write them.
it.each([
  ['ExpiredToken: The security token included in the request is expired', 'credentials-expired'],
  [
    'CredentialsProviderError: Token is expired. To refresh this SSO session run',
    'credentials-expired',
  ],
  [
    'No valid credential sources found: failed to refresh cached credentials, the SSO session has expired or is invalid',
    'credentials-expired',
  ],
  [
    'CredentialsProviderError: The SSO session token associated with profile=x was not found or is invalid. To refresh this SSO session run',
    'credentials-expired',
  ],
  [
    "CredentialsProviderError: Value not present for 'clientId' in SSO Token. Cannot refresh.",
    'credentials-expired',
  ],
  [
    'CredentialsProviderError: Failed to load a token for session x, please re-authenticate using aws login',
    'credentials-expired',
  ],
  [
    'CredentialsProviderError: Your session has expired. Please reauthenticate.',
    'credentials-expired',
  ],
  [
    'CredentialsProviderError: Profile guarded requires multi-factor authentication, but no MFA code callback was provided.',
    'mfa-needed',
  ],
  [
    'failed to retrieve credentials: assume role with MFA enabled, but AssumeRoleTokenProvider session option not set.',
    'mfa-needed',
  ],
  [
    'InvalidParameterCombination: The specified instance type is not eligible for Free Tier.',
    'free-plan',
  ],
  ['RequestExpired: Request has expired.', 'clock-wrong'],
  [
    'SignatureDoesNotMatch: Signature expired: 20261125T120000Z is now earlier than 20261125T124500Z',
    'clock-wrong',
  ],
  ['SignatureDoesNotMatch: Signature not yet current: 20261125T140000Z', 'clock-wrong'],
  [
    'SignatureDoesNotMatch: The request signature we calculated does not match',
    'credentials-refused',
  ],
  [
    'InvalidClientTokenId: The security token included in the request is invalid',
    'credentials-refused',
  ],
  [
    'AuthFailure: AWS was not able to validate the provided access credentials',
    'credentials-refused',
  ],
  ['CredentialsProviderError: Could not load credentials from any providers', 'no-credentials'],
  ['UnauthorizedOperation: You are not authorized to perform this operation.', 'denied'],
  ['VcpuLimitExceeded: You have requested more vCPU capacity than your limit', 'quota-exceeded'],
  ['VpcLimitExceeded: The maximum number of VPCs has been reached.', 'quota-exceeded'],
  ['MaxSpotInstanceCountExceeded: Max spot instance count exceeded', 'quota-exceeded'],
  ['InsufficientInstanceCapacity: We currently do not have sufficient', 'no-capacity'],
])('recognizes the error message %j', (said, code) => {
  expect(awsFailure(said)).toMatchObject({
    code: `aws-${code}`,
    values: code === 'mfa-needed' ? {} : { said },
  });
});

it.each([
  'InvalidParameterValue: Invalid value for parameter',
  'RequestLimitExceeded: Request limit exceeded.',
])('does not take another message for a refusal: %s', (said) => {
  expect(awsFailure(said)).toBeUndefined();
});

it('leaves out what the provider writes before the message of AWS', () => {
  const said =
    'creating EC2 Instance: operation error EC2: RunInstances, https response error StatusCode: 400, RequestID: 1-2, api error VcpuLimitExceeded: You have requested more';
  expect(awsFailure(said)?.values).toEqual({
    said: 'VcpuLimitExceeded: You have requested more',
  });
});
