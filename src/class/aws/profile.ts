import type { MfaProfile } from '../problems/aws-lines';

/** The profile that is chosen for AWS. */
export function chosenProfile(): string {
  return process.env['AWS_PROFILE'] || 'default';
}

/** What the AWS configuration of this machine says of a profile that wants the code of a device; empty where it says nothing. */
export async function mfaProfile(profile: string): Promise<MfaProfile> {
  const { loadSharedConfigFiles } = await import('@smithy/core/config');
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const said = { ...credentialsFile[profile], ...configFile[profile] };
  const { mfa_serial: serial = '', role_arn: role = '', source_profile: source = '' } = said;
  return { profile, serial, role, source, region: said['region'] ?? '' };
}
