import type { LabCases } from '../../shared/lab-cases';
import { all } from '../../shared/two-tier-cases';
import { app, application, database, db, dbReady, net, noDatabase } from './typed';

/** Containers that are missing, stopped or on another port. */
export const containers: LabCases['wrong'] = {
  'another host port': {
    typed: all(net, db, app.replace('8085', '8086')),
    problems: [
      {
        code: 'port-wrong',
        values: { ...application, wanted: '8085:80', found: '8086:80' },
      },
    ],
  },
  'the database stopped': {
    typed: all(net, db, app, dbReady, 'docker stop mysql000ex11'),
    problems: [{ code: 'container-exited', values: database }, noDatabase('exited')],
  },
  'the database under another name': {
    typed: all(net, db.replace('mysql000ex11', 'mysql00ex11'), app),
    problems: [
      { code: 'container-missing', values: { ...database, similar: 'mysql00ex11' } },
      noDatabase('missing'),
    ],
  },
  'no application': {
    typed: all(net, db),
    problems: [{ code: 'container-missing', values: { ...application, similar: '' } }],
  },
};
