import { placeholder } from '../../core/placeholder';
import { shellLine, type CommandLine } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';

/** The caller lacks permission for actions that a class needs. */
export const permissionMissing = defineProblem(
  'aws-permission-missing',
  ({ actions = '', account = '' }: Maybe<'actions' | 'account'>) => ({
    message: {
      ko: `이 자격 증명(${account})에는 다음 권한이 없습니다: ${actions}`,
      en: `These credentials (${account}) lack the permission for: ${actions}`,
    },
    remedy: {
      ko: '계정 관리자에게 이 동작들을 허용해 달라고 요청합니다. 필요한 것만 담은 IAM 정책이 docs/aws-policy.json에 있습니다.',
      en: 'Ask whoever manages the account to allow them; docs/aws-policy.json is the IAM policy with all that is needed and no more.',
    },
  }),
);

/** More virtual processors are needed than the quota leaves. */
export const vcpuQuota = defineProblem(
  'aws-vcpu-quota',
  ({
    needed = '',
    running = '',
    limit = '',
    name = '',
    code = '',
    region = '',
  }: Maybe<'needed' | 'running' | 'limit' | 'name' | 'code' | 'region'>) => ({
    message: {
      ko: `vCPU 할당량이 모자랍니다: 새 VM에 ${needed}개가 필요한데, 한도 ${limit}개 가운데 ${running}개를 이미 쓰고 있습니다 (${name}, ${region}).`,
      en: `The vCPU quota is too small: the new VMs need ${needed}, and of the ${limit} allowed ${running} are in use already (${name}, ${region}).`,
    },
    remedy: {
      ko: '할당량을 늘려 달라고 요청합니다(승인에 며칠이 걸리기도 합니다). 또는 더 작은 `instanceType`이나 다른 리전을 씁니다:',
      en: 'Ask for a higher quota, which may take days, or choose a smaller `instanceType` or another region:',
      commands: [increase('ec2', code, Number(needed) + Number(running), region)],
    },
  }),
  { explained: { code: placeholder('quota'), needed: '8', limit: '32', running: '28' } },
);

/** The account already has as many VPCs or internet gateways as it may. */
export const networkQuota = defineProblem(
  'aws-network-quota',
  ({
    used = '',
    limit = '',
    name = '',
    code = '',
    region = '',
  }: Maybe<'used' | 'limit' | 'name' | 'code' | 'region'>) => ({
    message: {
      ko: `${region} 리전에는 더 만들 수 없습니다: ${name}, 한도 ${limit}개 가운데 ${used}개를 쓰고 있습니다.`,
      en: `No more can be made in ${region}: ${name}, ${used} of ${limit} in use.`,
    },
    remedy: {
      ko: '쓰지 않는 VPC를 삭제하거나, 있는 서브넷을 설정 파일의 `subnet`에 적거나, 한도를 늘려 달라고 요청합니다:',
      en: 'Remove a VPC that is not needed, name a subnet that is there as `subnet` in the configuration, or ask for more:',
      commands: [increase('vpc', code, Number(used) + 1, region)],
    },
  }),
  { explained: { code: placeholder('quota'), used: '5', limit: '5' } },
);

/** A security group would have more rules than it may. */
export const rulesQuota = defineProblem(
  'aws-rules-quota',
  ({
    rules = '',
    ports = '',
    addresses = '',
    limit = '',
  }: Maybe<'rules' | 'ports' | 'addresses' | 'limit'>) => ({
    message: {
      ko: `보안 그룹의 규칙이 너무 많습니다: SSH와 포트 범위 ${ports}개 × 주소 ${addresses}개 = ${rules}개인데 ${limit}개까지 됩니다.`,
      en: `The security group would have too many rules: SSH and port ranges (${ports}) × addresses (${addresses}) = ${rules}, where ${limit} are allowed.`,
    },
    remedy: {
      ko: '설정 파일의 `allow`나 `ports`를 더 적은 범위로 묶습니다.',
      en: 'Bring `allow` or `ports` in the configuration down to fewer ranges.',
    },
  }),
);

