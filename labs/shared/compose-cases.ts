import { composeFile } from '../../src/docker/model/compose-file';
import { composePath } from '../../src/docker/model/compose-paths';
import type { EngineState } from '../../src/docker/model/exercise';

/** A shell line that writes a file with its folder. */
export function write(path: string, text: string): string {
  return `mkdir -p "$(dirname '${path}')" && cat >'${path}' <<'END'\n${text.trimEnd()}\nEND`;
}

/** A shell line that writes the right Compose file of a state with one text of it changed everywhere. */
export function writeChanged(
  state: EngineState,
  from: string,
  to: string,
  path = composePath,
): string {
  const right = composeFile(state);
  if (!right.includes(from)) throw new Error(`the Compose file has no '${from}'`);
  return write(path, right.replaceAll(from, to));
}

/** WordPress and MySQL as the book writes the file; `image` and `command` are the database's. */
export function bookFile(image: string, command = ''): string {
  return `version: "3"

services:
  mysql000ex11:
    image: ${image}
    networks:
      - wordpress000net1
    volumes:
      - mysql000vol11:/var/lib/mysql
${command ? `    command: ${command}\n` : ''}    restart: always
    environment:
      MYSQL_ROOT_PASSWORD: myrootpass
      MYSQL_DATABASE: wordpress000db
      MYSQL_USER: wordpress000kun
      MYSQL_PASSWORD: wkunpass

  wordpress000ex12:
    depends_on:
      - mysql000ex11
    image: wordpress
    networks:
      - wordpress000net1
    volumes:
      - wordpress000vol12:/var/www/html
    ports:
      - 8085:80
    restart: always
    environment:
      WORDPRESS_DB_HOST: mysql000ex11
      WORDPRESS_DB_NAME: wordpress000db
      WORDPRESS_DB_USER: wordpress000kun
      WORDPRESS_DB_PASSWORD: wkunpass

networks:
  wordpress000net1:

volumes:
  mysql000vol11:
  wordpress000vol12:
`;
}
