import type { LabCases } from '../../shared/lab-cases';
import { all } from '../../shared/two-tier-cases';
import { app, application, database, db, net } from './typed';

/** Containers that are not on the network of the exercise. */
export const network: LabCases['wrong'] = {
  'the network under another name': {
    typed: `${net.replace('net1', 'net11')}; ! ${db}`,
    problems: [
      {
        code: 'network-not-found',
        values: {
          ...database,
          network: 'wordpress000net1',
          found: 'wordpress000net1',
          similar: 'wordpress000net11',
        },
      },
      { code: 'container-missing', values: application },
    ],
  },
  'the network misspelt in the command': {
    typed: `${net}; ! ${db.replace('net=wordpress', 'net=worpress')}`,
    problems: [
      {
        code: 'network-not-found',
        values: {
          ...database,
          network: 'wordpress000net1',
          found: 'worpress000net1',
          similar: 'wordpress000net1',
        },
      },
      { code: 'container-missing', values: application },
    ],
  },
  'the network in capital letters': {
    typed: all(net, db, app).replaceAll('wordpress000net1', 'WordPress000net1'),
    problems: [database, application].map((container) => ({
      code: 'network-missing',
      values: { ...container, network: 'wordpress000net1', similar: 'WordPress000net1' },
    })),
  },
  'no network': {
    typed: all(db, app).replaceAll('--net=wordpress000net1 ', ''),
    problems: [database, application].map((container) => ({
      code: 'network-missing',
      values: { ...container, network: 'wordpress000net1' },
    })),
  },
  "the next exercise's network": {
    typed: all(net, db, net.replace('1', '4'), app.replace('net1', 'net4')),
    problems: [
      {
        code: 'network-wrong',
        values: { ...application, network: 'wordpress000net1', found: 'wordpress000net4' },
      },
    ],
  },
  'the application on no network of its own': {
    typed: all(net, db, app.replace('--net=wordpress000net1 ', '')),
    problems: [{ code: 'network-wrong', values: { ...application, found: 'bridge' } }],
  },
};
