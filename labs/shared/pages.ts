import type { Page } from '../../src/core/page';

/** The page of an untouched Apache HTTP Server. */
export const apacheDefaultPage: Page = {
  name: { ko: '아파치의 "It works!" 페이지', en: 'Apache\'s page "It works!"' },
  contains: 'It works!',
};

/** The page of an untouched nginx. */
export const nginxWelcomePage: Page = {
  name: { ko: 'nginx의 환영 페이지', en: "nginx's welcome page" },
  contains: 'Welcome to nginx!',
};

/** WordPress before or after its installation, once it has reached its database; the installer itself is not asked, because it is slow without the internet. */
export const wordpressPage: Page = {
  name: { ko: '워드프레스 화면', en: "WordPress's page" },
  contains: 'WordPress',
  installer: '/wp-admin/install.php',
  withoutDatabase: /error establishing a database connection/i,
};

/** The home page of a Redmine that has reached its database. */
export const redminePage: Page = {
  name: { ko: '레드마인 첫 화면', en: "Redmine's home page" },
  contains: 'Redmine',
};
