import { bookFile, writeChanged } from '../../shared/compose-cases';
import { wordpressAndMysql } from '../../shared/compose-solutions';
import type { WrongAnswer } from '../../shared/lab-cases';

/** The right file with one text changed, and the one problem that this causes. */
export function slip(
  [from, to]: readonly [string, string],
  code: string,
  values: WrongAnswer['problems'][number]['values'],
): WrongAnswer {
  return {
    typed: writeChanged(wordpressAndMysql, from, to),
    problems: [{ code, values }],
  };
}

/** The file with the account of root only, which the application uses with this password. */
export const asRoot = (password: string): string =>
  bookFile('mysql')
    .replace('      MYSQL_USER: wordpress000kun\n      MYSQL_PASSWORD: wkunpass\n', '')
    .replace('DB_USER: wordpress000kun', 'DB_USER: root')
    .replace('DB_PASSWORD: wkunpass', `DB_PASSWORD: ${password}`);

/** The code of a setting that is wrong. */
export const setting = 'compose-setting-wrong';
/** The code of an option that Compose does not know. */
export const option = 'compose-option-unknown';
/** The code of a name that the top level does not declare. */
export const undeclared = 'compose-name-undeclared';
/** The service of the application. */
export const service = 'wordpress000ex12';
/** Where the application stands in the file. */
export const place = `services.${service}`;

/** The database under another name. */
export const misnamed: WrongAnswer = {
  typed: writeChanged(wordpressAndMysql, 'mysql000ex11', 'mysql00ex11'),
  problems: [
    {
      code: 'compose-service-missing',
      values: { service: 'mysql000ex11', found: 'mysql00ex11, wordpress000ex12' },
    },
    ...['depends_on', 'environment: WORDPRESS_DB_HOST'].map((wrong) => ({
      code: setting,
      values: { service, setting: wrong, wanted: 'mysql000ex11', found: 'mysql00ex11' },
    })),
  ],
};
