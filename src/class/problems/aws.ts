import { shellLine } from '../../core/shell/command';
import { processLine, renameLine } from '../../core/shell/own-lines';
import { defineProblem, type Maybe } from '../../core/problem';

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

/** AWS refuses for a reason of its own. */
export const awsRefused = defineProblem(
  'aws-refused',
  ({ said = '' }: Maybe<'said'>) => ({
    message: { ko: `AWS가 거절했습니다: ${said}`, en: `AWS refuses: ${said}` },
    remedy: {
      ko: 'AWS의 답에 적힌 것을 해결한 뒤 같은 명령을 다시 합니다. 이 계정에 무엇이 켜져 있는지 보기:',
      en: 'Mend what that answer names, then give the same command again. What runs in this account:',
      commands: ['dkkb class list'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** Instances are protected from being ended. */
export const vmProtected = defineProblem(
  'vm-protected',
  ({ instances = '', region = '' }: Maybe<'instances' | 'region'>) => ({
    message: {
      ko: `종료 방지가 켜져 있어 끝내지 못한 VM이 있습니다(${region}): ${instances}. 다른 VM은 끝냈습니다.`,
      en: `VMs with termination protection could not be ended (${region}): ${instances}. The others were.`,
    },
    remedy: {
      ko: '종료 방지를 끈 뒤 `dkkb class down`을 다시 합니다:',
      en: 'Switch the protection off, then give `dkkb class down` again:',
      commands: instances
        .split(', ')
        .map(
          (id) =>
            shellLine`aws ec2 modify-instance-attribute --region ${region} --instance-id ${id} --no-disable-api-termination`,
        ),
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
      commands: [processLine('terraform')],
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
      commands: [renameLine(path, `${path}.damaged`)],
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
