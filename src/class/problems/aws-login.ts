import { setLine, utcLine } from '../../core/shell/own-lines';
import { defineProblem, type Maybe } from '../../core/problem';
import { mfaLines, signInLine, type MfaProfile } from './aws-lines';

/** This machine has no credentials for AWS. */
export const awsNoCredentials = defineProblem(
  'aws-no-credentials',
  ({ profile = '' }: Maybe<'profile'>) => ({
    message: {
      ko: '이 컴퓨터에서 AWS 자격 증명을 찾을 수 없습니다.',
      en: 'No AWS credentials are set up on this machine.',
    },
    remedy: {
      ko: 'AWS에 로그인하거나 액세스 키를 환경 변수로 넘깁니다:',
      en: 'Sign in to AWS, or hand over an access key in the environment:',
      commands: [
        signInLine(['sso', 'login'], profile),
        setLine({ AWS_ACCESS_KEY_ID: '…', AWS_SECRET_ACCESS_KEY: '…' }),
      ],
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
  ({ said = '', profile = '' }: Maybe<'said' | 'profile'>) => ({
    message: {
      ko: `AWS 자격 증명이 만료되었습니다: ${said}`,
      en: `The AWS credentials have expired: ${said}`,
    },
    remedy: {
      ko: '다시 로그인합니다. 방금 로그인했다면 이 컴퓨터의 시계가 맞는지 봅니다:',
      en: "Sign in again. If you have only just done so, see whether this machine's clock is right:",
      commands: [
        signInLine(
          /\baws login\b|reauthenticate/.test(said) ? ['login'] : ['sso', 'login'],
          profile,
        ),
        utcLine,
      ],
    },
  }),
  { kind: 'cannot-tell' },
);

/** A profile wants the code that a device of the user shows; neither this program nor Terraform can ask for it. */
export const awsMfaNeeded = defineProblem(
  'aws-mfa-needed',
  ({ profile = '', serial = '', ...others }: Maybe<keyof MfaProfile>) => ({
    message: {
      ko: `\`${profile}\` 프로필은 MFA 기기의 코드가 있어야 로그인됩니다${serial ? ` (${serial})` : ''}.`,
      en: `The profile \`${profile}\` signs in only with the code of a device${serial ? ` (${serial})` : ''}.`,
    },
    remedy: {
      ko: '`123456` 자리에 기기가 지금 보여 주는 코드를 넣어, 한 시간짜리 키를 이 터미널에 넣습니다. 그런 다음 같은 터미널에서 다시 합니다:',
      en: 'With the code that the device shows now in the place of `123456`, put a key for one hour into this terminal; then try again in the same terminal:',
      commands: mfaLines({ profile, serial, ...others }),
    },
  }),
  { kind: 'cannot-tell' },
);

/** This machine's clock is so far off that AWS refuses its calls. */
export const awsClockWrong = defineProblem(
  'aws-clock-wrong',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `이 컴퓨터의 시계가 AWS의 시계와 5분 넘게 달라 요청이 거절되었습니다: ${said}`,
      en: `This machine's clock differs from that of AWS by more than five minutes, so that AWS refuses: ${said}`,
    },
    remedy: {
      ko: '시계를 자동으로 맞추도록 설정한 뒤 다시 합니다. 지금 시각(UTC) 보기:',
      en: 'Let the clock set itself, then try again. What it says now, in UTC:',
      commands: [utcLine],
    },
  }),
  { kind: 'cannot-tell' },
);
