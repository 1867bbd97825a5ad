import { composeFile } from '../../src/docker/model/compose-file';
import { composePath, composePathIn } from '../../src/docker/model/compose-paths';
import { wordpressAndMariadb } from '../shared/compose-solutions';
import { write, writeChanged } from '../shared/compose-cases';
import type { LabCases, WrongAnswer } from '../shared/lab-cases';

const path = composePathIn('mariadb_folder');
const application = 'wordpress000ex18';
const database = 'maria000ex17';
const rightFile = write(path, composeFile(wordpressAndMariadb));
const up = `docker compose -f ${path} up -d`;
const notUp = [database, application].map((name) => ({
  code: 'container-missing',
  values: { name, run: up },
}));

/** The file with one text changed and nothing brought up: the file's problem comes first. */
function inFile(
  [from, to]: readonly [string, string],
  problem: WrongAnswer['problems'][number],
): WrongAnswer {
  return {
    typed: writeChanged(wordpressAndMariadb, from, to, path),
    problems: [problem, ...notUp],
    mend: rightFile,
  };
}

const otherPassword: WrongAnswer = {
  mend: rightFile,
  typed: `${writeChanged(wordpressAndMariadb, 'WORDPRESS_DB_PASSWORD: wkunpass', 'WORDPRESS_DB_PASSWORD: other', path)}
${up} --no-deps`,
  problems: [
    {
      code: 'compose-setting-wrong',
      values: {
        service: application,
        setting: 'environment: WORDPRESS_DB_PASSWORD',
        found: 'other',
      },
    },
    {
      code: 'variable-wrong',
      values: { name: application, variable: 'WORDPRESS_DB_PASSWORD', found: 'other' },
    },
  ],
};

/** Ways to the application under Compose, and slips in the file or after it. */
export const cases: LabCases = {
  walk: [otherPassword],
  right: {
    'in the folder of the chapter': `${write(composePath, composeFile(wordpressAndMariadb))}
docker compose -f ${composePath} up -d`,
    'as another project': `${write('mariadb_folder/compose.yaml', composeFile(wordpressAndMariadb))}
cd mariadb_folder && docker compose -p other up -d`,
  },
  wrong: {
    'written, not brought up': {
      typed: rightFile,
      problems: notUp,
    },
    'another port': inFile(['8088:80', '18088:80'], {
      code: 'compose-setting-wrong',
      values: { service: application, setting: 'ports', wanted: '8088:80', found: '18088:80' },
    }),
    'the network of another exercise': {
      mend: rightFile,
      typed: writeChanged(wordpressAndMariadb, 'wordpress000net4', 'wordpress000net9', path),
      problems: [
        ...[database, application].map((service) => ({
          code: 'compose-setting-wrong',
          values: { service, setting: 'networks', found: 'wordpress000net9' },
        })),
        {
          code: 'compose-declaration-missing',
          values: { kind: 'networks', name: 'wordpress000net4' },
        },
        ...notUp,
      ],
    },
    'volumes misspelt': inFile(['    volumes:', '    volume:'], {
      code: 'compose-option-unknown',
      values: { option: 'volume', similar: 'volumes' },
    }),
    'an undeclared volume': inFile(['\n  wordpress000vol18:', ''], {
      code: 'compose-name-undeclared',
      values: { service: application, kind: 'volumes', name: 'wordpress000vol18' },
    }),
    'another password': otherPassword,
  },
};
