import { isOutdated } from './outdated-image';

it.each(['mysql:5.7', 'mysql:5', 'docker.io/library/mysql:5.7.44', 'library/mysql:5.6'])(
  '%s has reached the end of its life',
  (image) => expect(isOutdated(image)).toBe(true),
);

it.each(['mysql', 'mysql:latest', 'mysql:9.5', 'mysql:8.4.5', 'mariadb:5.5', 'me/mysql:5.7'])(
  '%s has not reached the end of its life, or this is not known',
  (image) => expect(isOutdated(image)).toBe(false),
);
