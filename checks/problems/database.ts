import { defineProblem } from './problem';

/** The database server does not accept connections yet. */
export const databaseStarting = defineProblem(
  'database-starting',
  ({ name, said }: { name: string; said: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 데이터베이스가 아직 준비 중입니다. 서버의 응답: ${said}`,
      en: `The database in \`${name}\` is not ready yet. It says: ${said}`,
    },
    remedy: {
      ko: `처음 시작할 때는 수십 초가 걸립니다. 잠시 뒤 다시 확인합니다. 로그:`,
      en: `A first start takes some tens of seconds; check again in a moment. Its log:`,
      commands: [`docker logs ${name}`],
    },
  }),
  'waiting',
);

/** The database server refuses the exercise's login. */
export const loginRefused = defineProblem(
  'login-refused',
  ({
    name,
    user,
    variable,
    said,
    run,
  }: {
    name: string;
    user: string;
    variable: string;
    said: string;
    run: string;
  }) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 데이터베이스가 \`${user}\` 사용자의 로그인을 거절했습니다(${variable}). 서버의 응답: ${said}`,
      en: `The database in \`${name}\` refuses the login of \`${user}\` (${variable}). It says: ${said}`,
    },
    remedy: {
      ko: `비밀번호를 확인하고 다시 만듭니다:`,
      en: `Check the password and make it again:`,
      commands: [`docker rm -f ${name}`, run],
    },
  }),
);

/** The container has no database client inside, so nobody can ask the server. */
export const clientMissing = defineProblem(
  'database-client-missing',
  ({ name, said }: { name: string; said: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너 안에 데이터베이스 클라이언트가 없어 로그인을 확인할 수 없습니다: ${said}`,
      en: `There is no database client inside \`${name}\`, so the login cannot be checked: ${said}`,
    },
    remedy: {
      ko: `데이터베이스 이미지로 다시 만듭니다:`,
      en: `Make it again from the database's image:`,
      commands: [`docker rm -f ${name}`],
    },
  }),
);
