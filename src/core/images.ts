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

/** The megabytes of memory that a server of an image takes at least, by the image's name. */
export const memoryNeeds: Readonly<Record<string, number>> = {
  [images.mysql]: 600,
  [images.mariadb]: 256,
  [images.wordpress]: 256,
  [images.redmine]: 512,
};

/** Images whose server keeps trying to reach its database; every other server exits without its database and is started after it. */
export const waitsForDatabase: ReadonlySet<string> = new Set([images.wordpress]);
