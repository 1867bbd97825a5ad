import { composePath as file } from '../../../src/docker/model/compose-paths';
import { bookFile, write, writeChanged } from '../../shared/compose-cases';
import { wordpressAndMysql } from '../../shared/compose-solutions';
import type { LabCases } from '../../shared/lab-cases';
import { service, slip } from './slip';

/** Slips of the signs and the layout. */
export const yaml: LabCases['wrong'] = {
  'a tab': slip(['    ports:', '\tports:'], 'yaml-tab', { file, line: /^\d+$/ }),
  'indented too little': slip(['    ports:', '   ports:'], 'yaml-too-shallow', {
    file,
    under: service,
  }),
  'no colon': slip(['    ports:', '    ports'], 'yaml-colon-missing', { found: 'ports' }),
  'no space after the colon': slip(['MYSQL_USER: ', 'MYSQL_USER:'], 'yaml-space-after-colon', {
    found: 'MYSQL_USER:wordpress000kun',
  }),
  'a service twice': slip([`  ${service}:`, '  mysql000ex11:'], 'yaml-name-other', {
    found: 'mysql000ex11',
    wanted: service,
  }),
  'a quotation mark that is not closed': slip(['8085:80', '"8085:80'], 'yaml-quote-open', {
    found: '- "8085:80',
  }),
  'a command in two lines': {
    typed: write(file, bookFile('mysql', 'mysqld\n    --character-set-server=utf8mb4')),
    problems: [{ code: 'yaml-wrapped', values: { found: 'command: mysqld' } }],
  },
  'a colon after the network': {
    typed: writeChanged(wordpressAndMysql, '- wordpress000net1', '- wordpress000net1:'),
    problems: [{ code: 'yaml-colon-extra', values: { file, lines: /, / } }],
  },
  'a service outside of services': slip([`  ${service}:`, `${service}:`], 'yaml-too-shallow', {
    file,
    under: 'services',
  }),
  'a list item without its space': slip(['- 8085:80', '-8085:80'], 'yaml-space-after-dash', {
    found: '-8085:80',
  }),
};
