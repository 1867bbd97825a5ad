import { EventEmitter } from 'node:events';

import { beVerbose, isVerbose, masked, trace, traceChild } from './debug';

const { DKKB_DEBUG } = process.env;
afterEach(() => {
  if (DKKB_DEBUG === undefined) delete process.env['DKKB_DEBUG'];
  else process.env['DKKB_DEBUG'] = DKKB_DEBUG;
});

/** What is written to standard error meanwhile. */
async function written(work: () => Promise<unknown>): Promise<string> {
  const texts: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    texts.push(String(text));
    return true;
  });
  await work().catch(() => undefined);
  write.mockRestore();
  return texts.join('');
}

it.each([
  [undefined, false],
  ['', false],
  ['0', false],
  ['1', true],
])('DKKB_DEBUG=%j is verbose: %j', (value, is) => {
  if (value === undefined) delete process.env['DKKB_DEBUG'];
  else process.env['DKKB_DEBUG'] = value;
  expect(isVerbose()).toBe(is);
});

it('prints nothing when it is not verbose', async () => {
  delete process.env['DKKB_DEBUG'];
  expect(await written(() => trace('program', ['docker'], () => Promise.resolve()))).toBe('');
});

it('prints what was done, how long it took and how it ended', async () => {
  beVerbose();
  const work = () =>
    trace(
      'program',
      ['docker', 'ps'],
      () => Promise.resolve(7),
      (code) => `exit ${code}`,
    );
  expect(await written(work)).toMatch(/^program +\d+ ms {2}exit 7 {2}docker ps\n$/);
});

it('prints a question that failed, and throws the same failure', async () => {
  beVerbose();
  const refused = () => trace('engine', ['GET /info'], () => Promise.reject(new Error('refused')));
  expect(await written(refused)).toMatch(/^engine +\d+ ms {2}failed: refused {2}GET \/info\n$/);
  delete process.env['DKKB_DEBUG'];
  await expect(refused()).rejects.toThrow('refused');
});

it.each([
  [[0, null], 'exit 0'],
  [[null, 'SIGTERM'], 'ended by SIGTERM'],
] as const)('prints a connection that ended with %j', async (end, told) => {
  beVerbose();
  const child = new EventEmitter();
  traceChild(['ssh', 'host'], child);
  const text = await written(() => Promise.resolve(child.emit('exit', ...end)));
  expect(text).toMatch(new RegExp(`^program +\\d+ ms {2}${told} {2}ssh host\n$`));
});

it('writes out the control characters in the arguments of a program', async () => {
  beVerbose();
  const told = await written(() =>
    trace('program', ['echo', '\u001b[2J'], () => Promise.resolve()),
  );
  expect(told).toContain('\\u001b[2J');
});

it.each([
  ['docker run -e MYSQL_ROOT_PASSWORD=secret mysql', 'docker run -e MYSQL_ROOT_PASSWORD=*** mysql'],
  ['docker run --env=API_TOKEN=secret x', 'docker run --env=API_TOKEN=*** x'],
  ['docker run -eDB_PASS=secret x', 'docker run -eDB_PASS=*** x'],
  ['docker exec -e MYSQL_PWD=secret db', 'docker exec -e MYSQL_PWD=*** db'],
  ['aws AWS_SECRET_ACCESS_KEY=secret', 'aws AWS_SECRET_ACCESS_KEY=***'],
  ['docker login --password=secret', 'docker login --password=***'],
  ['docker login --password secret', 'docker login --password ***'],
  ['mysql -uroot -psecret', 'mysql -uroot -p***'],
  ['docker pull https://me:secret@registry/x', 'docker pull https://me:***@registry/x'],
  ['docker run -p 8080:80 httpd', 'docker run -p 8080:80 httpd'],
  ['ssh -i /keys/id_ed25519 -o StrictHostKeyChecking=yes x', undefined],
])('prints `%s` without its secret', (line, shown = line) => {
  expect(masked(line.split(' ')).join(' ')).toBe(shown);
});

it.each([
  [`'docker' 'exec' '-e' 'MYSQL_PWD=my secret' 'db'`, `'docker' 'exec' '-e' 'MYSQL_PWD=***' 'db'`],
  [`DB_PASSWORD="my secret" start`, `DB_PASSWORD=***`],
  ['curl -H "Authorization: Bearer secret"', 'curl -H "Authorization: Bearer ***'],
])('prints the command line `%s` for another machine without its secret', (line, shown) => {
  const [word = ''] = masked([line]);
  expect(word).toContain(shown);
  expect(word).not.toContain('secret');
});
