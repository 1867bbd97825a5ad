import { awsFailure } from './aws';

// The words of AWS, of its SDK for JavaScript and of Terraform's provider.
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
])('reads %j', (said, code) => {
  expect(awsFailure(said)).toMatchObject({ code: `aws-${code}`, values: { said } });
});

it('takes no other words for a refusal', () => {
  expect(
    awsFailure('InsufficientInstanceCapacity: We currently do not have sufficient'),
  ).toBeUndefined();
});
