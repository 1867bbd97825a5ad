import type { Healthcheck, Service } from '../../src/docker/model/exercise';
import { adminClientOf } from '../../src/docker/model/wait-command';
import { images } from '../../src/core/images';

/** Who may use a database, in the terms of the images' environment. */
export interface DatabaseAccount {
  readonly rootPassword: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

const character = ['--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci'];

// Over TCP, because the server that initialises the data listens only on its socket.
function healthcheckOf(image: string): Healthcheck {
  return {
    test: ['CMD', adminClientOf(image), 'ping', '--host=127.0.0.1', '--protocol=tcp', '--silent'],
    interval: '10s',
    timeout: '5s',
    retries: 6,
    start_period: '30s',
  };
}

/** The database container of an exercise, without the argument that MySQL 9 refuses. */
export function databaseService(
  image: string,
  account: DatabaseAccount,
  place: Pick<Service, 'networks' | 'volumes' | 'restart'>,
): Service {
  return {
    image,
    ...place,
    tty: true,
    stdin_open: true,
    environment: {
      MYSQL_ROOT_PASSWORD: account.rootPassword,
      MYSQL_DATABASE: account.database,
      MYSQL_USER: account.user,
      MYSQL_PASSWORD: account.password,
    },
    command: character,
    healthcheck: healthcheckOf(image),
  };
}

/** The WordPress container that uses a database container. */
export function wordpressService(
  host: string,
  account: DatabaseAccount,
  place: Pick<Service, 'networks' | 'ports' | 'volumes' | 'restart'>,
): Service {
  return {
    image: images.wordpress,
    ...place,
    tty: true,
    stdin_open: true,
    environment: {
      WORDPRESS_DB_HOST: host,
      WORDPRESS_DB_NAME: account.database,
      WORDPRESS_DB_USER: account.user,
      WORDPRESS_DB_PASSWORD: account.password,
    },
    depends_on: { [host]: { condition: 'service_healthy' } },
  };
}

/** The Redmine container that uses a database container. */
export function redmineService(
  host: string,
  account: DatabaseAccount,
  place: Pick<Service, 'networks' | 'ports' | 'volumes' | 'restart'>,
): Service {
  return {
    image: images.redmine,
    ...place,
    tty: true,
    stdin_open: true,
    environment: {
      REDMINE_DB_MYSQL: host,
      REDMINE_DB_DATABASE: account.database,
      REDMINE_DB_USERNAME: account.user,
      REDMINE_DB_PASSWORD: account.password,
    },
    depends_on: { [host]: { condition: 'service_healthy' } },
  };
}
