import { shellLine } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';

const inThePolicy = {
  ko: '이 계정의 IAM 정책에 `ec2:InstanceType` 조건이 있으면 그 유형도 더합니다(docs/aws.md).',
  en: "Where the account's IAM policy has the condition `ec2:InstanceType`, add the type there, too (docs/aws.md).",
};

/** The account's free plan does not allow the type of instance. */
export const freePlan = defineProblem(
  'aws-free-plan',
  ({ type = '', types = '', said = '' }: Maybe<'type' | 'types' | 'said'>) => {
    const [first = ''] = types.split(', ');
    return {
      message: {
        ko: `이 AWS 계정은 무료 플랜이라 이 인스턴스 유형을 쓸 수 없습니다: ${said || type}`,
        en: `This AWS account is on the free plan, which does not allow this type of instance: ${said || type}`,
      },
      remedy: types
        ? {
            ko: `무료 플랜에서 되고 Minikube에도 충분한 유형: ${types}. 설정 파일에 적습니다: \`instanceType: ${first}\`. 또는 AWS 콘솔의 결제 화면에서 유료 플랜으로 바꿉니다. ${inThePolicy.ko}`,
            en: `Types that the free plan allows and that have what Minikube needs: ${types}. Write into the configuration: \`instanceType: ${first}\`. Or change to the paid plan in the billing pages of the AWS console. ${inThePolicy.en}`,
          }
        : {
            ko: '되는 유형을 보고 설정 파일의 `instanceType`을 바꾸거나, AWS 콘솔의 결제 화면에서 유료 플랜으로 바꿉니다:',
            en: 'See which types are allowed and change `instanceType` in the configuration, or change to the paid plan in the billing pages of the AWS console:',
            commands: [
              shellLine`aws ec2 describe-instance-types --filters Name=free-tier-eligible,Values=true --query InstanceTypes[].InstanceType`,
            ],
          },
    };
  },
);

/** It could not be asked whether the account is on the free plan. */
export const planUnknown = defineProblem(
  'aws-plan-unknown',
  () => ({
    message: {
      ko: '이 AWS 계정이 무료 플랜인지 물어볼 권한이 없습니다(freetier:GetAccountPlanState).',
      en: 'There is no permission to ask whether this AWS account is on the free plan (freetier:GetAccountPlanState).',
    },
    remedy: {
      ko: '새 계정이면 결제 화면에서 플랜을 봅니다. 무료 플랜에서는 몇몇 유형만 쓸 수 있습니다.',
      en: 'Of a new account, see its plan in the billing pages: the free plan allows some types only.',
    },
  }),
  { kind: 'note' },
);

/** The type of instance has too little for what the class does on it. */
export const typeTooSmall = defineProblem(
  'aws-type-too-small',
  ({
    type = '',
    cpus = '',
    memory = '',
    needsCpus = '',
    needsMemory = '',
    types = '',
  }: Maybe<'type' | 'cpus' | 'memory' | 'needsCpus' | 'needsMemory' | 'types'>) => {
    const [first = ''] = types.split(', ');
    return {
      message: {
        ko: `\`${type}\` 유형은 너무 작습니다: vCPU ${cpus}개, 메모리 ${memory} GiB. Minikube에는 vCPU ${needsCpus}개와 메모리 ${needsMemory} GiB가 필요합니다.`,
        en: `The type \`${type}\` is too small: it has ${cpus} vCPUs and ${memory} GiB of memory. Minikube needs ${needsCpus} vCPUs and ${needsMemory} GiB.`,
      },
      remedy: {
        ko: `충분한 유형: ${types}. 설정 파일에 적습니다: \`instanceType: ${first}\`. ${inThePolicy.ko}`,
        en: `Types that have enough: ${types}. Write into the configuration: \`instanceType: ${first}\`. ${inThePolicy.en}`,
      },
    };
  },
);
