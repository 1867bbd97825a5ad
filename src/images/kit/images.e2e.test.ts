// @circle all
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { awaitExit, awaitHttp, awaitLogin } from '../../../testbed/engine/wait';

let engine: Engine;

beforeAll(async () => {
  engine = await useEngine();
});

afterEach(async () => {
  await engine.sh('docker ps -aq | xargs -r docker rm -fv && docker volume prune -f');
});

describe('httpd', () => {
  beforeAll(() => engine.load('httpd'));

  it('serves "It works!", and writes each request to the log', async () => {
    await engine.docker('run', '-d', '--name', 'web', '-p', '20080:80', 'httpd');
    const page = await awaitHttp(engine, 'http://localhost:20080/');
    expect(page).toEqual({
      status: 200,
      body: '<html><body><h1>It works!</h1></body></html>\n',
    });
    const log = await engine.sh('docker logs web');
    expect(log.stdout).toMatch(/"GET \/ HTTP\/1\.1" 200 45/);
    expect(log.stderr).toContain('resuming normal operations');
  });

  it('ends at once when it is stopped, and starts again', async () => {
    await engine.docker('run', '-d', '--name', 'web', '-p', '20080:80', 'httpd');
    await awaitHttp(engine, 'http://localhost:20080/');
    await engine.docker('kill', 'web');
    await engine.docker('start', 'web');
    await awaitHttp(engine, 'http://localhost:20080/');
    await engine.docker('stop', '-t', '60', 'web');
    const state = await engine.docker('inspect', '-f', '{{.State.ExitCode}}', 'web');
    expect(state).toBe('0');
    expect((await engine.sh('docker logs web')).stderr).toContain('caught SIGWINCH');
  });

  it('serves a page that a Dockerfile copies in', async () => {
    writeFileSync(join(engine.home, 'index.html'), '<p>책의 페이지</p>');
    writeFileSync(
      join(engine.home, 'Dockerfile'),
      'FROM httpd\nCOPY index.html /usr/local/apache2/htdocs/\n',
    );
    const built = await engine.sh('docker build -t own .', { env: { DOCKER_BUILDKIT: '0' } });
    expect(built).toMatchObject({ code: 0 });
    await engine.docker('run', '-d', '-p', '20080:80', 'own');
    expect((await awaitHttp(engine, 'http://localhost:20080/')).body).toBe('<p>책의 페이지</p>');
  });

  it('serves a bind-mounted folder, and fills a volume', async () => {
    const folder = join(engine.home, 'apa folder');
    await engine.exec('mkdir', [folder]);
    writeFileSync(join(folder, 'index.html'), 'from the host');
    const at = ':/usr/local/apache2/htdocs';
    await engine.docker('run', '-d', '-p', '20080:80', '-v', `${folder}${at}`, 'httpd');
    await engine.docker('run', '-d', '-p', '20081:80', '-v', `pages${at}`, 'httpd');
    expect((await awaitHttp(engine, 'http://localhost:20080/')).body).toBe('from the host');
    expect((await awaitHttp(engine, 'http://localhost:20081/')).body).toContain('It works!');
    expect(await engine.docker('run', '--rm', '-v', 'pages:/pages', 'httpd', 'ls', '/pages')).toBe(
      'index.html',
    );
  });

  it('has its command on the PATH, and its folders in the places that the book names', async () => {
    const { stdout } = await engine.sh('docker run --rm httpd sh -c "httpd -v; pwd; ls"');
    expect(stdout).toMatch(/^Server version: Apache\/2\.4\.\d+/);
    expect(stdout).toMatch(/\n\/usr\/local\/apache2\n/);
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(['conf', 'htdocs', 'logs']));
  });
});

describe('nginx', () => {
  beforeAll(() => engine.load('nginx'));

  it('serves its welcome page, and ends at once when it is stopped', async () => {
    await engine.docker('run', '-d', '--name', 'web', '-p', '20084:80', 'nginx');
    const page = await awaitHttp(engine, 'http://localhost:20084/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>Welcome to nginx!</title>');
    await engine.docker('stop', '-t', '60', 'web');
    const log = await engine.sh('docker logs web');
    expect(log.stdout).toContain('"GET / HTTP/1.1" 200');
    expect(log.stderr).toContain('signal 3 (SIGQUIT) received');
  });

  it('runs scripts of /docker-entrypoint.d first, and another command unchanged', async () => {
    await engine.sh(`mkdir first && echo 'echo ready >/usr/share/nginx/html/index.html' >first/1.sh
      chmod +x first/1.sh`);
    const scripts = `${engine.home}/first:/docker-entrypoint.d`;
    await engine.docker('run', '-d', '-p', '20084:80', '-v', scripts, 'nginx');
    expect((await awaitHttp(engine, 'http://localhost:20084/')).body).toBe('ready\n');
    const other = await engine.sh(
      'docker run --rm nginx sh -c "ls /etc/nginx/conf.d; ls /usr/share/nginx/html"',
    );
    expect(other.stdout).toBe('default.conf\nindex.html\n');
  });
});

