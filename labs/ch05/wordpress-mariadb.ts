import { twoTierLab } from '../shared/two-tier';
import { accounts } from '../shared/accounts';
import { databaseService, wordpressService } from '../shared/database';
import { images } from '../../src/core/images';
import { wordpressPage } from '../shared/pages';

const network = 'wordpress000net4';
const database = 'mariadb000ex17';
const application = 'wordpress000ex18';
const account = accounts.wordpressOnMariadb;

/** 5-04: WordPress and MariaDB on a network of their own. */
export const wordpressMariadb = twoTierLab({
  id: 'ch05-wordpress-mariadb',
  section: '5-04',
  title: { ko: '워드프레스와 MariaDB', en: 'WordPress and MariaDB' },
  hint: {
    ko: '네트워크를 먼저 만들고, 데이터베이스를 실행한 다음 애플리케이션을 실행합니다.',
    en: 'Make the network first, then run the database, then the application.',
  },
  solution: {
    networks: { [network]: {} },
    services: {
      [database]: databaseService(images.mariadb, account, { networks: [network] }),
      [application]: wordpressService(database, account, {
        networks: [network],
        ports: ['8088:80'],
      }),
    },
  },
  database,
  account,
  application,
  page: wordpressPage,
});
