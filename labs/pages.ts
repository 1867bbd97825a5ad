import type { Text } from './lab';

/** A page that a server answers with, known by a text in its body. */
export interface Page {
  readonly name: Text;
  /** Stands in the body of every version of the page. */
  readonly contains: string;
}

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