describe('busybox', () => {
  beforeAll(() => engine.load('busybox'));

  it('packs a volume into an archive and unpacks it into another one', async () => {
    const done = await engine.sh(`
      docker run --rm -v one:/from busybox sh -c 'echo kept >/from/index.html' &&
      docker run --rm -v one:/from -v "$PWD":/to busybox tar czf /to/backup.tar.gz -C /from . &&
      docker run --rm -v two:/to -v "$PWD":/from busybox tar xzf /from/backup.tar.gz -C /to &&
      docker run --rm -v two:/to busybox cat /to/index.html`);
    expect(done).toMatchObject({ code: 0, stdout: 'kept\n' });
  });
});

describe('registry', () => {
  beforeAll(() => engine.load('registry', 'busybox'));

  it('accepts a pushed image, lists it, and lets it be pulled again', async () => {
    await engine.docker('run', '-d', '--name', 'store', '-p', '5000:5000', 'registry');
    await awaitHttp(engine, 'http://localhost:5000/v2/');
    await engine.docker('tag', 'busybox', 'localhost:5000/mine');
    await engine.docker('push', '--quiet', 'localhost:5000/mine');
    const { body } = await engine.fetch('http://localhost:5000/v2/_catalog');
    expect(JSON.parse(body)).toEqual({ repositories: ['mine'] });
    await engine.docker('rmi', 'localhost:5000/mine');
    await engine.docker('pull', '--quiet', 'localhost:5000/mine');
    const kept = await engine.docker('exec', 'store', 'ls', '/var/lib/registry');
    expect(kept).toBe('docker');
  });
});

// In an engine without a name server, a container waits for an address, by default 20 s.
const impatient = '--dns-opt timeout:1 --dns-opt attempts:1';

describe('wordpress', () => {
  beforeAll(() => engine.load('wordpress', 'mariadb'));

  it('shows an error without its database, and the installation page with it', async () => {
    await engine.docker('network', 'create', 'blog');
    await engine.sh(`docker run -d ${impatient} --name page --network blog -p 20085:80 \
      -e WORDPRESS_DB_HOST=db -e WORDPRESS_DB_NAME=wordpress000db \
      -e WORDPRESS_DB_USER=wordpress000kun -e WORDPRESS_DB_PASSWORD=wkunpass wordpress`);
    const away = await awaitHttp(engine, 'http://localhost:20085/');
    expect(away.status).toBe(500);
    expect(away.body).toContain('Error establishing a database connection');
    await engine.sh(`docker run -d --name db --network blog -e MYSQL_ROOT_PASSWORD=pw \
      -e MYSQL_DATABASE=wordpress000db -e MYSQL_USER=wordpress000kun \
      -e MYSQL_PASSWORD=wkunpass mariadb`);
    await awaitLogin(engine, 'db', 'mariadb', ['-uwordpress000kun', '-pwkunpass']);
    const install = 'http://localhost:20085/wp-admin/install.php';
    const page = await awaitHttp(engine, install, ({ status }) => status === 200);
    expect(page.body).toContain('WordPress &rsaquo; Installation');
    await engine.docker('rm', '-f', 'page', 'db');
    await engine.docker('network', 'rm', 'blog');
  });
});

describe('redmine', () => {
  beforeAll(() => engine.load('redmine', 'mysql'));

  const start = `docker run -d --name page --network desk -p 20086:3000 -e REDMINE_DB_MYSQL=db \
    -e REDMINE_DB_DATABASE=redmine000db -e REDMINE_DB_USERNAME=redmine000kun \
    -e REDMINE_DB_PASSWORD=rkunpass redmine`;

  it('ends without its database, and answers once the database runs', async () => {
    await engine.docker('network', 'create', 'desk');
    await engine.sh('docker run -d --name db --network desk mysql sleep 1000');
    await engine.sh(start);
    expect(await awaitExit(engine, 'page')).toBe(1);
    expect((await engine.sh('docker logs page 2>&1')).stdout).toMatch(/Can't connect .*'db'/);
    await engine.docker('rm', '-fv', 'page', 'db');
    await engine.sh(`docker run -d --name db --network desk -e MYSQL_ROOT_PASSWORD=pw \
      -e MYSQL_DATABASE=redmine000db -e MYSQL_USER=redmine000kun -e MYSQL_PASSWORD=rkunpass mysql`);
    await awaitLogin(engine, 'db', 'mysql', ['-uredmine000kun', '-prkunpass']);
    await engine.sh(start);
    const page = await awaitHttp(engine, 'http://localhost:20086/', ({ status }) => status === 200);
    expect(page.body).toContain('<title>Redmine</title>');
    await engine.docker('rm', '-f', 'page', 'db');
    await engine.docker('network', 'rm', 'desk');
  });

  it('ends with an error when the name of its database is not given', async () => {
    const ran = await engine.sh('docker run --rm redmine');
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('REDMINE_DB_MYSQL') });
  });
});
