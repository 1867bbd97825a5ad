import { images } from '../../core/images';
import { serviceOf } from '../model/service';
import { lastLine } from '../../core/failure';
import type { DockerCheck } from './check';
import type { Problem } from '../../core/problem';
import { makeAgain } from './make-again';
import type { Again } from '../problems/again';
import { clientMissing, databaseStarting, loginRefused } from '../problems/database';

const loginClients: Readonly<Record<string, string>> = { [images.mariadb]: 'mariadb' };

/** The database server accepts that user with the password that the variable of the service gives. */
export function acceptsLogin(name: string, user: string, variable: string): DockerCheck {
  return {
    subject: name,
    title: () => ({
      ko: `\`${name}\` 데이터베이스에 \`${user}\` 사용자로 로그인`,
      en: `The database in \`${name}\` accepts the login of \`${user}\``,
    }),
    async run({ lab, engine }) {
      const service = serviceOf(lab, name);
      const password = service.environment?.[variable] ?? '';
      // Over TCP, because the server that initialises the data listens only on its socket.
      const argv = [
        loginClients[service.image] ?? 'mysql',
        '--host=127.0.0.1',
        '--protocol=tcp',
        // A frozen server accepts the connection and then says nothing.
        '--connect-timeout=20',
        `--user=${user}`,
        '--execute=SELECT 1',
      ];
      const { code, output } = await engine.exec(name, argv, { MYSQL_PWD: password });
      if (code === 0) return [];
      const said = lastLine(output);
      const container = (await engine.containers()).get(name);
      const values = { ...makeAgain(name, service, container), user, variable };
      return [loginProblem(values, code, said) ?? starting(name, said, await engine.log(name))];
    },
  };
}

function loginProblem(
  values: Again & { user: string; variable: string },
  code: number,
  said: string,
): Problem | undefined {
  const hasNone = /not found|no such file|permission denied|is a directory/i.test(said);
  if ((code === 126 || code === 127) && hasNone) return clientMissing({ ...values, said });
  if (/access denied|ERROR 1045/i.test(said)) return loginRefused({ ...values, said });
  return undefined;
}

function starting(name: string, said: string, log: string): Problem {
  return databaseStarting({ name, said, log: lastLine(log) });
}