/** The named subnet is not in the region. */
export const subnetMissing = defineProblem(
  'aws-subnet-missing',
  ({ subnet = '', region = '' }: Maybe<'subnet' | 'region'>) => ({
    message: {
      ko: `${region} 리전에 \`${subnet}\` 서브넷이 없습니다.`,
      en: `${region} has no subnet \`${subnet}\`.`,
    },
    remedy: {
      ko: '설정 파일의 `subnet`과 `region`을 확인합니다. `subnet`을 빼면 VPC를 새로 만듭니다. 있는 서브넷 보기:',
      en: 'Look at `subnet` and `region` in the configuration; without `subnet` a VPC is made. What there is:',
      commands: [shellLine`aws ec2 describe-subnets --region ${region}`],
    },
  }),
);

/** The subnet has not enough addresses left. */
export const subnetFull = defineProblem(
  'aws-subnet-full',
  ({ subnet = '', free = '', needed = '' }: Maybe<'subnet' | 'free' | 'needed'>) => ({
    message: {
      ko: `\`${subnet}\` 서브넷에 남은 주소가 모자랍니다: ${needed}개가 필요한데 ${free}개 남았습니다.`,
      en: `The subnet \`${subnet}\` has not enough addresses left: ${needed} are needed, ${free} are free.`,
    },
    remedy: {
      ko: '더 큰 서브넷을 설정 파일의 `subnet`에 적거나, `subnet`을 빼고 VPC를 새로 만듭니다.',
      en: 'Name a larger one as `subnet` in the configuration, or leave that out, so that a VPC is made.',
    },
  }),
);

/** The type of instance is not offered in the place of the VMs. */
export const typeNotOffered = defineProblem(
  'aws-type-not-offered',
  ({ type = '', place = '', zones = '' }: Maybe<'type' | 'place' | 'zones'>) => ({
    message: {
      ko: `\`${place}\`에서는 \`${type}\` 유형을 쓸 수 없습니다.`,
      en: `\`${type}\` is not offered in \`${place}\`.`,
    },
    remedy: {
      ko: `설정 파일의 \`instanceType\`을 바꾸거나 다른 곳을 고릅니다${zones ? ` (이 유형이 있는 가용 영역: ${zones})` : ''}.`,
      en: `Choose another \`instanceType\` in the configuration, or another place${zones ? ` (zones that have it: ${zones})` : ''}.`,
    },
  }),
  { explained: { place: placeholder('zone') } },
);

/** The region has no such image of Ubuntu. */
export const imageNotFound = defineProblem(
  'aws-image-not-found',
  ({ image = '', region = '' }: Maybe<'image' | 'region'>) => ({
    message: {
      ko: `${region} 리전에 이 Ubuntu 이미지가 없습니다: ${image}`,
      en: `${region} has no such image of Ubuntu: ${image}`,
    },
    remedy: {
      ko: '설정 파일의 `ubuntu`, `instanceType`, `region`을 확인합니다.',
      en: 'Look at `ubuntu`, `instanceType` and `region` in the configuration.',
    },
  }),
);

/** A quota could not be read; only making the VMs shows whether it is high enough. */
export const quotaUnknown = defineProblem(
  'aws-quota-unknown',
  ({
    name = '',
    needed = '',
    said = '',
    region = '',
    unit = '',
  }: Maybe<'name' | 'needed' | 'said' | 'region' | 'unit'>) => ({
    message: {
      ko: `할당량을 물어볼 수 없었습니다: ${name} (${said}). 이 반에는 ${unit ? `${unit} ` : ''}${needed}개가 필요합니다.`,
      en: `This quota could not be asked: ${name} (${said}). The class needs ${needed}${unit ? ` ${unit}s` : ''}.`,
    },
    remedy: {
      ko: `AWS 콘솔의 Service Quotas에서 직접 확인합니다 (${region}).`,
      en: `See for yourself in Service Quotas on the AWS console (${region}).`,
    },
  }),
  { kind: 'note' },
);

function increase(service: string, code: string, value: number, region: string): CommandLine {
  return shellLine`aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${code} --desired-value ${String(value)} --region ${region}`;
}
