import type { LabCases } from '../../shared/lab-cases';
import { all } from '../../shared/two-tier-cases';
import { accepted, app, asRoot, book, db, net, rootOnly } from './typed';

/** What a reader writes instead of the book's names and passwords. */
const own: Readonly<Record<string, string>> = {
  wordpress000db: 'blog',
  wordpress000kun: 'minji',
  wkunpass: 'minjipass',
};

/** Answers with a WordPress that reaches its MySQL. */
export const right: LabCases['right'] = {
  "the book's commands without the argument that today's MySQL refuses": all(net, accepted, app),
  "the book's commands, and then what the check says": all(
    net,
    book,
    app,
    'docker wait mysql000ex11',
    'docker rm -v mysql000ex11',
    accepted,
  ),
  'an account and a database of their own': all(
    net,
    db
      .replace('myrootpass', '1234')
      .replaceAll(/wordpress000db|wordpress000kun|wkunpass/g, (word) => own[word] ?? ''),
    app.replaceAll(/wordpress000db|wordpress000kun|wkunpass/g, (word) => own[word] ?? ''),
  ),
  'the root account in the application': all(net, rootOnly('myrootpass'), asRoot('myrootpass')),
  'a password of root that nobody knows': all(
    net,
    db.replace('ROOT_PASSWORD=myrootpass', 'RANDOM_ROOT_PASSWORD=yes'),
    app,
  ),
  'the networks connected afterwards, the variables in a file, the host with its port': all(
    "printf '%s\\n' WORDPRESS_DB_HOST=mysql000ex11:3306 WORDPRESS_DB_NAME=wordpress000db WORDPRESS_DB_USER=wordpress000kun WORDPRESS_DB_PASSWORD=wkunpass >wp.env",
    'docker container run --publish 8085:80 --env-file wp.env --detach --name wordpress000ex12 wordpress:latest',
    db.replace('--net=wordpress000net1 ', ''),
    net,
    'docker network connect wordpress000net1 mysql000ex11',
    'docker network connect wordpress000net1 wordpress000ex12',
  ),
  'a Compose file': [
    "cat >compose.yml <<'END'",
    'services:',
    '  db:',
    '    image: mysql',
    '    container_name: mysql000ex11',
    '    networks: [net]',
    '    environment: {MYSQL_ROOT_PASSWORD: myrootpass, MYSQL_DATABASE: wordpress000db, MYSQL_USER: wordpress000kun, MYSQL_PASSWORD: wkunpass}',
    '  blog:',
    '    image: wordpress',
    '    container_name: wordpress000ex12',
    '    networks: [net]',
    '    ports: ["8085:80"]',
    '    environment: {WORDPRESS_DB_HOST: db, WORDPRESS_DB_NAME: wordpress000db, WORDPRESS_DB_USER: wordpress000kun, WORDPRESS_DB_PASSWORD: wkunpass}',
    'networks: {net: {name: wordpress000net1}}',
    'END',
    'docker compose up -d',
  ].join('\n'),
};
