import { images } from '../../src/core/images';
import type { Service } from '../../src/docker/model/exercise';

/** Where the image of Apache keeps its pages. */
export const htdocs = '/usr/local/apache2/htdocs';

/** The page that is written when the reader has no page yet. */
export const ownPage =
  '<html><meta charset="utf-8"><title>docker</title><h1>도커 실습 페이지</h1></html>\n';

/** An Apache container on a host port, with what is mounted into it. */
export function apache(port: number, ...volumes: string[]): Service {
  const mounts = volumes.length > 0 ? { volumes } : {};
  return { image: images.httpd, ports: [`${port}:80`], ...mounts };
}
