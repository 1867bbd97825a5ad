import { twoTierLab } from '../shared/two-tier';
import { accounts } from '../shared/accounts';
import { databaseService, wordpressService } from '../shared/database';
import { images } from '../../src/core/images';
import { wordpressPage } from '../shared/pages';

const network = 'wordpress000net1';
const database = 'mysql000ex11';
const application = 'wordpress000ex12';
const account = accounts.wordpressOnMysql;

/** 5-03: WordPress and MySQL on a network of their own. */
export const wordpressMysql = twoTierLab({
  id: 'ch05-wordpress-mysql',
  section: '5-03',
  title: { ko: '워드프레스와 MySQL', en: 'WordPress and MySQL' },
  hint: {
    ko: '네트워크를 먼저 만들고, 데이터베이스를 실행한 다음 애플리케이션을 실행합니다. 요즘 MySQL에서는 `--default-authentication-plugin` 인자를 빼야 합니다.',
    en: "Make the network first, then run the database, then the application. Today's MySQL needs the argument `--default-authentication-plugin` left out.",
  },
  solution: {
    networks: { [network]: {} },
    services: {
      [database]: databaseService(images.mysql, account, { networks: [network] }),
      [application]: wordpressService(database, account, {
        networks: [network],
        ports: ['8085:80'],
      }),
    },
  },
  database,
  account,
  application,
  page: wordpressPage,
});
