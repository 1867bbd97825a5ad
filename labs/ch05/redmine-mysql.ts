import { twoTierLab } from '../shared/two-tier';
import { accounts } from '../shared/accounts';
import { databaseService, redmineService } from '../shared/database';
import { images } from '../../src/core/images';
import { redminePage } from '../shared/pages';

const network = 'redmine000net2';
const database = 'mysql000ex13';
const application = 'redmine000ex14';
const account = accounts.redmineOnMysql;

/** 5-04: Redmine and MySQL on a network of their own. */
export const redmineMysql = twoTierLab({
  id: 'ch05-redmine-mysql',
  section: '5-04',
  title: { ko: '레드마인과 MySQL', en: 'Redmine and MySQL' },
  hint: {
    ko: '네트워크를 먼저 만들고, 데이터베이스를 실행한 다음 애플리케이션을 실행합니다. 요즘 MySQL에서는 `--default-authentication-plugin` 인자를 빼야 합니다.',
    en: "Make the network first, then run the database, then the application. Today's MySQL needs the argument `--default-authentication-plugin` left out.",
  },
  solution: {
    networks: { [network]: {} },
    services: {
      [database]: databaseService(images.mysql, account, { networks: [network] }),
      [application]: redmineService(database, account, {
        networks: [network],
        ports: ['8086:3000'],
      }),
    },
  },
  database,
  account,
  application,
  page: redminePage,
});
