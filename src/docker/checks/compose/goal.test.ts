import { repair } from '../../../core/repair/search';
import { composeFile } from '../../model/compose-file';
import type { EngineState } from '../../model/exercise';
import { composeGoal } from './goal';

const state: EngineState = {
  networks: { blog000net: {} },
  volumes: { blog000vol: {} },
  services: {
    data000ex: {
      image: 'mysql',
      networks: ['blog000net'],
      volumes: ['blog000vol:/var/lib/mysql'],
      restart: 'always',
      environment: { MYSQL_ROOT_PASSWORD: 'rootpass', MYSQL_DATABASE: 'blog000db' },
    },
    blog000ex: {
      image: 'wordpress',
      networks: ['blog000net'],
      ports: ['8085:80'],
      depends_on: { data000ex: { condition: 'service_started' } },
    },
  },
};
const right = composeFile(state);
const goal = composeGoal(state);

it.each<[string, (text: string) => string]>([
  ['a list of variables', (text) => text.replaceAll(/^( +)(MYSQL_\w+): /gm, '$1- $2=')],
  ['names as mappings', (text) => text.replaceAll('- blog000net', 'blog000net:')],
  ['a list of needed services', (text) => text.replace(/data000ex:\n +condition.*/, '- data000ex')],
  ['the version of the book', (text) => `version: "3"\n${text}`],
  ['an image with its registry and tag', (text) => text.replace('mysql\n', 'docker.io/mysql:9\n')],
  [
    'a port with its parts',
    (text) => text.replace('- 8085:80', '- {target: 80, published: "8085"}'),
  ],
  ['a port of this machine only', (text) => text.replace('8085:80', '"127.0.0.1:8085:80/tcp"')],
  [
    'a volume with its parts',
    (text) =>
      text.replace(
        '- blog000vol:/var/lib/mysql',
        '- {type: volume, source: blog000vol, target: /var/lib/mysql}',
      ),
  ],
  ['a volume that may be written', (text) => text.replace('/var/lib/mysql', '/var/lib/mysql:rw')],
  ['a service that stops when told', (text) => text.replace('always', 'unless-stopped')],
  ['a value from the environment', (text) => text.replace('rootpass', '${ROOT_PASSWORD}')],
  ['a name that Compose leaves to the reader', (text) => `x-note: mine\n${text}`],
  ['more than is asked for', (text) => text.replace('image: mysql', 'image: mysql\n    tty: true')],
])('%s is as good as the solution', (_title, change) => {
  const text = change(right);
  expect(text).not.toBe(right);
  expect(repair(text, goal)).toMatchObject({ changes: [], faults: [] });
});

it.each<[string, (text: string) => string, string[]]>([
  [
    'variables with equals signs under a mapping',
    (text) => text.replaceAll(/^( +MYSQL_\w+): /gm, '$1='),
    ['colon-other'],
  ],
  [
    'a colon after a name in a list',
    (text) => text.replaceAll('- blog000net', '- blog000net:'),
    ['colon-extra', 'colon-extra'],
  ],
  ['an option that is misspelt', (text) => text.replace('ports', 'prots'), ['name-misspelt']],
  [
    'a service that stands beside `services`',
    (text) => text.replace(/^ {2}(?=blog000ex)/m, ''),
    ['too-shallow'],
  ],
  [
    'a network that is not declared',
    (text) => text.replace('networks:\n  blog000net:\n', ''),
    ['missing'],
  ],
  ['another port', (text) => text.replace('8085', '8086'), ['value']],
])('%s: the text is mended by that mistake', (_title, change, mistakes) => {
  const text = change(right);
  expect(text).not.toBe(right);
  const found = repair(text, goal);
  expect(found.changes.map(({ mistake }) => mistake)).toEqual(mistakes);
  expect(found.faults).toEqual([]);
});
