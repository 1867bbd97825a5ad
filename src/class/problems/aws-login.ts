import { shellLine } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';
import type { Machine } from '../../core/system';

/** This machine has no credentials for AWS. */
export const awsNoCredentials = defineProblem(
  'aws-no-credentials',
  ({ profile = '' }: Maybe<'profile'>, machine) => ({
    message: {
      ko: '이 컴퓨터에서 AWS 자격 증명을 찾을 수 없습니다.',
      en: 'No AWS credentials are set up on this machine.',
    },
    remedy: {
      ko: 'AWS에 로그인하거나 액세스 키를 환경 변수로 넘깁니다:',
      en: 'Sign in to AWS, or hand over an access key in the environment:',
      commands: [signIn('aws sso login', profile), ...keyLines(machine)],
    },
  }),
  { kind: 'cannot-tell' },
);

/** AWS does not know the access key. */
export const awsCredentialsRefused = defineProblem(
  'aws-credentials-refused',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `AWS가 자격 증명을 받지 않습니다. 잘못되었거나 삭제된 액세스 키입니다: ${said}`,
      en: `AWS refuses the credentials; the access key is wrong or was deleted: ${said}`,
    },
    remedy: {
      ko: '어떤 키를 쓰고 있는지 확인하고, 맞는 키로 다시 합니다:',
      en: 'See which key is in use, and try again with the right one:',
      commands: ['aws configure list', 'aws sts get-caller-identity'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** A login, or a key that AWS gave for some hours, has expired. */
export const awsCredentialsExpired = defineProblem(
  'aws-credentials-expired',
  ({ said = '', profile = '' }: Maybe<'said' | 'profile'>, machine) => ({
    message: {
      ko: `AWS 자격 증명이 만료되었습니다: ${said}`,
      en: `The AWS credentials have expired: ${said}`,
    },
    remedy: {
      ko: '다시 로그인합니다. 방금 로그인했다면 이 컴퓨터의 시계가 맞는지 봅니다:',
      en: "Sign in again. If you have only just done so, see whether this machine's clock is right:",
      commands: [
        signIn(/\baws login\b|reauthenticate/.test(said) ? 'aws login' : 'aws sso login', profile),
        utcLine(machine),
      ],
    },
  }),
  { kind: 'cannot-tell' },
);

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

/** A profile wants the code that a device of the user shows; neither this program nor Terraform can ask for it. */
export const awsMfaNeeded = defineProblem(
  'aws-mfa-needed',
  (
    { profile = '', serial = '', role = '', source = '', region = '' }: Maybe<keyof MfaProfile>,
    machine,
  ) => ({
    message: {
      ko: `\`${profile}\` 프로필은 MFA 기기의 코드가 있어야 로그인됩니다${serial ? ` (${serial})` : ''}.`,
      en: `The profile \`${profile}\` signs in only with the code of a device${serial ? ` (${serial})` : ''}.`,
    },
    remedy: {
      ko: '`123456` 자리에 기기가 지금 보여 주는 코드를 넣어, 한 시간짜리 키를 이 터미널에 넣습니다. 그런 다음 같은 터미널에서 다시 합니다:',
      en: 'With the code that the device shows now in the place of `123456`, put a key for one hour into this terminal; then try again in the same terminal:',
      commands: mfaLines({ profile, serial, role, source, region }, machine),
    },
  }),
  { kind: 'cannot-tell' },
);

/** This machine's clock is so far off that AWS refuses its calls. */
export const awsClockWrong = defineProblem(
  'aws-clock-wrong',
  ({ said = '' }: Maybe<'said'>, machine) => ({
    message: {
      ko: `이 컴퓨터의 시계가 AWS의 시계와 5분 넘게 달라 요청이 거절되었습니다: ${said}`,
      en: `This machine's clock differs from that of AWS by more than five minutes, so that AWS refuses: ${said}`,
    },
    remedy: {
      ko: '시계를 자동으로 맞추도록 설정한 뒤 다시 합니다. 지금 시각(UTC) 보기:',
      en: 'Let the clock set itself, then try again. What it says now, in UTC:',
      commands: [utcLine(machine)],
    },
  }),
  { kind: 'cannot-tell' },
);

function signIn(command: string, profile: string): string {
  return profile && profile !== 'default'
    ? `${command} --profile ${shellLine`${profile}`}`
    : command;
}

// On Windows the lines are for PowerShell.

function utcLine({ system }: Machine): string {
  return system === 'windows' ? '(Get-Date).ToUniversalTime()' : 'date -u';
}

function keyLines({ system }: Machine): string[] {
  return system === 'windows'
    ? ["$env:AWS_ACCESS_KEY_ID='…'; $env:AWS_SECRET_ACCESS_KEY='…'"]
    : ['export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…'];
}

/** A profile that stays chosen would want the code again, so it is left. */
function mfaLines({ serial, role, source, region }: MfaProfile, { system }: Machine): string[] {
  const who = role
    ? shellLine`assume-role --role-arn ${role} --role-session-name dkkb`
    : 'get-session-token';
  const from = source ? shellLine` --profile ${source}` : '';
  const ask =
    `aws sts ${who}` +
    shellLine` --serial-number ${serial || '…'} --token-code 123456 --region ${region || 'us-east-1'}` +
    from;
  const three = `${ask} --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text`;
  if (system === 'windows')
    return [
      `$env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY, $env:AWS_SESSION_TOKEN = (${three}) -split '\\s+'`,
      'Remove-Item Env:AWS_PROFILE -ErrorAction Ignore',
    ];
  return [
    `read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$(${three})"`,
    'export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN; unset AWS_PROFILE',
  ];
}
