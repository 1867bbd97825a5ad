import { images } from '../../src/core/images';
import type { Page } from '../../src/core/page';
import type { Text } from '../../src/core/text';
import { madeAsDescribed } from '../../src/docker/checks/container';
import { acceptsLogin } from '../../src/docker/checks/database';
import { runs } from '../../src/docker/checks/dependency';
import { hasVariables } from '../../src/docker/checks/environment';
import { answers } from '../../src/docker/checks/http';
import { onNetworks } from '../../src/docker/checks/network';
import type { DockerLab } from '../../src/docker/lab';
import { accounts } from '../shared/accounts';
import { containerTasks } from '../shared/container-task';
import {
  databaseService,
  redmineService,
  wordpressService,
  type DatabaseAccount,
} from '../shared/database';
import { pageTasks } from '../shared/page-task';
import { redminePage, wordpressPage } from '../shared/pages';

const mysql = {
  image: images.mysql,
  hint: {
    ko: '네트워크를 먼저 만들고, 데이터베이스를 실행한 다음 애플리케이션을 실행합니다. 요즘 MySQL에서는 `--default-authentication-plugin` 인자를 빼야 합니다.',
    en: "Make the network first, then run the database, then the application. Today's MySQL needs the argument `--default-authentication-plugin` left out.",
  },
};
const mariadb = {
  image: images.mariadb,
  hint: {
    ko: '네트워크를 먼저 만들고, 데이터베이스를 실행한 다음 애플리케이션을 실행합니다.',
    en: 'Make the network first, then run the database, then the application.',
  },
};
const wordpress = { service: wordpressService, page: wordpressPage, port: 80 };
const redmine = { service: redmineService, page: redminePage, port: 3000 };

/** An application and its database on a network of their own; names are the book's, `port` is this computer's. */
interface WithDatabase {
  readonly id: string;
  readonly section: string;
  readonly title: Text;
  readonly server: { readonly image: string; readonly hint: Text };
  readonly program: {
    readonly service: typeof wordpressService;
    readonly page: Page;
    readonly port: number;
  };
  readonly account: DatabaseAccount;
  readonly network: string;
  readonly database: string;
  readonly application: string;
  readonly port: number;
}

/** 5-03 and 5-04, in the book's order. */
const exercises: readonly WithDatabase[] = [
  {
    id: 'ch05-wordpress-mysql',
    section: '5-03',
    title: { ko: '워드프레스와 MySQL', en: 'WordPress and MySQL' },
    server: mysql,
    program: wordpress,
    account: accounts.wordpressOnMysql,
    network: 'wordpress000net1',
    database: 'mysql000ex11',
    application: 'wordpress000ex12',
    port: 8085,
  },
  {
    id: 'ch05-redmine-mysql',
    section: '5-04',
    title: { ko: '레드마인과 MySQL', en: 'Redmine and MySQL' },
    server: mysql,
    program: redmine,
    account: accounts.redmineOnMysql,
    network: 'redmine000net2',
    database: 'mysql000ex13',
    application: 'redmine000ex14',
    port: 8086,
  },
  {
    id: 'ch05-redmine-mariadb',
    section: '5-04',
    title: { ko: '레드마인과 MariaDB', en: 'Redmine and MariaDB' },
    server: mariadb,
    program: redmine,
    account: accounts.redmineOnMariadb,
    network: 'redmine000net3',
    database: 'mariadb000ex15',
    application: 'redmine000ex16',
    port: 8087,
  },
  {
    id: 'ch05-wordpress-mariadb',
    section: '5-04',
    title: { ko: '워드프레스와 MariaDB', en: 'WordPress and MariaDB' },
    server: mariadb,
    program: wordpress,
    account: accounts.wordpressOnMariadb,
    network: 'wordpress000net4',
    database: 'mariadb000ex17',
    application: 'wordpress000ex18',
    port: 8088,
  },
];

export const labsWithDatabase = exercises.map(labOf);

function labOf({ id, section, title, server, account, ...rest }: WithDatabase): DockerLab {
  const { network, database, application, program, port } = rest;
  const networks = [network];
  const solution = {
    networks: { [network]: {} },
    services: {
      [database]: databaseService(server.image, account, { networks }),
      [application]: program.service(database, account, {
        networks,
        ports: [`${port}:${program.port}`],
      }),
    },
  };
  const described = (name: string) => [
    madeAsDescribed(name),
    onNetworks(name),
    hasVariables(name),
    runs(name),
  ];
  return {
    id,
    section,
    title,
    hint: server.hint,
    platform: 'docker',
    task: [
      { ko: `\`${network}\` 네트워크를 만듭니다.`, en: `Create the network \`${network}\`.` },
      ...containerTasks(solution),
      ...pageTasks(solution.services[application], program.page),
    ],
    setup: {},
    solution,
    checks: [
      ...described(database),
      acceptsLogin(database),
      ...described(application),
      answers(application, program.page),
    ],
  };
}
