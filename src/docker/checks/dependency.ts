import type { DockerExercise, Service } from '../model/exercise';
import { namesOf, serviceOf } from '../model/service';
import { waitCommand } from '../model/wait-command';
import { commandOf, type CommandLine } from '../../core/shell/command';
import type { EngineSnapshot } from '../engine/facts';
import type { DockerCheck } from './check';
import type { Problem } from '../../core/problem';
import { stateProblems } from './container';
import {
  databaseNotRunning,
  databaseUnknown,
  databaseRefuses,
  databaseWasNotReady,
  loginWayUnknown,
} from '../problems/database';

/** The container runs; when it ended because of its database, that cause is the problem. */
export function runs(name: string): DockerCheck {
  return {
    subject: name,
    title: () => ({
      ko: `\`${name}\` 컨테이너 실행`,
      en: `Container \`${name}\` runs`,
    }),
    async run(context) {
      const { lab, engine } = context;
      const service = serviceOf(lab, name);
      const container = (await engine.containers()).get(name);
      if (!container) return [];
      // A database logs its own refusals too, but only an application ends because of them.
      if (service.depends_on && ['exited', 'restarting'].includes(container.state.status)) {
        const cause = await databaseProblem(name, service, lab, engine);
        if (cause) return [cause];
      }
      return stateProblems(engine, container, service, context);
    },
  };
}

/** The databases of a service that do not run, each with its state; `missing` when there is no such container. */
export async function stoppedDatabases(
  service: Service,
  engine: EngineSnapshot,
): Promise<{ database: string; status: string }[]> {
  const containers = await engine.containers();
  return Object.keys(service.depends_on ?? {})
    .map((database) => ({
      database,
      status: containers.get(database)?.state.status ?? 'missing',
    }))
    .filter(({ status }) => status !== 'running');
}

// What the database libraries of the applications say, MySQL's and MariaDB's.
const causes = [
  { line: /^.*can't connect to (?:mysql )?server on '[^']+'.*$/im, problem: databaseWasNotReady },
  { line: /^.*unknown (?:mysql )?server host '[^']+'.*$/im, problem: databaseUnknown },
  { line: /^.*access denied for user '[^']+'.*$/im, problem: databaseRefuses },
  {
    line: /^.*(?:RSA Encryption not supported|caching_sha2_password|Authentication plugin '[^']+' cannot be loaded).*$/im,
    problem: loginWayUnknown,
  },
];

/** The command that logs in to a database with the account of the exercise, from inside. */
async function loginCommand(
  database: string,
  lab: DockerExercise,
  engine: EngineSnapshot,
): Promise<CommandLine> {
  const container = (await engine.containers()).get(database);
  const line = waitCommand(container?.name ?? database, namesOf(lab).services.get(database));
  return commandOf(...line.split(' '));
}

async function databaseProblem(
  name: string,
  service: Service,
  lab: DockerExercise,
  engine: EngineSnapshot,
): Promise<Problem | undefined> {
  const log = await engine.log(name);
  const found = causes.find(({ line }) => line.test(log));
  const said = found?.line.exec(log)?.[0].trim();
  if (!found || !said) return undefined;
  const [stopped] = await stoppedDatabases(service, engine);
  if (stopped) return databaseNotRunning({ name, ...stopped });
  const databases = Object.keys(service.depends_on ?? {});
  const values = { name, database: databases.join(', '), log: said };
  return found.problem({ ...values, login: await loginCommand(databases[0] ?? '', lab, engine) });
}
