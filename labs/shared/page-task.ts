import { josa } from 'es-hangul';

import type { Page } from '../../src/core/page';
import type { Text } from '../../src/core/text';
import type { Service } from '../../src/docker/model/exercise';
import { portsOf } from '../../src/docker/model/service';
import type { Manifest } from '../../src/kubernetes/model/manifests';

/** The steps that open a page of a container, each with its address: one for each port of the container. */
export function pageTasks(service: Service | undefined, page: Page): Text[] {
  return addressesOf(service).map((address) => pageTask(address, page));
}

/** The addresses at which a container answers a browser of this computer. */
export function addressesOf(service: Service | undefined): string[] {
  return service ? portsOf(service).map(({ host }) => `http://localhost:${host}`) : [];
}

/** The step that opens the page of a Service's node port; where Minikube has a machine of its own, it has another address. */
export function nodePortTask({ props }: Extract<Manifest, { kind: 'Service' }>, page: Page): Text {
  const { ko, en } = pageTask(`http://localhost:${props.nodePort}`, page);
  const command = `minikube service ${props.name} --url`;
  return {
    ko: `${ko} Minikube에서는 \`${command}\` 명령이 알려 주는 주소를 엽니다.`,
    en: `${en} With Minikube open the address that \`${command}\` prints.`,
  };
}

function pageTask(address: string, { name }: Page): Text {
  return {
    ko: `브라우저로 ${address} 주소를 열어 ${josa(name.ko, '을/를')} 확인합니다.`,
    en: `Open ${address} in a browser. It shows ${name.en}.`,
  };
}
