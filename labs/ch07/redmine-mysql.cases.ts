import { composeFile } from '../../src/docker/model/compose-file';
import { composePath, composePathIn } from '../../src/docker/model/compose-paths';
import { redmineAndMysql } from '../shared/compose-solutions';
import { write, writeChanged } from '../shared/compose-cases';
import type { LabCases, WrongAnswer } from '../shared/lab-cases';

const path = composePathIn('redmine_folder');
const application = 'redmine000ex14';
const database = 'mysql000ex13';
const rightFile = write(path, composeFile(redmineAndMysql));
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
    typed: writeChanged(redmineAndMysql, from, to, path),
    problems: [problem, ...notUp],
    mend: rightFile,
  };
}

/** Ways to the application under Compose, and slips in the file or after it. */
export const cases: LabCases = {
  walk: [
    inFile(['8086:3000', '18086:3000'], {
      code: 'compose-setting-wrong',
      values: { service: application, setting: 'ports', found: '18086:3000' },
    }),
  ],
  right: {
    'in the folder of the chapter': `${write(composePath, composeFile(redmineAndMysql))}
docker compose -f ${composePath} up -d`,
    'as another project': `${write('redmine_folder/compose.yaml', composeFile(redmineAndMysql))}
cd redmine_folder && docker compose -p other up -d`,
  },
  wrong: {
    'written, not brought up': {
      typed: rightFile,
      problems: notUp,
    },
    'another port': inFile(['8086:3000', '18086:3000'], {
      code: 'compose-setting-wrong',
      values: { service: application, setting: 'ports', wanted: '8086:3000', found: '18086:3000' },
    }),
    'the network of another exercise': {
      mend: rightFile,
      typed: writeChanged(redmineAndMysql, 'redmine000net2', 'wordpress000net9', path),
      problems: [
        ...[database, application].map((service) => ({
          code: 'compose-setting-wrong',
          values: { service, setting: 'networks', found: 'wordpress000net9' },
        })),
        {
          code: 'compose-declaration-missing',
          values: { kind: 'networks', name: 'redmine000net2' },
        },
        ...notUp,
      ],
    },
    'volumes misspelt': inFile(['    volumes:', '    volume:'], {
      code: 'compose-option-unknown',
      values: { option: 'volume', similar: 'volumes' },
    }),
    'an undeclared volume': inFile(['\n  redmine000vol14:', ''], {
      code: 'compose-name-undeclared',
      values: { service: application, kind: 'volumes', name: 'redmine000vol14' },
    }),
    'another password': {
      mend: rightFile,
      typed: `${writeChanged(redmineAndMysql, 'REDMINE_DB_PASSWORD: rkunpass', 'REDMINE_DB_PASSWORD: other', path)}
${up} --no-deps`,
      problems: [
        {
          code: 'compose-setting-wrong',
          values: {
            service: application,
            setting: 'environment: REDMINE_DB_PASSWORD',
            found: 'other',
          },
        },
        {
          code: 'variable-wrong',
          values: { name: application, variable: 'REDMINE_DB_PASSWORD', found: 'other' },
        },
      ],
    },
  },
};
