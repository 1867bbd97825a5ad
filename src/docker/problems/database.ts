import { changeInFile } from './in-file';
import { commandOf, shellLine, type CommandLine } from '../../core/shell/command';
import type { Again } from './again';
import { defineProblem, type FileWay, type Remedy } from '../../core/problem';

/** The database server does not accept connections yet. */
export const databaseStarting = defineProblem(
  'database-starting',
  ({ name, said, log }: { name: string; said: string; log: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 데이터베이스가 아직 준비 중입니다. 서버의 응답: ${said} 마지막 로그: ${log}`,
      en: `The database in \`${name}\` is not ready yet. It says: ${said} Its log ends: ${log}`,
    },
    remedy: {
      ko: `처음 시작할 때는 수십 초가 걸립니다. 잠시 뒤 다시 확인합니다. 로그:`,
      en: `A first start takes some tens of seconds; check again in a moment. Its log:`,
      commands: [shellLine`docker logs ${name}`],
    },
  }),
  { kind: 'waiting' },
);

type Refused = Again & Readonly<Record<'user' | 'variable' | 'said' | 'volume', string>>;

/** The database server refuses the account of its variables; `volume` has the data of an earlier start, or is empty. */
export const loginRefused = defineProblem(
  'login-refused',
  ({ name, user, variable, said, volume, remove, run }: Refused) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 데이터베이스가 \`${user}\` 사용자의 로그인을 거절했습니다(${variable}). 서버의 응답: ${said}${volume ? ` 데이터베이스의 계정은 처음 시작할 때 만들어져 \`${volume}\` 볼륨에 남습니다. 나중에 환경 변수를 고쳐도 계정은 바뀌지 않습니다.` : ''}`,
      en: `The database in \`${name}\` refuses the login of \`${user}\` (${variable}). It says: ${said}${volume ? ` A database makes its account at its first start and keeps it in the volume \`${volume}\`: a variable that is mended later does not change it.` : ''}`,
    },
    remedy: volume
      ? {
          ko: '컨테이너를 지우고 볼륨 없이 다시 만듭니다. 전의 데이터는 볼륨에 그대로 남습니다:',
          en: 'Remove the container and make it again without that volume, which keeps its data:',
          commands: [remove, run],
        }
      : {
          ko: `비밀번호를 확인하고 다시 만듭니다:`,
          en: `Check the password and make it again:`,
          commands: [remove, run],
        },
  }),
  { inFile: withNewVolume },
);

/** What to do where a Compose file gives a database a volume with the account of an earlier start. */
function withNewVolume(way: FileWay, { volume, remove }: Refused): Remedy {
  if (!volume) return changeInFile(way);
  return {
    ko: `파일의 계정이 맞다면 데이터베이스 컨테이너와 볼륨을 지우고 다시 실행합니다. \`${volume}\` 볼륨의 데이터(글, 설정 등)도 함께 지워집니다. 남겨야 한다면 지우지 말고 파일의 값을 처음에 쓴 값으로 되돌립니다:`,
    en: `If the account in the file is right, remove the container of the database and its volume, and start it again. The data in the volume \`${volume}\` go with it. To keep them, give the variables in the file their first values instead:`,
    commands: [remove, commandOf('docker', 'volume', 'rm', volume), way.apply],
  };
}

/** Accounts of the reader's own agree with each other, and are not the book's. */
export const ownAccounts = defineProblem(
  'own-accounts',
  ({ variables }: { variables: string }) => ({
    message: {
      ko: `책과 다른 값을 쓴 환경 변수가 있습니다: ${variables}`,
      en: `These variables have other values than in the book: ${variables}`,
    },
    remedy: {
      ko: '이름과 비밀번호는 자유롭게 정해도 됩니다. 데이터베이스와 애플리케이션에 같은 값만 쓰면 되므로 이 값들은 고치지 않아도 됩니다.',
      en: 'Names and passwords are free, as long as the database and the application have the same ones. These need no change.',
    },
  }),
  { kind: 'note' },
);

/** The container has no database client inside, so the server cannot be asked. */
export const clientMissing = defineProblem(
  'database-client-missing',
  ({ name, said, remove, run }: Again & { said: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너 안에 데이터베이스 클라이언트가 없어 로그인을 확인할 수 없습니다: ${said}`,
      en: `There is no database client inside \`${name}\`, so the login cannot be checked: ${said}`,
    },
    remedy: {
      ko: `데이터베이스 이미지로 다시 만듭니다:`,
      en: `Make it again from the database's image:`,
      commands: [remove, run],
    },
  }),
  { inFile: changeInFile },
);

