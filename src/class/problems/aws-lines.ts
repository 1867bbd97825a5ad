import { commandOf, type CommandLine, type OwnLines } from '../../core/shell/command';
import { variablesFrom } from '../../core/shell/answer-lines';
import type { Maybe } from '../../core/problem';

/** Signs in to AWS, as a profile where one is chosen. */
export function signInLine(command: readonly string[], profile: string): CommandLine {
  const named = profile !== '' && profile !== 'default';
  return commandOf('aws', ...command, ...(named ? ['--profile', profile] : []));
}

/** What the AWS configuration says of a profile that wants a code. */
export interface MfaProfile {
  readonly profile: string;
  /** The device. */
  readonly serial: string;
  /** The role that the profile takes on, and the profile whose key it takes it on with. */
  readonly role: string;
  readonly source: string;
  readonly region: string;
}

const keyNames = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/** Asks AWS for a key by a device's code and puts it into the shell; a profile that stays chosen would want the code again, so it is left. */
export function mfaLines(profile: Maybe<keyof MfaProfile>): readonly OwnLines[] {
  return variablesFrom(askForKey(profile), keyNames, 'AWS_PROFILE');
}

function askForKey(profile: Maybe<keyof MfaProfile>): CommandLine {
  const { serial = '', role = '', source = '', region = '' } = profile;
  return commandOf(
    ...['aws', 'sts'],
    ...(role
      ? ['assume-role', '--role-arn', role, '--role-session-name', 'dkkb']
      : ['get-session-token']),
    ...['--serial-number', serial || '…', '--token-code', '123456'],
    ...['--region', region || 'us-east-1'],
    ...(source ? ['--profile', source] : []),
    ...['--query', 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]', '--output', 'text'],
  );
}
