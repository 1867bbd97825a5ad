import { composePath as file } from '../../../src/docker/model/compose-paths';
import { bookFile, write } from '../../shared/compose-cases';
import type { LabCases } from '../../shared/lab-cases';
import { bookArguments } from '../../shared/two-tier-cases';
import { asRoot } from './slip';

const anotherLayout = `
name: my-blog
x-always: &always
  restart: "always"
  networks: ['wordpress000net1']
services:
  wordpress000ex12:
    <<: *always
    image: "wordpress:latest"
    depends_on: {mysql000ex11: {condition: service_healthy}}
    ports:
      - target: 80
        published: "8085"
    volumes:
      - type: volume
        source: wordpress000vol12
        target: /var/www/html
    environment:
      - WORDPRESS_DB_HOST=mysql000ex11:3306
      - WORDPRESS_DB_NAME=wordpress000db
      - WORDPRESS_DB_USER=wordpress000kun
      - "WORDPRESS_DB_PASSWORD=wkunpass"
  mysql000ex11:
    <<: *always
    image: mysql
    env_file: db.env
    volumes: [ "mysql000vol11:/var/lib/mysql" ]
    healthcheck: {test: [CMD, mysqladmin, ping]}
volumes: {mysql000vol11: {}, wordpress000vol12: {}}
networks: {wordpress000net1: {driver: bridge}}
`;

const namesByHand = bookFile('mysql')
  .replace('  mysql000ex11:\n', '  db:\n    container_name: mysql000ex11\n')
  .replace('- mysql000ex11', '- db')
  .replace('HOST: mysql000ex11', 'HOST: db')
  .replaceAll('- wordpress000net1', '- blog')
  .replace('  wordpress000net1:', '  blog:\n    name: wordpress000net1');

/** Files of other layouts with the same meaning. */
export const right: LabCases['right'] = {
  "the book's file": write(file, bookFile('mysql:5.7', `mysqld ${bookArguments}`)),
  'another layout, beside a file of variables': [
    write('com_folder/compose.yaml', anotherLayout),
    write(
      'com_folder/db.env',
      'MYSQL_ROOT_PASSWORD=myrootpass\nMYSQL_DATABASE=wordpress000db\nMYSQL_USER=wordpress000kun\nMYSQL_PASSWORD=wkunpass',
    ),
  ].join('\n'),
  'names that are given by hand': write('com_folder/compose.yml', namesByHand),
  'with passwords of the own': write(
    file,
    bookFile('mysql').replaceAll('myrootpass', '1234').replaceAll('wkunpass', '5678'),
  ),
  'the root account in the application': write(file, asRoot('myrootpass')),
  'a password of root that nobody knows': write(
    file,
    bookFile('mysql').replace('ROOT_PASSWORD: myrootpass', 'RANDOM_ROOT_PASSWORD: "yes"'),
  ),
  'restarted unless it is stopped': write(
    file,
    bookFile('mysql').replaceAll('restart: always', 'restart: unless-stopped'),
  ),
  'with the line endings of Windows': `${write(file, bookFile('mysql'))}\nsed -i 's/$/\\r/' ${file}`,
  'saved as UTF-16': `${write('plain.yml', bookFile('mysql'))}\nmkdir com_folder && { printf '\\xff\\xfe'; iconv -t UTF-16LE plain.yml; } >${file}`,
};
