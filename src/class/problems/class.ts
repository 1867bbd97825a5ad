import { shellLine, type CommandLine } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';
import type { Text } from '../../core/text';

/** Somebody else made the class. */
export const classOwned = defineProblem(
  'class-owned',
  ({ name = '', owner = '', vms = '', mine = '' }: Maybe<'name' | 'owner' | 'vms' | 'mine'>) => ({
    message: {
      ko: `\`${name}\` 반은 다른 사람(${owner})이 만들었고, 지금 그 사람의 VM이 ${vms}대 있습니다.${Number(mine) > 0 ? ` 내가 만든 VM도 ${mine}대 있습니다.` : ''} 아무것도 바꾸지 않았습니다.`,
      en: `The class \`${name}\` was made by somebody else (${owner}), who has ${vms} VMs in it now.${Number(mine) > 0 ? ` VMs of your own: ${mine}.` : ''} Nothing was changed.`,
    },
    remedy: {
      ko: '내가 만든 VM이 있으면 `dkkb class down`이 그것만 끝내고 다른 사람의 것은 그대로 둡니다. 내 반이라면 설정 파일의 `class`를 다른 이름으로 바꿉니다. 다른 컴퓨터에서 직접 만든 반이라면 그 컴퓨터에서 `dkkb class export`로 내보낸 파일을 `dkkb class import`로 가져옵니다. 그 사람에게서 넘겨받기로 했다면 같은 명령에 `--take-over`를 붙입니다.',
      en: 'Where VMs are your own, `dkkb class down` ends those alone and leaves the others. For a class of your own, give another name as `class` in the configuration. If you made it on another computer, carry it over with `dkkb class export` there and `dkkb class import` here. If you have agreed to take it over, add `--take-over` to the same command.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** The class has VMs in another region than the configuration names. */
export const classElsewhere = defineProblem(
  'class-elsewhere',
  ({ name = '', region = '', wanted = '' }: Maybe<'name' | 'region' | 'wanted'>) => ({
    message: {
      ko: `\`${name}\` 반의 VM은 ${region} 리전에 있는데, 설정 파일에는 \`region: ${wanted}\`라고 되어 있습니다. VM은 다른 리전으로 옮길 수 없습니다.`,
      en: `The VMs of the class \`${name}\` are in ${region}, and the configuration says \`region: ${wanted}\`. VMs cannot move to another region.`,
    },
    remedy: {
      ko: `이 반을 계속 쓰려면 설정을 되돌립니다: \`region: ${region}\`. 새 리전에서 새로 시작하려면 먼저 반을 끝내거나, 설정 파일의 \`class\`를 새 이름으로 바꿉니다:`,
      en: `To go on with this class, write \`region: ${region}\` again. To begin in the new region, end the class first, or give the new one another name as \`class\`:`,
      commands: [shellLine`dkkb class down --class ${name}`],
    },
  }),
);

/** The class has VMs in another subnet than the configuration names. */
export const classPlace = defineProblem(
  'class-place',
  ({ name = '', has = '', wanted = '' }: Maybe<'name' | 'has' | 'wanted'>) => ({
    message: {
      ko: `\`${name}\` 반의 VM은 \`${has}\` 서브넷에 있는데, 설정 파일은 ${wanted ? `\`subnet: ${wanted}\`라고 합니다` : '`subnet` 없이 새 네트워크를 만들라고 합니다'}. VM은 다른 서브넷으로 옮길 수 없습니다.`,
      en: `The VMs of the class \`${name}\` are in the subnet \`${has}\`, and the configuration ${wanted ? `says \`subnet: ${wanted}\`` : 'has no `subnet`, so that a network would be made'}. VMs cannot move to another subnet.`,
    },
    remedy: {
      ko: '설정 파일의 `subnet`을 되돌립니다. 다른 네트워크에서 새로 시작하려면 먼저 반을 끝냅니다:',
      en: 'Write `subnet` as it was. To begin in another network, end the class first:',
      commands: [shellLine`dkkb class down --class ${name}`],
    },
  }),
);

/** The class was ended while this command waited. */
export const classEnded = defineProblem(
  'class-ended',
  ({ name = '', at = '' }: Maybe<'name' | 'at'>) => ({
    message: {
      ko: `기다리는 동안 다른 \`dkkb class down\`이 \`${name}\` 반을 끝냈습니다(${at}). VM을 새로 만들지 않았습니다.`,
      en: `While this command waited, another \`dkkb class down\` ended the class \`${name}\` (${at}). No VM was made.`,
    },
    remedy: {
      ko: '반을 정말 다시 만들려면 같은 명령을 한 번 더 실행합니다:',
      en: 'To make the class again on purpose, give the same command once more:',
      commands: ['dkkb class up'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** Terraform would change or end what no command has named. */
export const classUnexpected = defineProblem(
  'class-unexpected-change',
  ({ changes = '', path = '' }: Maybe<'changes' | 'path'>) => ({
    message: {
      ko: `Terraform이 시키지 않은 것까지 바꾸려고 해서 멈췄습니다: ${changes}. 아무것도 바꾸지 않았습니다.`,
      en: `Terraform would change what was not asked for, so nothing was done: ${changes}`,
    },
    remedy: {
      ko: `설정 파일과 AWS 콘솔에서 누가 무엇을 바꿨는지 봅니다. 이 반의 Terraform 파일은 ${path} 폴더에 있습니다. 학생의 VM을 새로 만들려면 그 학생을 직접 지정합니다: \`dkkb class up --replace 학생\``,
      en: `See in the configuration and on the AWS console who changed what; Terraform's files of this class are in ${path}. To make a student's VM again, name that student: \`dkkb class up --replace STUDENT\``,
    },
  }),
  { kind: 'cannot-tell' },
);

/** The keys with which a VM was started are not on this computer. */
export const keyMissing = defineProblem('vm-key-missing', ({ student = '' }: Maybe<'student'>) => ({
  message: {
    ko: `이 컴퓨터에는 \`${student}\` 학생의 VM을 만들 때 쓴 키가 없습니다. 여기서 만드는 카드로는 접속할 수 없습니다.`,
    en: `This computer does not have the keys with which the VM of \`${student}\` was made. A card made here would not open it.`,
  },
  remedy: {
    ko: '그 VM을 만든 컴퓨터에서 반을 내보내고 여기로 가져옵니다. 그럴 수 없으면 VM을 새로 만듭니다(안의 것은 사라집니다):',
    en: 'Carry the class over from the computer that made it. Where that cannot be, make the VM again; what is in it is lost:',
    commands: [
      'dkkb class export class.age',
      'dkkb class import class.age',
      shellLine`dkkb class up --replace ${student}`,
    ],
  },
}));

const letGo: Readonly<
  Record<string, (id: string, region: string, holds: string) => CommandLine[]>
> = {
  endpoint: (id, region) => [
    shellLine`aws ec2 delete-vpc-endpoints --region ${region} --vpc-endpoint-ids ${id}`,
  ],
  interface: (id, region) => [
    shellLine`aws ec2 delete-network-interface --region ${region} --network-interface-id ${id}`,
  ],
  group: (id, region) => [
    shellLine`aws ec2 delete-security-group --region ${region} --group-id ${id}`,
  ],
  routes: (id, region) => [
    shellLine`aws ec2 delete-route-table --region ${region} --route-table-id ${id}`,
  ],
  acl: (id, region) => [
    shellLine`aws ec2 delete-network-acl --region ${region} --network-acl-id ${id}`,
  ],
  rule: (id, region, holds) => [
    shellLine`aws ec2 describe-security-group-rules --region ${region} --filters Name=group-id,Values=${id}`,
    shellLine`aws ec2 revoke-security-group-ingress --region ${region} --group-id ${id} --protocol all --source-group ${holds}`,
  ],
};

/** Something of others keeps the network of a class. */
export const networkInUse = defineProblem(
  'class-network-in-use',
  ({
    kind = '',
    id = '',
    region = '',
    owner = '',
    about = '',
    holds = '',
    what,
  }: Maybe<'kind' | 'id' | 'region' | 'owner' | 'about' | 'holds'> & { readonly what?: Text }) => ({
    message: {
      ko: `이 반이 만들지 않은 것이 반의 네트워크(${holds})를 쓰고 있어 네트워크를 남겨 두었습니다: ${what?.ko ?? kind} ${id}, 만든 쪽 ${owner || '모름'}${about ? `, ${about}` : ''} (${region})`,
      en: `Something that the class has not made uses its network (${holds}), which was left for that: ${what?.en ?? kind} ${id}, of ${owner || 'an unknown owner'}${about ? `, ${about}` : ''} (${region})`,
    },
    remedy: {
      ko: '필요한 것인지 만든 쪽에 먼저 묻습니다. 필요 없다면 그것을 지운 뒤 `dkkb class down`을 다시 합니다. 남은 네트워크에는 비용이 들지 않습니다:',
      en: 'Ask its owner whether it is needed. If not, remove it, then give `dkkb class down` again. What is left of the network costs nothing:',
      commands: letGo[kind]?.(id, region, holds) ?? [],
    },
  }),
  {
    explained: { kind: 'interface', what: { ko: '네트워크 인터페이스', en: 'network interface' } },
  },
);
