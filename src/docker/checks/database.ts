import { images } from '../../core/images';
import { serviceOf } from '../model/service';
import type { Service } from '../model/exercise';
import { lastLine } from '../../core/failure';
import type { DockerCheck } from './check';
import type { Problem } from '../../core/problem';
import { accountVariable, isInFile, rootUser } from './accounts/variable';
import { dataVolume } from './files/data-volume';
import { removeCommand } from './make-again';
import { runCommand } from '../model/commands';
import type { Again } from '../problems/again';
import { clientMissing, databaseStarting, loginRefused } from '../problems/database';

const loginClients: Readonly<Record<string, string>> = { [images.mariadb]: 'mariadb' };

/** Who logs in, with the password of which variable, to which database. */
interface Login {
  readonly user: string;
  readonly variable: string;
  readonly database: string | undefined;
}

/** The account that a service's variables make: the user's, else the root's. */
function loginOf({ environment = {} }: Service): Login {
  const { root, user, password, database } = accountVariable;
  const name = environment[user];
  const login = name ? { user: name, variable: password } : { user: rootUser, variable: root };
  return { ...login, database: environment[database] };
}

/** The database server accepts the account that the variables of the service make. */
export function acceptsLogin(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => {
      const { user } = loginOf(serviceOf(lab, name));
      return {
        ko: `\`${name}\` 데이터베이스에 \`${user}\` 사용자로 로그인`,
        en: `The database in \`${name}\` accepts the login of \`${user}\``,
      };
    },
    async run({ lab, engine }) {
      const service = serviceOf(lab, name);
      const container = (await engine.containers()).get(name);
      const login = loginOf(service);
      // What is in a file inside the container is the reader's secret.
      const secret = [login.variable, accountVariable.user, accountVariable.database];
      if (container && secret.some((variable) => isInFile(variable, container.environment)))
        return [];
      const password = service.environment?.[login.variable] ?? '';
      const argv = [loginClients[service.image] ?? 'mysql', ...wordsOf(login)];
      const { code, output } = await engine.exec(name, argv, { MYSQL_PWD: password });
      if (code === 0) return [];
      const said = lastLine(output);
      const remove = removeCommand([container?.name ?? name], container ? [container] : []);
      const values = { name, remove, run: runCommand(name, service), ...login };
      const problem = loginProblem({ ...values, volume: dataVolume(container) }, code, said);
      return [problem ?? starting(name, said, await engine.log(name))];
    },
  };
}

function wordsOf({ user, database }: Login): string[] {
  return [
    // Over TCP, because the server that initialises the data listens only on its socket.
    '--host=127.0.0.1',
    '--protocol=tcp',
    // A frozen server accepts the connection and then says nothing.
    '--connect-timeout=20',
    `--user=${user}`,
    ...(database ? [`--database=${database}`] : []),
    '--execute=SELECT 1',
  ];
}

function loginProblem(
  values: Again & { user: string; variable: string; volume: string },
  code: number,
  said: string,
): Problem | undefined {
  const hasNone = /not found|no such file|permission denied|is a directory/i.test(said);
  if ((code === 126 || code === 127) && hasNone) return clientMissing({ ...values, said });
  if (/access denied|unknown database|ERROR 10(?:44|45|49)/i.test(said))
    return loginRefused({ ...values, said });
  return undefined;
}

function starting(name: string, said: string, log: string): Problem {
  return databaseStarting({ name, said, log: lastLine(log) });
}
