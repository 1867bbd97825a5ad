import { writeChanged } from '../../shared/compose-cases';
import { wordpressAndMysql } from '../../shared/compose-solutions';
import type { LabCases } from '../../shared/lab-cases';
import { misnamed, option, place, service, slip, undeclared } from './slip';

/** Options that are misspelt, and names that nothing has. */
export const names: LabCases['wrong'] = {
  'environment misspelt in both services': {
    typed: writeChanged(wordpressAndMysql, 'environment:', 'enviroment:'),
    problems: ['mysql000ex11', service].map((name) => ({
      code: option,
      values: { place: `services.${name}`, option: 'enviroment', similar: 'environment' },
    })),
  },
  'ports misspelt': slip(['ports:', 'port:'], option, {
    place,
    option: 'port',
    similar: 'ports',
  }),
  'depends_on misspelt': slip(['depends_on:', 'depend_on:'], option, {
    place,
    option: 'depend_on',
    similar: 'depends_on',
  }),
  'services misspelt': slip(['services:', 'service:'], option, {
    place: '(root)',
    option: 'service',
    similar: 'services',
  }),
  'needs a service that is not there': slip(
    ['      mysql000ex11:', '      mysql00ex11:'],
    undeclared,
    {
      service,
      kind: 'services',
      name: 'mysql00ex11',
    },
  ),
  'the network not declared': slip(['\nnetworks:\n  wordpress000net1:', ''], undeclared, {
    kind: 'networks',
    name: 'wordpress000net1',
  }),
  'a volume declared under another name': slip(
    ['\n  wordpress000vol12:', '\n  wordpress00vol12:'],
    undeclared,
    { service, kind: 'volumes', name: 'wordpress000vol12' },
  ),
  'the database under another name': misnamed,
};
