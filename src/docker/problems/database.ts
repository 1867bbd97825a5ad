import { changeInFile } from './in-file';
import { shellLine } from '../../core/shell/command';
import type { Again } from './again';
import { defineProblem } from '../../core/problem';

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

/** The database server refuses the exercise's login. */
export const loginRefused = defineProblem(
  'login-refused',
  ({
    name,
    user,
    variable,
    said,
    remove,
    run,
  }: Again & { user: string; variable: string; said: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 데이터베이스가 \`${user}\` 사용자의 로그인을 거절했습니다(${variable}). 서버의 응답: ${said}`,
      en: `The database in \`${name}\` refuses the login of \`${user}\` (${variable}). It says: ${said}`,
    },
    remedy: {
      ko: `비밀번호를 확인하고 다시 만듭니다:`,
      en: `Check the password and make it again:`,
      commands: [remove, run],
    },
  }),
  { inFile: changeInFile },
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

interface AtStart {
  readonly [value: string]: string;
  readonly name: string;
  readonly database: string;
  readonly log: string;
}

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
