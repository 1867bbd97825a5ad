import type { ContainerFacts } from '../../engine/facts';

/** The variables of the database images that make an account. */
export const accountVariable = {
  root: 'MYSQL_ROOT_PASSWORD',
  database: 'MYSQL_DATABASE',
  user: 'MYSQL_USER',
  password: 'MYSQL_PASSWORD',
} as const;

/** The user that every database server has, whatever its variables say. */
export const rootUser = 'root';

/** The value of a variable of a container; MariaDB's image reads its own name of a variable first. */
export function given(
  { environment, image }: Pick<ContainerFacts, 'environment' | 'image'>,
  variable: string,
): string | undefined {
  const own = /mariadb/.test(image) ? variable.replace(/^MYSQL_/, 'MARIADB_') : variable;
  return environment[own] ?? environment[variable];
}

/** Whether the image reads the value of a variable from a file. */
export function isInFile(
  { environment }: Pick<ContainerFacts, 'environment'>,
  variable: string,
): boolean {
  const names = [variable, variable.replace(/^MYSQL_/, 'MARIADB_')];
  return names.some((name) => environment[`${name}_FILE`] !== undefined);
}
