import { accounts } from './accounts';
import {
  databaseService,
  redmineService,
  wordpressService,
  type DatabaseAccount,
} from './database';
import { images } from '../../src/core/images';
import type { ExerciseFile } from '../../src/docker/checks/compose/other-file';
import { composePath, composePathIn } from '../../src/docker/model/compose-paths';
import type { EngineState } from '../../src/docker/model/exercise';

interface Names {
  readonly network: string;
  readonly database: string;
  readonly application: string;
  readonly databaseVolume: string;
  readonly applicationVolume: string;
  readonly ports: readonly string[];
}

type Application = typeof wordpressService;

function composed(
  image: string,
  account: DatabaseAccount,
  application: Application,
  applicationData: string,
  names: Names,
): EngineState {
  const networks = [names.network];
  return {
    services: {
      [names.database]: databaseService(image, account, {
        networks,
        volumes: [`${names.databaseVolume}:/var/lib/mysql`],
        restart: 'always',
      }),
      [names.application]: application(names.database, account, {
        networks,
        volumes: [`${names.applicationVolume}:${applicationData}`],
        ports: names.ports,
        restart: 'always',
      }),
    },
    networks: { [names.network]: {} },
    volumes: { [names.databaseVolume]: {}, [names.applicationVolume]: {} },
  };
}

const siteFolder = '/var/www/html';

/** 7-03: WordPress and MySQL, as the book's Compose file has them. */
export const wordpressAndMysql = composed(
  images.mysql,
  accounts.wordpressOnMysql,
  wordpressService,
  siteFolder,
  {
    network: 'wordpress000net1',
    database: 'mysql000ex11',
    application: 'wordpress000ex12',
    databaseVolume: 'mysql000vol11',
    applicationVolume: 'wordpress000vol12',
    ports: ['8085:80'],
  },
);

/** 7-03, column: Redmine and MySQL. */
export const redmineAndMysql = composed(
  images.mysql,
  accounts.redmineOnMysql,
  redmineService,
  '/usr/src/redmine/files',
  {
    network: 'redmine000net2',
    database: 'mysql000ex13',
    application: 'redmine000ex14',
    databaseVolume: 'mysql000vol13',
    applicationVolume: 'redmine000vol14',
    ports: ['8086:3000'],
  },
);

/** 7-03, column: WordPress and MariaDB. */
export const wordpressAndMariadb = composed(
  images.mariadb,
  accounts.wordpressOnMariadb,
  wordpressService,
  siteFolder,
  {
    network: 'wordpress000net4',
    database: 'maria000ex17',
    application: 'wordpress000ex18',
    databaseVolume: 'maria000vol17',
    applicationVolume: 'wordpress000vol18',
    ports: ['8088:80'],
  },
);

/** The file of the chapter's first exercise. */
const firstFile: ExerciseFile = {
  lab: 'ch07-compose-file',
  path: composePath,
  state: wordpressAndMysql,
};

/** 7-03, column: the file of Redmine and MySQL. */
export const redmineFile: ExerciseFile = {
  lab: 'ch07-redmine-mysql',
  path: composePathIn('redmine_folder'),
  state: redmineAndMysql,
};

/** 7-03, column: the file of WordPress and MariaDB. */
export const mariadbFile: ExerciseFile = {
  lab: 'ch07-wordpress-mariadb',
  path: composePathIn('mariadb_folder'),
  state: wordpressAndMariadb,
};

/** The Compose files of chapter 7, each with its exercise. */
export const exerciseFiles = [firstFile, redmineFile, mariadbFile] as const;
