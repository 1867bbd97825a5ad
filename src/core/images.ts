/** Every image of the book's exercises, once, under the name that the book writes. */
export const images = {
  httpd: 'httpd',
  nginx: 'nginx',
  mysql: 'mysql',
  mariadb: 'mariadb',
  wordpress: 'wordpress',
  redmine: 'redmine',
  busybox: 'busybox',
  registry: 'registry',
} as const;

/** The name of an image of the book. */
export type ImageName = (typeof images)[keyof typeof images];

/** Images whose server keeps trying to reach its database; every other server exits without its database and is started after it. */
export const waitsForDatabase: ReadonlySet<string> = new Set([images.wordpress]);
