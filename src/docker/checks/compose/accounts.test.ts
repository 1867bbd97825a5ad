import { givenBut, twoServices } from '../accounts/accounts.fixture';
import { withOwnAccounts } from './accounts';

const askedOf = (image: string) => {
  const lookup = givenBut({ USER: 'me' }, { USER: 'me' }, 'MARIADB_');
  const { services = {} } = withOwnAccounts({ services: twoServices(image) }, lookup);
  return Object.assign({}, ...Object.values(services).map((one) => one.environment)) as unknown;
};

it("knows the variables of MariaDB's image by their other names", () => {
  expect(askedOf('mariadb')).toMatchObject({ MARIADB_USER: 'me', WORDPRESS_DB_USER: 'me' });
  expect(askedOf('mariadb')).not.toHaveProperty('MYSQL_USER');
  expect(askedOf('mysql')).toHaveProperty('MYSQL_USER');
});
