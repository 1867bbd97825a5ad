import { isIn, type LabCases } from '../../shared/lab-cases';
import { all } from '../../shared/two-tier-cases';
import {
  app,
  application,
  asRoot,
  database,
  db,
  dbReady,
  net,
  noDatabase,
  rootOnly,
  unreachable,
  withoutDatabase,
} from './typed';

/** Accounts and addresses on which the containers do not agree. */
export const accounts: LabCases['wrong'] = {
  'the names of variables misspelt': {
    typed: all(
      net,
      db.replace('MYSQL_DATABASE', 'mysql_database').replace('MYSQL_USER', 'MARIADB_USER'),
      app.replace('WORDPRESS_DB_NAME=wordpress000db', '"WORDPRESS_DB_NAME =wordpress000db"'),
    ),
    until: `${dbReady} && ${withoutDatabase}`,
    problems: [
      {
        code: 'variable-wrong',
        values: { ...database, variable: 'MYSQL_DATABASE', found: '', similar: 'mysql_database' },
      },
      {
        code: 'variable-wrong',
        values: { ...database, variable: 'MYSQL_USER', found: '', similar: 'MARIADB_USER' },
      },
      {
        code: 'variable-wrong',
        values: {
          ...application,
          variable: 'WORDPRESS_DB_NAME',
          found: '',
          similar: 'WORDPRESS_DB_NAME ',
        },
      },
    ],
  },
  'another password in the application': {
    typed: all(net, db, app.replace('wkunpass', 'wkunpas')),
    problems: [
      {
        code: 'variable-wrong',
        values: {
          ...application,
          variable: 'WORDPRESS_DB_PASSWORD',
          wanted: 'wkunpass',
          found: 'wkunpas',
        },
      },
    ],
  },
  'another password in the database': {
    typed: all(net, db.replace('wkunpass', 'rkunpass'), app),
    until: withoutDatabase,
    problems: [
      {
        code: 'variable-wrong',
        values: {
          ...database,
          variable: 'MYSQL_PASSWORD',
          wanted: 'wkunpass',
          found: 'rkunpass',
        },
      },
      unreachable,
    ],
  },
  'passwords of their own that differ': {
    typed: all(
      net,
      db.replace('wkunpass', 'minjipass').replace('wordpress000kun', 'minji'),
      app.replace('wkunpass', 'minjipas').replace('wordpress000kun', 'minji'),
    ),
    problems: [
      {
        code: 'variable-wrong',
        values: {
          ...application,
          variable: 'WORDPRESS_DB_PASSWORD',
          wanted: 'minjipass',
          found: 'minjipas',
          other: database.name,
          otherVariable: 'MYSQL_PASSWORD',
        },
      },
    ],
  },
  'root with another password than in the database': {
    typed: all(net, rootOnly('minjiroot'), asRoot('minjirot')),
    problems: [
      {
        code: 'variable-wrong',
        values: {
          ...application,
          variable: 'WORDPRESS_DB_PASSWORD',
          wanted: 'minjiroot',
          found: 'minjirot',
          other: database.name,
          otherVariable: 'MYSQL_ROOT_PASSWORD',
        },
      },
    ],
  },
  'root with the password of the user': {
    typed: all(net, db, asRoot('wkunpass')),
    problems: [
      {
        code: 'variable-wrong',
        values: {
          ...application,
          variable: 'WORDPRESS_DB_USER',
          wanted: 'wordpress000kun',
          found: 'root',
          other: database.name,
          otherVariable: 'MYSQL_USER',
        },
      },
    ],
  },
  'root as the second user of the database': {
    typed: all(net, db.replace('wordpress000kun', 'root'), app),
    until: isIn('exited', 'mysql000ex11'),
    problems: [
      {
        code: 'variable-wrong',
        values: {
          ...database,
          variable: 'MYSQL_USER',
          wanted: 'wordpress000kun',
          found: 'root',
        },
      },
      noDatabase('exited'),
    ],
  },
  'the database misspelt in the database': {
    typed: all(net, db.replace('wordpress000db', 'wordpress00db'), app),
    until: `${dbReady} && ${withoutDatabase}`,
    problems: [
      {
        code: 'variable-wrong',
        values: { ...database, variable: 'MYSQL_DATABASE', found: 'wordpress00db' },
      },
      unreachable,
    ],
  },
  'the host misspelt, the port of another server': {
    typed: all(
      net,
      db,
      app.replace('DB_HOST=mysql000ex11', 'DB_HOST=mysql000ex11:3307').replace('_DB_NAME=', '_='),
    ),
    problems: [
      {
        code: 'variable-wrong',
        values: { ...application, variable: 'WORDPRESS_DB_HOST', found: 'mysql000ex11:3307' },
      },
      {
        code: 'variable-wrong',
        values: { ...application, variable: 'WORDPRESS_DB_NAME', found: '' },
      },
    ],
  },
};
