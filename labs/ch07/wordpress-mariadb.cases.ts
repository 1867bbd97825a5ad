import { columnCases } from '../shared/column-cases';
import { wordpressAndMariadb } from '../shared/compose-solutions';

export const cases = columnCases(
  {
    state: wordpressAndMariadb,
    folder: 'mariadb_folder',
    database: 'maria000ex17',
    application: 'wordpress000ex18',
    network: 'wordpress000net4',
    port: '8088:80',
    volume: 'wordpress000vol18',
    password: ['WORDPRESS_DB_PASSWORD', 'wkunpass'],
  },
  'another password',
);
