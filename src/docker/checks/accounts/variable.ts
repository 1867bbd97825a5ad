/** A variable of a service. */
export interface Variable {
  readonly service: string;
  readonly variable: string;
}

/** What the reader gives for a variable, in a container or in a file; undefined where nothing is given. */
export type Lookup = (variable: Variable) => string | undefined;

/** The values of a service's variables by their names. */
export type Variables = Readonly<Record<string, string>>;

/** The variables of the database images that make an account. */
export const accountVariable = {
  root: 'MYSQL_ROOT_PASSWORD',
  database: 'MYSQL_DATABASE',
  user: 'MYSQL_USER',
  password: 'MYSQL_PASSWORD',
} as const;

/** What a variable of a database image says of an account. */
export type Role = keyof typeof accountVariable;

/** The user that every database server has, whatever its variables say. */
export const rootUser = 'root';

/** The name that MariaDB's image has for a variable of MySQL's, and reads first. */
export function mariadbName(variable: string): string {
  return variable.replace(/^MYSQL_/, 'MARIADB_');
}

/** What a variable says of an account, by either of its names; undefined for any other variable. */
export function roleOf(variable: string): Role | undefined {
  const roles = Object.keys(accountVariable) as Role[];
  return roles.find((role) =>
    [accountVariable[role], mariadbName(accountVariable[role])].includes(variable),
  );
}

/** Whether the images read what a variable says from a file. */
export function isInFile(
  variable: string,
  environment: Readonly<Record<string, unknown>>,
): boolean {
  const files = [`${variable}_FILE`, `${mariadbName(variable)}_FILE`];
  return files.some((name) => environment[name] !== undefined);
}

/** Whether a variable is not needed: the images read it from a file, or do without a password of `root` where another account is used. */
export function isGivenOtherwise(
  variable: string,
  environment: Readonly<Record<string, unknown>>,
  wanted: Variables,
): boolean {
  if (isInFile(variable, environment)) return true;
  if (roleOf(variable) !== 'root') return false;
  const hasUser = Object.keys(wanted).some((name) => roleOf(name) === 'user');
  return hasUser && Object.keys(environment).some((name) => withoutRoot.test(name));
}

const withoutRoot = /_(?:RANDOM_ROOT|ALLOW_EMPTY(?:_ROOT)?)_PASSWORD$/;
