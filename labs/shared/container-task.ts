import { networksOf, portsOf } from '../../src/docker/model/service';
import type { EngineState, Service } from '../../src/docker/model/exercise';
import type { Setting, Step } from '../../src/core/task';
import type { Text } from '../../src/core/text';

/** With more settings than this, a table is easier to read than sentences. */
const mostSentences = 2;

/** The step that asks for one container, from the service's own data: in sentences, or as a table when there is much to set. */
export function containerTask(name: string, service: Service): Step {
  const sentences = sentencesOf(service);
  const { image } = service;
  if (sentences.length > mostSentences)
    return {
      ko: '다음 설정으로 컨테이너를 실행합니다.',
      en: 'Run a container with these settings:',
      settings: settingsOf(name, service),
    };
  return inOne([
    {
      ko: `\`${image}\` 이미지로 \`${name}\` 컨테이너를 실행합니다.`,
      en: `Run a container named \`${name}\` from the image \`${image}\`.`,
    },
    ...sentences,
  ]);
}

/** One step for each container of a state, in the order of the data. */
export function containerTasks(state: EngineState): Step[] {
  return Object.entries(state.services ?? {}).map(([name, service]) =>
    containerTask(name, service),
  );
}

/** One step for each service that a Compose file describes, with all that is asked of it. */
export function serviceTasks(state: EngineState): Step[] {
  return Object.entries(state.services ?? {}).map(([name, service]) => ({
    ko: `\`${name}\` 서비스를 다음 설정으로 적습니다.`,
    en: `Write the service \`${name}\` with these settings:`,
    settings: [...settingsOf(name, service).slice(1), ...composeSettings(service)],
  }));
}

/** A line of a table, of values that are the same in both languages; none without values. */
export function setting(key: string, name: Text, values: readonly string[]): Setting[] {
  return lineOf(key, name, values.map(same));
}

function lineOf(key: string, name: Text, values: readonly Text[]): Setting[] {
  return values.length === 0 ? [] : [{ key, name, values }];
}

const same = (value: string): Text => ({ ko: value, en: value });

function inOne(sentences: readonly Text[]): Text {
  return {
    ko: sentences.map(({ ko }) => ko).join(' '),
    en: sentences.map(({ en }) => en).join(' '),
  };
}

function settingsOf(name: string, service: Service): Setting[] {
  return [
    ...setting('name', { ko: '이름', en: 'name' }, [name]),
    ...setting('image', { ko: '이미지', en: 'image' }, [service.image]),
    ...lineOf('ports', { ko: '포트', en: 'port' }, portsOf(service).map(portText)),
    ...setting('environment', { ko: '환경 변수', en: 'variables' }, variablesOf(service)),
    ...setting('networks', { ko: '네트워크', en: 'network' }, networksOf(service)),
    ...lineOf('volumes', { ko: '마운트', en: 'mounts' }, mountsOf(service).map(mountText)),
  ];
}

function composeSettings({ restart, depends_on = {} }: Service): Setting[] {
  return [
    ...setting('restart', { ko: '재시작', en: 'restart' }, restart ? [restart] : []),
    ...setting(
      'depends_on',
      { ko: '먼저 시작할 서비스', en: 'starts after' },
      Object.keys(depends_on),
    ),
  ];
}

function variablesOf({ environment = {} }: Service): string[] {
  return Object.entries(environment).map(([key, value]) => `${key}=${value}`);
}

function portText({ host, container }: { host: number; container: number }): Text {
  return {
    ko: `내 컴퓨터 ${host}, 컨테이너 ${container}`,
    en: `${host} here, ${container} in the container`,
  };
}

interface Mount {
  readonly source: string;
  readonly target: string;
  readonly isFolder: boolean;
}

function mountsOf({ volumes = [] }: Service): Mount[] {
  return volumes.map((volume) => {
    const [source = '', target = ''] = volume.split(':');
    return { source: source.replace(/^\.\//, ''), target, isFolder: source.startsWith('./') };
  });
}

function mountText({ source, target, isFolder }: Mount): Text {
  return {
    ko: `${source} ${isFolder ? '폴더' : '볼륨'}, 컨테이너의 ${target}`,
    en: `${isFolder ? 'folder' : 'volume'} ${source} at ${target}`,
  };
}

function sentencesOf(service: Service): Text[] {
  return [
    ...portsOf(service).map(({ host, container }) => ({
      ko: `내 컴퓨터의 ${host}번 포트를 컨테이너의 ${container}번 포트에 연결합니다.`,
      en: `Connect port ${host} of this computer to port ${container} of the container.`,
    })),
    ...Object.entries(service.environment ?? {}).map(([key, value]) => ({
      ko: `환경 변수 \`${key}\`에는 \`${value}\` 값을 넣습니다.`,
      en: `Set the environment variable \`${key}\` to \`${value}\`.`,
    })),
    ...networksOf(service).map((network) => ({
      ko: `\`${network}\` 네트워크에 연결합니다.`,
      en: `Attach it to the network \`${network}\`.`,
    })),
    ...mountsOf(service).map(mountSentence),
  ];
}

function mountSentence({ source, target, isFolder }: Mount): Text {
  return {
    ko: `${isFolder ? `내 컴퓨터의 \`${source}\` 폴더를` : `\`${source}\` 볼륨을`} 컨테이너의 \`${target}\` 경로에 마운트합니다.`,
    en: `Mount the ${isFolder ? 'folder' : 'volume'} \`${source}\` at \`${target}\` in the container.`,
  };
}
