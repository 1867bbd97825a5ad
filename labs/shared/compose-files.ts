import type { EngineState } from '../../src/docker/model/exercise';
import { bookFile } from './compose-cases';
import { redmineAndMysql, wordpressAndMariadb, wordpressAndMysql } from './compose-solutions';

/** A right Compose file as one reader writes it, and the state that it is for. */
export interface OwnFile {
  readonly text: string;
  readonly state: EngineState;
}

/** Lists in brackets, quotes, variables as a list, a port with a name for each part. */
const inBrackets = `# 워드프레스와 마리아DB
services:
  maria000ex17:
    image: "mariadb:latest"
    networks: [wordpress000net4]
    volumes: ["maria000vol17:/var/lib/mysql"]
    restart: always
    environment:
      - MYSQL_ROOT_PASSWORD=mariarootpass
      - MYSQL_DATABASE=wordpress000db
      - MYSQL_USER=wordpress000kun
      - MYSQL_PASSWORD=wkunpass
  wordpress000ex18:
    image: wordpress
    depends_on: [maria000ex17]
    networks: [wordpress000net4]
    ports:
      - target: 80
        published: "8088"
    volumes:
      - "wordpress000vol18:/var/www/html"
    restart: always
    environment:
      - WORDPRESS_DB_HOST=maria000ex17
      - WORDPRESS_DB_NAME=wordpress000db
      - WORDPRESS_DB_USER=wordpress000kun
      - WORDPRESS_DB_PASSWORD=wkunpass
networks:
  wordpress000net4: {}
volumes:
  maria000vol17: {}
  wordpress000vol18: {}
`;

/** Four blanks for each level, names as mappings, empty lines and comments. */
const wide = `services:

    # 데이터베이스
    mysql000ex13:
        image: mysql
        restart: always
        networks:
            redmine000net2:
        volumes:
            - mysql000vol13:/var/lib/mysql
        environment:
            MYSQL_ROOT_PASSWORD: "myrootpass"
            MYSQL_DATABASE: "redmine000db"
            MYSQL_USER: "redmine000kun"
            MYSQL_PASSWORD: "rkunpass"

    # 레드마인
    redmine000ex14:
        image: redmine
        restart: always
        depends_on:
            mysql000ex13:
                condition: service_started
        networks:
            redmine000net2:
        volumes:
            - redmine000vol14:/usr/src/redmine/files
        ports:
            - "8086:3000"
        environment:
            REDMINE_DB_MYSQL: "mysql000ex13"
            REDMINE_DB_DATABASE: "redmine000db"
            REDMINE_DB_USERNAME: "redmine000kun"
            REDMINE_DB_PASSWORD: "rkunpass"

networks:
    redmine000net2:

volumes:
    mysql000vol13:
    redmine000vol14:
`;

/** Values that two services share, by anchors and merged mappings. */
const anchored = inBrackets
  .replace(
    'services:\n',
    'x-common: &common\n  networks: [wordpress000net4]\n  restart: always\nservices:\n',
  )
  .replaceAll('    networks: [wordpress000net4]\n', '    <<: *common\n')
  .replaceAll('    restart: always\n', '');

/** The Compose files of chapter 7 as different readers write them. */
export const ownFiles = {
  book: { text: bookFile('mysql'), state: wordpressAndMysql },
  wide: { text: wide, state: redmineAndMysql },
  anchored: { text: anchored, state: wordpressAndMariadb },
  brackets: { text: inBrackets, state: wordpressAndMariadb },
} as const satisfies Readonly<Record<string, OwnFile>>;

/** Places in those files, each by its lines. */
export const wideRedmine = '        image: redmine\n';
export const wideMysql = '        image: mysql\n';
export const mariaEnd = '    restart: always\n    environment:\n      - MYSQL_ROOT';
export const bookEnd = '    restart: always\n    environment:\n      WORDPRESS_DB_HOST';
