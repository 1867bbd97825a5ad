import { bookArguments, pageSays, waitForDatabase } from '../../shared/two-tier-cases';

/** Makes the network. */
export const net = 'docker network create wordpress000net1';
/** Runs the database. */
export const db =
  'docker run --name mysql000ex11 -dit --net=wordpress000net1 -e MYSQL_ROOT_PASSWORD=myrootpass -e MYSQL_DATABASE=wordpress000db -e MYSQL_USER=wordpress000kun -e MYSQL_PASSWORD=wkunpass mysql';
/** Runs the database with the account of root only, whose password is this. */
export const rootOnly = (password: string) =>
  db.replace(/-e MYSQL_USER=\S+ -e MYSQL_PASSWORD=\S+ /, '').replace('myrootpass', password);
/** Runs the application. */
export const app =
  'docker run --name wordpress000ex12 -dit --net=wordpress000net1 -p 8085:80 -e WORDPRESS_DB_HOST=mysql000ex11 -e WORDPRESS_DB_NAME=wordpress000db -e WORDPRESS_DB_USER=wordpress000kun -e WORDPRESS_DB_PASSWORD=wkunpass wordpress';
/** Runs the application as root, with this password. */
export const asRoot = (password: string) =>
  app.replace('wordpress000kun', 'root').replace('wkunpass', password);
/** Runs the database as the book does, with an argument that today's MySQL refuses. */
export const book = `${db} ${bookArguments}`;
/** Runs the database with the arguments that it still accepts. */
export const accepted = `${db} --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci`;
/** Waits until the database accepts connections. */
export const dbReady = waitForDatabase('mysql000ex11', 'mysqladmin');
/** Whether the page says that the application does not reach its database. */
export const withoutDatabase = pageSays(8085, 'establishing a database connection');

/** The database, as problems name it. */
export const database = { name: 'mysql000ex11' };
/** The application, as problems name it. */
export const application = { name: 'wordpress000ex12' };
/** The application has a database that does not run. */
export const noDatabase = (status: string) => ({
  code: 'database-not-running',
  values: { ...application, database: database.name, status },
});
/** The page says that the application does not reach its database. */
export const unreachable = {
  code: 'page-without-database',
  values: { ...application, url: 'http://localhost:8085', databases: database.name },
};
