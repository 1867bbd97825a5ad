import { shellLine } from '../../core/shell';
import { defineProblem, type Maybe } from '../../core/problem';

export const awsNoCredentials = defineProblem(
  'aws-no-credentials',
  () => ({
    message: {
      ko: '이 컴퓨터에서 AWS 자격 증명을 찾을 수 없습니다.',
      en: 'No AWS credentials are set up on this machine.',
    },
    remedy: {
      ko: 'AWS에 로그인하거나 액세스 키를 환경 변수로 넘깁니다:',
      en: 'Sign in to AWS, or hand over an access key in the environment:',
      commands: ['aws sso login', 'export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…'],
    },
  }),
  { kind: 'cannot-tell' },
);

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

export const awsCredentialsExpired = defineProblem(
  'aws-credentials-expired',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `AWS 자격 증명이 만료되었습니다: ${said}`,
      en: `The AWS credentials have expired: ${said}`,
    },
    remedy: {
      ko: '다시 로그인합니다. 방금 로그인했다면 이 컴퓨터의 시계가 맞는지 봅니다:',
      en: "Sign in again. If you have only just done so, see whether this machine's clock is right:",
      commands: ['aws sso login', 'date -u'],
    },
  }),
  { kind: 'cannot-tell' },
);

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
      commands: ['date -u'],
    },
  }),
  { kind: 'cannot-tell' },
);

export const awsDenied = defineProblem(
  'aws-denied',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `AWS 계정에 이 작업을 할 권한이 없습니다: ${said}`,
      en: `The AWS account does not permit this: ${said}`,
    },
    remedy: {
      ko: '계정 관리자에게 docs/aws.md 문서의 IAM 정책을 요청합니다.',
      en: 'Ask whoever manages the account for the IAM policy in docs/aws.md.',
    },
  }),
  { kind: 'cannot-tell' },
);

export const awsUnreachable = defineProblem(
  'aws-unreachable',
  ({ said = '' }: Maybe<'said'>) => ({
    message: { ko: `AWS에 연결할 수 없습니다: ${said}`, en: `AWS cannot be reached: ${said}` },
    remedy: {
      ko: '인터넷 연결과 설정 파일의 `region` 값을 확인합니다.',
      en: 'See whether the internet answers, and look at `region` in the configuration.',
    },
  }),
  { kind: 'cannot-tell' },
);

export const awsQuotaExceeded = defineProblem(
  'aws-quota-exceeded',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `AWS의 할당량을 넘어 만들 수 없습니다: ${said}`,
      en: `A quota of AWS is exceeded: ${said}`,
    },
    remedy: {
      ko: '무엇을 얼마나 요청해야 하는지 보고, 할당량을 늘린 뒤 `dkkb class up`을 다시 합니다. 더 작은 `instanceType`을 쓸 수도 있습니다:',
      en: 'See what to ask for and how much, and give `dkkb class up` again once you have it; or choose a smaller `instanceType`:',
      commands: ['dkkb class plan'],
    },
  }),
);

export const awsNoCapacity = defineProblem('aws-no-capacity', ({ said = '' }: Maybe<'said'>) => ({
  message: {
    ko: `AWS에 이 유형의 빈 자리가 지금 없습니다: ${said}`,
    en: `AWS has no room for this type now: ${said}`,
  },
  remedy: {
    ko: '잠시 뒤 다시 하거나, 설정 파일의 `instanceType`을 바꾸거나 `spot: false`로 합니다. 만들어진 VM은 그대로 둡니다:',
    en: 'Try again later, or choose another `instanceType` or `spot: false` in the configuration; what is made stays as it is:',
    commands: ['dkkb class up'],
  },
}));

export const classBusy = defineProblem(
  'class-busy',
  ({ name = '' }: Maybe<'name'>) => ({
    message: {
      ko: `다른 터미널의 dkkb가 \`${name}\` 반을 바꾸고 있습니다.`,
      en: `Another dkkb command is changing the class \`${name}\`.`,
    },
    remedy: {
      ko: '그 명령이 끝난 뒤 다시 합니다.',
      en: 'Try again when that command has ended.',
    },
  }),
  { kind: 'cannot-tell' },
);

export const classStateLocked = defineProblem(
  'class-state-locked',
  ({
    who = '',
    operation = '',
    since = '',
    path = '',
  }: Maybe<'who' | 'operation' | 'since' | 'path'>) => ({
    message: {
      ko: `다른 Terraform이 이 반의 상태 파일을 잠그고 있습니다: ${who}, ${operation}, ${since}부터 (${path})`,
      en: `Another Terraform holds the state of this class: ${who}, ${operation}, since ${since} (${path})`,
    },
    remedy: {
      ko: '강제로 끝낸 dkkb가 남긴 Terraform이 아직 돌고 있을 수 있습니다. 끝나기를 기다렸다가 같은 명령을 다시 합니다. 도는 것 보기:',
      en: 'It may be a Terraform that a killed dkkb left behind and that is still at work. Wait until it has ended, then give the same command again. What is running:',
      commands: ['ps -ef | grep terraform'],
    },
  }),
  { kind: 'cannot-tell' },
);

export const classStateDamaged = defineProblem(
  'class-state-damaged',
  ({ path = '' }: Maybe<'path'>) => ({
    message: {
      ko: `이 반의 Terraform 상태 파일을 읽을 수 없습니다: ${path}`,
      en: `Terraform's state of this class cannot be read: ${path}`,
    },
    remedy: {
      ko: '그 파일을 다른 곳으로 옮긴 뒤 다시 합니다. AWS에 있는 VM은 태그로 찾아 그대로 이어서 씁니다:',
      en: 'Move that file away and try again; what is there on AWS is found by its tags and taken over:',
      commands: [shellLine`mv ${path} ${`${path}.damaged`}`],
    },
  }),
  { kind: 'cannot-tell' },
);

export const addressUnknown = defineProblem(
  'address-unknown',
  () => ({
    message: {
      ko: '이 컴퓨터가 인터넷에서 어떤 주소로 보이는지 알 수 없습니다(`allow: auto`).',
      en: 'It cannot be found out from which address this machine is seen (`allow: auto`).',
    },
    remedy: {
      ko: '접속을 허용할 주소를 설정 파일에 적습니다: allow: [203.0.113.7/32]',
      en: 'Name the addresses that may connect in the configuration: allow: [203.0.113.7/32]',
    },
  }),
  { kind: 'cannot-tell' },
);
