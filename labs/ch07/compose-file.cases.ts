import { composeFile } from '../../src/docker/model/compose-file';
import { composePath as file } from '../../src/docker/model/compose-paths';
import { write, writeChanged } from '../shared/compose-cases';
import { wordpressAndMysql } from '../shared/compose-solutions';
import type { LabCases } from '../shared/lab-cases';
import { accounts } from './compose-file/accounts';
import { names } from './compose-file/names';
import { noFile } from './compose-file/no-file';
import { right } from './compose-file/right';
import { misnamed, option, place, service, undeclared } from './compose-file/slip';
import { values } from './compose-file/values';
import { yaml } from './compose-file/yaml';

/** Other layouts with the same meaning, and typical slips of a reader's first Compose file. */
export const cases: LabCases = {
  walk: [
    {
      typed: writeChanged(wordpressAndMysql, '    ports:', '\tports:'),
      problems: [{ code: 'yaml-tab', values: { file, found: 'ports:' } }],
    },
    {
      typed: writeChanged(wordpressAndMysql, 'ports:', 'port:'),
      problems: [{ code: option, values: { place, option: 'port', similar: 'ports' } }],
    },
    {
      typed: writeChanged(wordpressAndMysql, '\n  wordpress000vol12:', '\n  wordpress00vol12:'),
      problems: [
        { code: undeclared, values: { service, kind: 'volumes', name: 'wordpress000vol12' } },
      ],
    },
    { ...misnamed, mend: write(file, composeFile(wordpressAndMysql)) },
  ],
  right,
  wrong: { ...noFile, ...yaml, ...names, ...values, ...accounts },
};
