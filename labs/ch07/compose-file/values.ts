import { composePath as file } from '../../../src/docker/model/compose-paths';
import { bookFile, write } from '../../shared/compose-cases';
import type { LabCases } from '../../shared/lab-cases';
import { bookArguments } from '../../shared/two-tier-cases';
import { service, setting, slip } from './slip';

/** Values that are not those of the exercise, or that Compose does not take. */
export const values: LabCases['wrong'] = {
  'variables with equals signs': slip(
    ['MYSQL_USER: ', 'MYSQL_USER='],
    'compose-environment-equals',
    { file, service: 'mysql000ex11' },
  ),
  'the version as a number': slip(
    ['services:', 'version: 3\nservices:'],
    'compose-version-number',
    {
      line: '1',
      found: '3',
    },
  ),
  'a comment with slashes': slip(
    ['    image: wordpress', '    platform: linux/amd64 // 애플 실리콘\n    image: wordpress'],
    'compose-platform-unknown',
    { service, platform: 'linux/amd64 // 애플 실리콘' },
  ),
  'an option that MySQL has no more': {
    typed: write(file, bookFile('mysql', `mysqld ${bookArguments}`)),
    problems: [
      { code: 'compose-command-wrong', values: { service: 'mysql000ex11', causes: 'removed' } },
    ],
  },
  'the port of the container only': slip(['8085:80', '80'], setting, {
    service,
    setting: 'ports',
    wanted: '8085:80',
    found: '80',
  }),
  'restart misspelt': slip(
    ['restart: always\n    environment:\n      W', 'restart: alway\n    environment:\n      W'],
    setting,
    {
      service,
      setting: 'restart',
      found: 'alway',
    },
  ),
  'no image': slip(['    image: wordpress\n', ''], setting, {
    service,
    setting: 'image',
    wanted: 'wordpress',
    found: '',
  }),
};
