import { columnCases } from '../shared/column-cases';
import { redmineAndMysql } from '../shared/compose-solutions';

export const cases = columnCases(
  {
    state: redmineAndMysql,
    folder: 'redmine_folder',
    database: 'mysql000ex13',
    application: 'redmine000ex14',
    network: 'redmine000net2',
    port: '8086:3000',
    volume: 'redmine000vol14',
    password: ['REDMINE_DB_PASSWORD', 'rkunpass'],
  },
  'another port',
);