/** The application cannot work, because its database is not running; `status` is the engine's word, or `missing`. */
export const databaseNotRunning = defineProblem(
  'database-not-running',
  ({ name, database, status }: { name: string; database: string; status: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 쓰는 데이터베이스 \`${database}\` 컨테이너가 실행 중이 아닙니다(${status}).`,
      en: `The database \`${database}\`, which the container \`${name}\` uses, is not running (${status}).`,
    },
    remedy: {
      ko: `데이터베이스부터 바로잡은 뒤 이 컨테이너를 다시 시작합니다:`,
      en: `Set the database right first, then restart this container:`,
      commands: [shellLine`docker restart ${name}`],
    },
  }),
);

type AtStart = Readonly<Record<'name' | 'database' | 'log', string>>;

const startAgain = ({ name }: AtStart) => ({
  ko: `데이터베이스가 준비되었으니 다시 시작합니다:`,
  en: `The database is ready by now, so start it again:`,
  commands: [shellLine`docker start ${name}`],
});

/** The application ended at its start, because its database did not accept connections yet. */
export const databaseWasNotReady = defineProblem('database-was-not-ready', (values: AtStart) => ({
  message: {
    ko: `\`${values.name}\` 컨테이너가 멈췄습니다. 데이터베이스(\`${values.database}\`)가 준비되기 전에 시작했기 때문입니다. 로그: ${values.log}`,
    en: `The container \`${values.name}\` has exited: it was started before its database (\`${values.database}\`) was ready. Its log: ${values.log}`,
  },
  remedy: startAgain(values),
}));

/** The application ended at its start, because nothing of the database's name was on its network. */
export const databaseUnknown = defineProblem('database-unknown', (values: AtStart) => ({
  message: {
    ko: `\`${values.name}\` 컨테이너가 멈췄습니다. 시작할 때 같은 네트워크에서 데이터베이스(\`${values.database}\`)를 찾지 못했기 때문입니다. 로그: ${values.log}`,
    en: `The container \`${values.name}\` has exited: when it started, its database (\`${values.database}\`) was not on its network. Its log: ${values.log}`,
  },
  remedy: {
    ko: `데이터베이스를 먼저 같은 네트워크에서 실행하고, 준비된 뒤 다시 시작합니다:`,
    en: `Run the database on the same network first, and start this one again when it is ready:`,
    commands: [shellLine`docker start ${values.name}`],
  },
}));

/** The application ended at its start, because the database refused its user. */
export const databaseRefuses = defineProblem('database-refuses-application', (values: AtStart) => ({
  message: {
    ko: `\`${values.name}\` 컨테이너가 멈췄습니다. 데이터베이스(\`${values.database}\`)가 사용자나 데이터베이스 이름을 거절했기 때문입니다. 로그: ${values.log}`,
    en: `The container \`${values.name}\` has exited: its database (\`${values.database}\`) refused the user or the name of the database. Its log: ${values.log}`,
  },
  remedy: {
    ko: `두 컨테이너의 환경 변수를 맞춘 뒤 다시 시작합니다:`,
    en: `Make the variables of the two containers agree, then start it again:`,
    commands: [shellLine`docker start ${values.name}`],
  },
}));

/** The application's database library knows no way of logging in that the server still has; `login` logs in by a client that does. */
export const loginWayUnknown = defineProblem(
  'login-way-unknown',
  ({ name, database, log, login }: AtStart & { login: CommandLine }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 데이터베이스(\`${database}\`)에 로그인하지 못했습니다. 요즘 MySQL의 로그인 방식(caching_sha2_password)을 애플리케이션의 라이브러리가 암호화 없이는 쓰지 못하기 때문입니다. 로그: ${log}`,
      en: `The container \`${name}\` could not log in to its database (\`${database}\`): without encryption, its library does not know the way of logging in of today's MySQL (caching_sha2_password). The log: ${log}`,
    },
    remedy: {
      ko: '데이터베이스 안에서 같은 사용자로 한 번 로그인하면(첫째 줄) 서버가 기억하므로, 그 뒤 애플리케이션을 다시 시작하면(둘째 줄) 로그인됩니다. 데이터베이스를 다시 시작할 때마다 이렇게 합니다. 계속 쓰려면 데이터베이스를 `mysql:8.0` 이미지와 책의 `--default-authentication-plugin=mysql_native_password` 인자로 다시 만듭니다:',
      en: 'Log in once inside the database with the same user (first line): the server remembers it, so that the application can log in when it is started again (second line). This has to be done after each start of the database. To avoid it, make the database again of the image `mysql:8.0`, with the argument `--default-authentication-plugin=mysql_native_password` of the book:',
      commands: [login, shellLine`docker restart ${name}`],
    },
  }),
);
