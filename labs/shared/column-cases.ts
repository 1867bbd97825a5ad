import { composeFile } from '../../src/docker/model/compose-file';
import { composePath, composePathIn } from '../../src/docker/model/compose-paths';
import type { EngineState } from '../../src/docker/model/exercise';
import { write, writeChanged } from './compose-cases';
import type { LabCases, WrongAnswer } from './lab-cases';

/** The names of a column of 7-03 that its answers use. */
export interface ColumnNames {
  readonly state: EngineState;
  readonly folder: string;
  readonly database: string;
  readonly application: string;
  readonly network: string;
  /** As it stands in the file, such as `8086:3000`. */
  readonly port: string;
  /** The application's volume. */
  readonly volume: string;
  /** The variable with the database's password, and its value. */
  readonly password: readonly [variable: string, value: string];
}

/** Which of the wrong answers the walk begins with. */
type First = 'another port' | 'another password';

/** Ways to an application under Compose, and slips in the file or after it. */
export function columnCases(names: ColumnNames, first: First): LabCases {
  const { state, folder, database, application, network, port, volume } = names;
  const path = composePathIn(folder);
  const right = composeFile(state);
  const mend = write(path, right);
  const up = `docker compose -f ${path} up -d`;
  const notUp = [database, application].map((name) => ({
    code: 'container-missing',
    values: { name, run: up },
  }));
  const changed = (from: string, to: string) => writeChanged(state, from, to, path);
  /** The file with one text changed and nothing brought up: the file's problem comes first. */
  const inFile = (from: string, to: string, ...problems: WrongAnswer['problems']): WrongAnswer => ({
    typed: changed(from, to),
    problems: [...problems, ...notUp],
    mend,
  });
  const [variable, value] = names.password;
  const wrong = {
    'written, not brought up': { typed: mend, problems: notUp },
    'another port': inFile(port, `1${port}`, {
      code: 'compose-setting-wrong',
      values: { service: application, setting: 'ports', wanted: port, found: `1${port}` },
    }),
    'the network of another exercise': inFile(
      network,
      'wordpress000net9',
      ...[database, application].map((service) => ({
        code: 'compose-setting-wrong',
        values: { service, setting: 'networks', found: 'wordpress000net9' },
      })),
      { code: 'compose-declaration-missing', values: { kind: 'networks', name: network } },
    ),
    'volumes misspelt': inFile(
      '    volumes:',
      '    volume:',
      ...[database, application].map((service) => ({
        code: 'compose-option-unknown',
        values: { place: `services.${service}`, option: 'volume', similar: 'volumes' },
      })),
    ),
    'an undeclared volume': inFile(`\n  ${volume}:`, '', {
      code: 'compose-name-undeclared',
      values: { service: application, kind: 'volumes', name: volume },
    }),
    'another password': {
      mend,
      typed: `${changed(`${variable}: ${value}`, `${variable}: other`)}\n${up} --no-deps`,
      problems: [
        {
          code: 'compose-accounts-differ',
          values: { service: application, variable, found: 'other', other: database },
        },
        { code: 'variable-wrong', values: { name: application, variable, found: 'other' } },
      ],
    },
  };
  return {
    walk: [wrong[first]],
    right: {
      'in the folder of the chapter': `${write(composePath, right)}\ndocker compose -f ${composePath} up -d`,
      'as another project': `${write(`${folder}/compose.yaml`, right)}\ncd ${folder} && docker compose -p other up -d`,
    },
    wrong,
  };
}
