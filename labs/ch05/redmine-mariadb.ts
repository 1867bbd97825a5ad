import { twoTierLab } from '../shared/two-tier';
import { accounts } from '../shared/accounts';
import { databaseService, redmineService } from '../shared/database';
import { images } from '../../src/core/images';
import { redminePage } from '../shared/pages';

const network = 'redmine000net3';
const database = 'mariadb000ex15';
const application = 'redmine000ex16';
const account = accounts.redmineOnMariadb;

/** 5-04: Redmine and MariaDB on a network of their own. */
export const redmineMariadb = twoTierLab({
  id: 'ch05-redmine-mariadb',
  section: '5-04',
  title: { ko: '레드마인과 MariaDB', en: 'Redmine and MariaDB' },
  hint: {
    ko: '네트워크를 먼저 만들고, 데이터베이스를 실행한 다음 애플리케이션을 실행합니다.',
    en: 'Make the network first, then run the database, then the application.',
  },
  solution: {
    networks: { [network]: {} },
    services: {
      [database]: databaseService(images.mariadb, account, { networks: [network] }),
      [application]: redmineService(database, account, {
        networks: [network],
        ports: ['8087:3000'],
      }),
    },
  },
  database,
  account,
  application,
  page: redminePage,
});
