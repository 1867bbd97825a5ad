import { portsOf } from '../../src/docker/model/service';
import type { Service } from '../../src/docker/model/exercise';
import type { Step } from '../../src/core/task';
import { containerTask, serviceTasks } from './container-task';
import { labs } from '../index';
import { redmineAndMysql, wordpressAndMariadb, wordpressAndMysql } from './compose-solutions';

/** The whole text of a step, in English. */
function toldIn({ en, settings = [] }: Step): string {
  return [en, ...settings.flatMap(({ values }) => values.map((value) => value.en))].join('\n');
}

const small: Service = { image: 'httpd', ports: ['8080:80'] };

it('asks for a container with one setting in sentences', () => {
  const { ko, settings } = containerTask('apa000ex2', small);
  expect(settings).toBeUndefined();
  expect(ko).toBe(
    '`httpd` 이미지로 `apa000ex2` 컨테이너를 실행합니다. 내 컴퓨터의 8080번 포트를 컨테이너의 80번 포트에 연결합니다.',
  );
});

it('asks for a container with many settings by a table of name, image and each setting', () => {
  const environment = { MYSQL_USER: 'kun', MYSQL_PASSWORD: 'pass' };
  const step = containerTask('db', { ...small, environment, networks: ['net1'] });
  expect(step.settings?.map(({ key, values }) => [key, ...values.map(({ en }) => en)])).toEqual([
    ['name', 'db'],
    ['image', 'httpd'],
    ['ports', '8080 here, 80 in the container'],
    ['environment', 'MYSQL_USER=kun', 'MYSQL_PASSWORD=pass'],
    ['networks', 'net1'],
  ]);
});

it.each([
  ['./apa_folder:/usr/pages', '내 컴퓨터의 `apa_folder` 폴더를 컨테이너의 `/usr/pages` 경로에'],
  ['apa000vol1:/usr/pages', '`apa000vol1` 볼륨을 컨테이너의 `/usr/pages` 경로에'],
])('says where %s is mounted', (volume, text) => {
  expect(containerTask('apa', { ...small, volumes: [volume] }).ko).toContain(text);
});

describe.each(Object.entries({ wordpressAndMysql, wordpressAndMariadb, redmineAndMysql }))(
  'the Compose file of %s',
  (_name, state) => {
    const services = Object.entries(state.services ?? {});

    it.each(services)('has a task that names every graded setting of %s', (name, service) => {
      const steps = serviceTasks(state).filter(({ en }) => en.includes(`\`${name}\``));
      const told = steps.map(toldIn).join('\n');
      const { image, restart = '', environment = {}, networks = [], volumes = [] } = service;
      const graded = [
        image,
        restart,
        ...portsOf(service).flatMap(({ host, container }) => [String(host), String(container)]),
        ...Object.entries(environment).map((entry) => entry.join('=')),
        ...networks,
        ...volumes.flatMap((volume) => volume.split(':')),
        ...Object.keys(service.depends_on ?? {}),
      ];
      graded.forEach((value) => expect(told).toContain(value));
    });

    it('has a task that names its networks and volumes at the top level', () => {
      const lab = labs.find(({ id, task }) => {
        const told = task.map(toldIn).join('\n');
        return id.startsWith('ch07') && services.every(([name]) => told.includes(name));
      });
      const [first] = lab?.task ?? [];
      const told = first ? toldIn(first) : '';
      for (const name of Object.keys({ ...state.networks, ...state.volumes }))
        expect(told).toContain(name);
    });
  },
);

it('gives the address of each page that a task opens', () => {
  const opens = labs.flatMap(({ id, task }) =>
    task.filter(({ en }) => /browser/.test(en)).map((step) => [id, step] as const),
  );
  expect(new Set(opens.map(([id]) => id)).size).toBeGreaterThan(10);
  for (const [, { ko, en }] of opens) {
    expect(ko).toMatch(/http:\/\/localhost:\d+/);
    expect(en).toMatch(/http:\/\/localhost:\d+/);
  }
});
