import { images } from '../../core/images';
import type { Service } from './exercise';

/** The program of an image that asks its database server whether it is ready. */
const clients: Readonly<Record<string, string>> = {
  [images.mysql]: 'mysqladmin',
  [images.mariadb]: 'mariadb-admin',
};

/** The name of that program. */
export function adminClientOf(image: string): string {
  return clients[image] ?? 'mysqladmin';
}

/** The command that returns once a database accepts its user, or after its number of tries (5 s apart). */
export function waitCommand(name: string, service: Service | undefined): string {
  const { MYSQL_USER: user = 'root', MYSQL_PASSWORD: password = '' } = service?.environment ?? {};
  const client = adminClientOf(service?.image ?? '');
  return `docker exec ${name} ${client} ping --host=127.0.0.1 --user=${user} --password=${password} --wait=36`;
}
