import { networksOf, portsOf } from '../src/docker/model/service';
import type { EngineState, Service } from '../src/docker/model/lab';
import type { Text } from '../src/core/text';

/** The sentence of a task that asks for one container, from the service's own data. */
export function containerTask(name: string, service: Service): Text {
  const ports = portsOf(service);
  const variables = Object.entries(service.environment ?? {});
  const ko = [`\`${service.image}\` 이미지로 \`${name}\` 컨테이너를 실행합니다.`];
  const en = [`Run a container named \`${name}\` from the image \`${service.image}\`.`];
  for (const { host, container } of ports) {
    ko.push(`내 컴퓨터의 ${host}번 포트를 컨테이너의 ${container}번 포트에 연결합니다.`);
    en.push(`Connect port ${host} of this computer to port ${container} of the container.`);
  }
  for (const [key, value] of variables) {
    ko.push(`환경 변수 \`${key}\`의 값은 \`${value}\`로 합니다.`);
    en.push(`Set the environment variable \`${key}\` to \`${value}\`.`);
  }
  for (const network of networksOf(service)) {
    ko.push(`\`${network}\` 네트워크에 연결합니다.`);
    en.push(`Attach it to the network \`${network}\`.`);
  }
  return { ko: ko.join(' '), en: en.join(' ') };
}

/** One task step for each container of a state, in the order of the data. */
export function containerTasks(state: EngineState): Text[] {
  return Object.entries(state.services ?? {}).map(([name, service]) =>
    containerTask(name, service),
  );
}
