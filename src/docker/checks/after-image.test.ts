import { commandAfterImage, optionsAfterImage } from './after-image';
import type { EngineSnapshot, ImageCommand } from '../engine/facts';

const after = (line: string) => optionsAfterImage({ command: line.split(' ') });

it.each([
  ['-p 8080:80', '-p 8080:80'],
  ['-p8080:80', '-p8080:80'],
  ['-dit -p 127.0.0.1:8080:80', '-dit -p 127.0.0.1:8080:80'],
  ['docker-entrypoint.sh -e MYSQL_ROOT_PASSWORD=myrootpass', '-e MYSQL_ROOT_PASSWORD=myrootpass'],
  ['docker-entrypoint.sh -d', '-d'],
  ['docker-entrypoint.sh mysqld --net=wordpress000net1', '--net=wordpress000net1'],
  [
    'httpd-foreground -v apa000vol1:/usr/local/apache2/htdocs',
    '-v apa000vol1:/usr/local/apache2/htdocs',
  ],
  ['--name apa000ex2', '--name apa000ex2'],
  ['--restart=always', '--restart=always'],
])('%s is taken for options of docker run', (line, found) => {
  expect(after(line)).toBe(found);
});

it.each([
  'httpd-foreground',
  'docker-entrypoint.sh mysqld',
  'docker-entrypoint.sh mysqld --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci',
  'nginx -g daemon off;',
  'sh -e -c run',
  'sh -ec httpd -v',
  'httpd -v',
  'httpd -d /srv',
  'tar -p -v -x',
  'mysqld -p3307 -e',
  'mysqld --port=3307',
])('%s is left to the program', (line) => {
  expect(after(line)).toBe('');
});

describe('a command in place of the image', () => {
  const typed = (line: string, own?: ImageCommand) =>
    commandAfterImage({ imageCommand: async () => own } as unknown as EngineSnapshot, {
      imageId: 'sha256:1',
      command: line.split(' '),
    });
  const apache = { entrypoint: [], command: ['httpd-foreground'] };
  const mysql = { entrypoint: ['docker-entrypoint.sh'], command: ['mysqld'] };

  it.each([
    ['httpd-foreground', apache, ''],
    ['sleep 300', apache, 'sleep 300'],
    ['docker-entrypoint.sh mysqld', mysql, ''],
    ['docker-entrypoint.sh mysqld --port=3307', mysql, ''],
    ['docker-entrypoint.sh --port=3307', mysql, ''],
    ['docker-entrypoint.sh bash', mysql, 'bash'],
    ['sleep 300', mysql, 'sleep 300'],
    ['sleep 300', undefined, ''],
  ])('%s', async (line, own, found) => {
    expect(await typed(line, own)).toBe(found);
  });
});
