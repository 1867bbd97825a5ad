import { endClass, findEverywhere, type Ended } from '../../../class/down';
import type { Text } from '../../../core/text';
import type { CloudResource, ThingKind } from '../../../class/aws/fleet';
import { confirm } from '../../confirm';
import { say } from '../../language';
import { chat, exit, mark, print, printJson } from '../../views/terminal';
import { dollars } from '../../views/dollars';
import { classOf, holdIt, type ClassOptions } from './shared';

interface DownOptions extends ClassOptions {
  readonly yes?: boolean;
}

/** `dkkb class down`: lists what the class has, removes it, and looks again in every region; exit code 1 when something is left. */
export async function classDown(options: DownOptions): Promise<number> {
  const session = await classOf(options);
  return holdIt(session, async () => {
    const found = await findEverywhere(session);
    found.forEach((thing) => chat(`- ${describe(thing)}`));
    const agreed = found.length === 0 || options.yes || (await confirm(question));
    const ended: Ended = agreed
      ? await endClass(session, found, tellKind)
      : { removed: [], left: found, cost: undefined };
    if (options.output === 'json') printJson({ class: session.fleet, ...ended });
    else tell(ended, agreed);
    return ended.left.length === 0 ? exit.done : exit.failed;
  });
}

const question: Text = {
  ko: '이 모두를 삭제할까요? 학생들의 VM과 그 안의 것은 되살릴 수 없습니다.',
  en: "Remove all of this? The students' VMs and what is in them cannot be brought back.",
};

const kinds: Readonly<Record<ThingKind, Text>> = {
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

function describe({ kind, id, region, student }: CloudResource): string {
  return `${say(kinds[kind])} ${id} (${[region, student].filter(Boolean).join(', ')})`;
}

function tellKind(kind: ThingKind, count: number): void {
  const name = say(kinds[kind]);
  chat(`- ${say({ ko: `삭제하는 중: ${name} ${count}개`, en: `removing: ${name} (${count})` })}`);
}

function tell({ removed, left, cost }: Ended, agreed: boolean): void {
  left.forEach((thing) =>
    print(`${mark.failed} ${say({ ko: '남아 있음', en: 'still there' })}: ${describe(thing)}`),
  );
  if (!agreed)
    print(
      `  ${mark.arrow} ${say({ ko: '삭제하려면 --yes를 붙입니다.', en: 'To remove it, add --yes.' })}`,
    );
  if (left.length > 0) return;
  print(
    `${mark.passed} ${say({
      ko: `${removed.length}개를 삭제했습니다. 모든 리전에 남은 것이 없습니다.`,
      en: `Removed ${removed.length}; nothing is left in any region.`,
    })}`,
  );
  if (cost !== undefined && removed.length > 0)
    print(
      say({
        ko: `켜져 있던 VM의 비용은 정가로 어림하여 ${dollars(cost)}입니다.`,
        en: `By list prices the VMs that were running cost about ${dollars(cost)}.`,
      }),
    );
}
