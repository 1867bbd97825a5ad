import type { DatabaseAccount } from './database';

const wordpress = {
  database: 'wordpress000db',
  user: 'wordpress000kun',
  password: 'wkunpass',
};

const redmine = { database: 'redmine000db', user: 'redmine000kun', password: 'rkunpass' };

const mysqlRoot = { rootPassword: 'myrootpass' };
const mariadbRoot = { rootPassword: 'mariarootpass' };

/** The accounts of the book's databases, by application and server. */
export const accounts = {
  wordpressOnMysql: { ...mysqlRoot, ...wordpress },
  wordpressOnMariadb: { ...mariadbRoot, ...wordpress },
  redmineOnMysql: { ...mysqlRoot, ...redmine },
  redmineOnMariadb: { ...mariadbRoot, ...redmine },
} as const satisfies Readonly<Record<string, DatabaseAccount>>;
