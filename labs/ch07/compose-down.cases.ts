import { composePath } from '../../src/docker/model/compose-paths';
import type { LabCases } from '../shared/lab-cases';
import { all } from '../shared/two-tier-cases';

const database = { name: 'mysql000ex11', container: 'com_folder-mysql000ex11-1' };
const application = { name: 'wordpress000ex12', container: 'com_folder-wordpress000ex12-1' };
const network = {
  code: 'network-still-there',
  values: { network: 'wordpress000net1', found: 'com_folder_wordpress000net1' },
};
const left = (service: typeof database, state: string) => ({
  code: 'service-still-there',
  values: { ...service, state, project: 'com_folder' },
});

/** Ways to take the project down, and ways to leave something of it. */
export const cases: LabCases = {
  walk: [
    {
      typed: `docker compose -f ${composePath} stop -t 2 wordpress000ex12`,
      problems: [left(database, 'running'), left(application, 'exited'), network],
    },
  ],
  right: {
    'in its folder': 'cd com_folder && docker compose down',
    'with its volumes, on purpose': `docker compose -f ${composePath} down --volumes -t 2`,
    'by hand': all(
      `docker rm -f ${database.container} ${application.container}`,
      'docker network rm com_folder_wordpress000net1',
    ),
  },
  wrong: {
    'stopped only': {
      typed: `docker compose -f ${composePath} stop -t 2`,
      problems: [left(database, 'exited'), left(application, 'exited'), network],
    },
    'one container removed by hand': {
      typed: `docker rm -f ${application.container}`,
      problems: [left(database, 'running'), network],
    },
    'the containers removed, not the network': {
      typed: `docker rm -f ${database.container} ${application.container}`,
      problems: [network],
    },
    'brought up once more': {
      typed: all(
        'cd com_folder',
        'docker compose down -t 1',
        'docker compose up -d --no-deps mysql000ex11',
      ),
      problems: [left(database, 'running'), network],
    },
    'taken down under another project, which is not there': {
      typed: `docker compose -f ${composePath} -p blog down`,
      problems: [left(database, 'running'), left(application, 'running'), network],
    },
  },
};
