import type { LabCases } from '../../shared/lab-cases';
import { service, slip } from './slip';

/** Accounts on which the services do not agree. */
export const accounts: LabCases['wrong'] = {
  'another password in one of the services': slip(
    ['DB_PASSWORD: wkunpass', 'DB_PASSWORD: wkunpas'],
    'compose-accounts-differ',
    {
      service,
      variable: 'WORDPRESS_DB_PASSWORD',
      found: 'wkunpas',
      other: 'mysql000ex11',
      otherVariable: 'MYSQL_PASSWORD',
      wanted: 'wkunpass',
    },
  ),
};
