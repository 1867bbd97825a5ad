import type { Service } from '../../src/docker/model/exercise';
import { containerTask, serviceTasks } from './container-task';
import { labs } from '../index';

const small: Service = { image: 'httpd', ports: ['8080:80'] };
const started = { condition: 'service_started' } as const;

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

it('asks for a service of a Compose file in the words of a file', () => {
  const [step] = serviceTasks({
    services: {
      db: { ...small, restart: 'always', volumes: ['vol1:/data'], depends_on: { a: started } },
    },
  });
  expect(step).toMatchObject({
    ko: '`db` 서비스를 다음 설정으로 적습니다.',
    en: 'Write the service `db` with these settings:',
  });
  expect(step?.settings?.map(({ key, values }) => [key, ...values.map(({ en }) => en)])).toEqual([
    ['image', 'httpd'],
    ['ports', '8080 here, 80 in the container'],
    ['volumes', 'volume vol1 at /data'],
    ['restart', 'always'],
    ['depends_on', 'a'],
  ]);
});

it.each(
  labs
    .filter(({ id }) =>
      /^ch07-(?:compose-file|redmine|wordpress)|^ch08-(?:pod|deployment|service)/.test(id),
    )
    .map((lab) => [lab.id, lab.task] as const),
)('%s, which is about a file, asks to write and not to run a container', (_id, task) => {
  const [first] = task;
  expect(first?.en).toMatch(/^Write /);
  expect(first?.ko).toMatch(/적습니다\.$/);
  for (const { ko, en } of task) {
    expect(en).not.toMatch(/run a container/i);
    expect(ko).not.toContain('컨테이너를 실행');
  }
});

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
