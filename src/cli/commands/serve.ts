import { isIP } from 'node:net';
import { openEngine } from '../../docker/engine/engine';
import { serveImages } from '../../images/serve';
import type { MirrorPlace } from '../../images/mirror';
import type { Text } from '../../core/text';
import { removeMirror } from '../../images/mirror';
import { machineAddresses } from '../../core/machine/own-address';
import { say } from '../language';
import { exit, mark, paint, print, printLine, reporter } from '../views/terminal';
import { UsageError } from '../usage-error';

interface ServeOptions {
  readonly address: string;
  readonly port: string;
  readonly stop?: boolean;
}

/** `dkkb images serve`: makes this machine a registry mirror of the book's images, so that a class pulls them only once. */
export async function serve(options: ServeOptions): Promise<number> {
  if (options.stop) return stop();
  const place = placeOf(options);
  const served = await serveImages(await openEngine(), place, reporter);
  print(
    `${mark.passed} ${say({ ko: `이미지 ${served.length}개를 나눠 주고 있습니다`, en: `Serving ${served.length} images` })}: ${served.join(', ')}`,
  );
  printWhoSees(place.address);
  printLines({ ...place, address: addressForOthers(place.address) });
  return exit.done;
}

function placeOf({ address, port }: ServeOptions): MirrorPlace {
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new UsageError({
      ko: `\`${port}\` 포트는 쓸 수 없습니다. 1에서 65535 사이의 수를 씁니다.`,
      en: `\`${port}\` is not a port. A port is a number from 1 to 65535.`,
    });
  }
  if (isIP(address) === 0) {
    throw new UsageError({
      ko: `\`${address}\` 값은 IP 주소가 아닙니다. 교실에서 보이는 이 컴퓨터의 주소를 씁니다. 예: --address 192.168.0.10`,
      en: `\`${address}\` is not an IP address. Name this machine's address in the classroom, for example --address 192.168.0.10`,
    });
  }
  ensureOwn(address);
  return { address, port: number };
}

const everywhere: readonly string[] = ['0.0.0.0', '::'];
const isLoopback = (address: string) => address === '::1' || address.startsWith('127.');

/** Throws when the address is not this machine's. On WSL any address is accepted: the engine also answers at those of Windows, which are unknown there. */
function ensureOwn(address: string): void {
  const { all, shared } = machineAddresses();
  const isKnown = everywhere.includes(address) || isLoopback(address) || all.includes(address);
  if (isKnown || process.env['WSL_DISTRO_NAME']) return;
  const own = shared.join(', ');
  throw new UsageError({
    ko: `\`${address}\` 주소는 이 컴퓨터의 주소가 아닙니다. 이 컴퓨터의 주소: ${own || '없음'}`,
    en: `\`${address}\` is not an address of this machine. It has: ${own || 'none'}`,
  });
}

/** Warns when other machines cannot reach the address. */
function printWhoSees(address: string): void {
  if (!isLoopback(address)) return;
  const [own = '192.168.0.10'] = machineAddresses().shared;
  const again = `dkkb images serve --address ${own}`;
  print(
    `${mark.unknown} ${say({
      ko: `이 주소(${address})로는 이 컴퓨터만 받을 수 있습니다. 교실에 나눠 주려면: ${again}`,
      en: `Only this machine reaches ${address}. To serve the classroom: ${again}`,
    })}`,
  );
}

/** The address for readers: one of this machine's addresses where it serves at all of them. */
function addressForOthers(address: string): string {
  return everywhere.includes(address) ? (machineAddresses().shared[0] ?? address) : address;
}

function printLines({ address, port }: MirrorPlace): void {
  const url = `http://${isIP(address) === 6 ? `[${address}]` : address}:${port}`;
  const setting = `"registry-mirrors": ["${url}"]`;
  printPlaces([
    {
      place: {
        ko: 'Docker Desktop — Settings > Docker Engine의 중괄호 안에 넣고 Apply & restart',
        en: 'Docker Desktop — put it between the braces of Settings > Docker Engine, then Apply & restart',
      },
      line: setting,
    },
    {
      place: {
        ko: '리눅스 — /etc/docker/daemon.json에 쓰고 sudo systemctl restart docker (또는 sudo service docker restart)',
        en: 'Linux — write it to /etc/docker/daemon.json, then sudo systemctl restart docker (or sudo service docker restart)',
      },
      line: `{ ${setting} }`,
    },
    {
      place: { ko: 'Minikube — 처음 시작할 때', en: 'Minikube — at its first start' },
      line: `minikube start --registry-mirror=${url}`,
    },
  ]);
  print(
    `\n${say({
      ko: '교실에서는 받기만 할 수 있습니다. 이미지를 넣거나 지우는 것은 이 컴퓨터에서만 됩니다.',
      en: 'The classroom can pull from it and no more: only this machine puts images in or takes them out.',
    })}`,
  );
  print(
    `${say({ ko: '학생 컴퓨터에서 확인', en: "To see it on a reader's machine" })}: dkkb doctor`,
  );
  print(`${say({ ko: '그만두기', en: 'To stop' })}: dkkb images serve --stop`);
}

function printPlaces(lines: readonly { readonly place: Text; readonly line: string }[]): void {
  for (const { place, line } of lines) {
    print(`\n${say(place)}`);
    printLine(`  ${paint.bold(line)}`);
  }
}

async function stop(): Promise<number> {
  const was = await removeMirror(await openEngine());
  print(
    `${mark.passed} ${say(
      was
        ? { ko: '이미지 미러를 멈추고 지웠습니다.', en: 'The mirror is stopped and removed.' }
        : { ko: '켜져 있는 이미지 미러가 없습니다.', en: 'No mirror was running.' },
    )}`,
  );
  if (was) printHowToLeave();
  return exit.done;
}

// After the class, another machine with this address could answer in place of the mirror.
function printHowToLeave(): void {
  print(
    `\n${say({
      ko: '학생 컴퓨터에서는 설정을 지워야 합니다. 그대로 두면 나중에 그 주소를 쓰는 컴퓨터가 다른 이미지를 줄 수 있습니다.',
      en: "Take the setting out on the readers' machines. Left there, whoever has that address later can hand out other images.",
    })}`,
  );
  printPlaces([
    {
      place: {
        ko: 'Docker Desktop — Settings > Docker Engine에서 이 줄을 지우고 Apply & restart',
        en: 'Docker Desktop — delete this line in Settings > Docker Engine, then Apply & restart',
      },
      line: '"registry-mirrors": […]',
    },
    {
      place: {
        ko: '리눅스 — /etc/docker/daemon.json에서 같은 줄을 지우고(다른 내용이 없으면 파일을 지우고) 도커를 다시 시작',
        en: 'Linux — delete the same line in /etc/docker/daemon.json (or the file, if nothing else is in it), and restart Docker',
      },
      line: 'sudo systemctl restart docker',
    },
    {
      place: { ko: 'Minikube — 클러스터를 지우고', en: 'Minikube — delete the cluster' },
      line: 'minikube delete',
    },
    {
      place: {
        ko: 'Minikube — 미러 없이 다시 시작',
        en: 'Minikube — and start it without the mirror',
      },
      line: 'minikube start',
    },
  ]);
}
