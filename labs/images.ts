/** Every image of the book's exercises, once, under the name that the book writes. */
export const images = {
  httpd: 'httpd',
  nginx: 'nginx',
  mysql: 'mysql',
} as const;

/** The name of an image of the book. */
export type ImageName = (typeof images)[keyof typeof images];
