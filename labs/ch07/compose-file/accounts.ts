import { composePath as file } from '../../../src/docker/model/compose-paths';
import { write } from '../../shared/compose-cases';
import type { LabCases } from '../../shared/lab-cases';
import { asRoot, service, slip } from './slip';

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
  'root with another password than in the database': {
    typed: write(file, asRoot('minjirot').replace('myrootpass', 'minjiroot')),
    problems: [
      {
        code: 'compose-accounts-differ',
        values: {
          service,
          variable: 'WORDPRESS_DB_PASSWORD',
          found: 'minjirot',
          other: 'mysql000ex11',
          otherVariable: 'MYSQL_ROOT_PASSWORD',
          wanted: 'minjiroot',
        },
      },
    ],
  },
  'root with the password of the user': slip(
    ['DB_USER: wordpress000kun', 'DB_USER: root'],
    'compose-accounts-differ',
    {
      service,
      variable: 'WORDPRESS_DB_USER',
      found: 'root',
      other: 'mysql000ex11',
      otherVariable: 'MYSQL_USER',
      wanted: 'wordpress000kun',
    },
  ),
};
