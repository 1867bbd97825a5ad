import type { ForeignThing } from '../../../class/aws/foreign';
import type { CloudResource, ThingKind } from '../../../class/aws/resource';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { mostListed } from './names';

/** The kinds of things of a class, as they are shown. */
export const kindNames: Readonly<Record<ThingKind, Text>> = {
  instance: { ko: '인스턴스', en: 'instance' },
  volume: { ko: '볼륨', en: 'volume' },
  address: { ko: '탄력적 IP', en: 'elastic IP' },
  key: { ko: '키 페어', en: 'key pair' },
  interface: { ko: '네트워크 인터페이스', en: 'network interface' },
  group: { ko: '보안 그룹', en: 'security group' },
  route: { ko: '라우팅', en: 'route' },
  association: { ko: '라우팅 테이블 연결', en: 'route table association' },
  routes: { ko: '라우팅 테이블', en: 'route table' },
  gateway: { ko: '인터넷 게이트웨이', en: 'internet gateway' },
  subnet: { ko: '서브넷', en: 'subnet' },
  vpc: { ko: 'VPC', en: 'VPC' },
};

/** A thing of a class in one line, with the student's name where it is known. */
function thingLine(
  { kind, id, region, student }: CloudResource,
  names: ReadonlyMap<string, string>,
): string {
  const who = student === undefined ? [] : [names.get(student) ?? student];
  return `${say(kindNames[kind])} ${id} (${[region, ...who].join(', ')})`;
}

/** The things of a class, a line each; of many of one kind and region only their number. */
export function thingLines(
  things: readonly CloudResource[],
  names: ReadonlyMap<string, string> = new Map(),
): string[] {
  const groups = new Map<string, CloudResource[]>();
  for (const thing of things) {
    const key = `${thing.kind} ${thing.region}`;
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length <= mostListed) return group.map((thing) => thingLine(thing, names));
    const kind = kindNames[first.kind];
    return [
      say({
        ko: `${kind.ko} ${group.length}개 (${first.region}, 하나하나는 -o json)`,
        en: `${kind.en}: ${group.length} (${first.region}; one by one: -o json)`,
      }),
    ];
  });
}

/** The kinds of things that others have in a class's network. */
export const foreignNames: Readonly<Record<ForeignThing['kind'], Text>> = {
  endpoint: { ko: 'VPC 엔드포인트', en: 'VPC endpoint' },
  interface: { ko: '네트워크 인터페이스', en: 'network interface' },
  group: { ko: '보안 그룹', en: 'security group' },
  routes: { ko: '라우팅 테이블', en: 'route table' },
  acl: { ko: '네트워크 ACL', en: 'network ACL' },
  rule: {
    ko: '이 반의 보안 그룹을 가리키는 보안 그룹',
    en: 'security group that refers to the class',
  },
};
