import { isIn, type LabCases } from '../shared/lab-cases';
import { all } from '../shared/two-tier-cases';
import { accounts } from './wordpress-mysql/accounts';
import { containers } from './wordpress-mysql/containers';
import { network } from './wordpress-mysql/network';
import { right } from './wordpress-mysql/right';
import { server } from './wordpress-mysql/server';
import { accepted, app, application, book, database, dbReady, net } from './wordpress-mysql/typed';

/** Right answers, with a WordPress that reaches its MySQL, and wrong ones, with a WordPress that does not. */
export const cases: LabCases = {
  walk: [
    {
      typed: all(net, book, app.replace('8085', '8086')),
      until: isIn('exited', 'mysql000ex11'),
      problems: [
        { code: 'mysql-argument-refused', values: { ...database, run: accepted } },
        { code: 'port-wrong', values: { ...application, wanted: '8085:80', found: '8086:80' } },
      ],
    },
    {
      typed: all(
        dbReady,
        'docker stop mysql000ex11',
        'docker rm -fv wordpress000ex12',
        app.replace('wkunpass', 'wkunpas'),
      ),
      problems: [
        { code: 'container-exited', values: database },
        {
          code: 'variable-wrong',
          values: { ...application, variable: 'WORDPRESS_DB_PASSWORD', found: 'wkunpas' },
        },
      ],
    },
  ],
  right,
  wrong: { ...server, ...network, ...accounts, ...containers },
};
