import { makerOfData, unknownOption, unknownValue } from './server-words';

const service = {
  image: 'mysql',
  command: ['--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci'],
};
const server = '2026-11-30T01:02:03.000000Z 0 [ERROR] [MY-000067] [Server]';
const aborting = `${server} Aborting`;
const log = (...lines: readonly string[]) => [...lines, aborting].join('\n');

it.each([
  [
    "unknown variable 'colation-server=utf8mb4_unicode_ci'.",
    '--colation-server=utf8mb4_unicode_ci',
  ],
  [
    "unknown variable 'collation_sever=utf8mb4_unicode_ci'.",
    '--collation_sever=utf8mb4_unicode_ci',
  ],
  ["mysqld: unknown option '-c'.", '-collation-server=utf8mb4_unicode_ci'],
])('an option of a server is recognised by its words: %s', (words, typed) => {
  const command = ['docker-entrypoint.sh', 'mysqld', typed];
  expect(unknownOption(log(`${server} ${words}`), { command }, service)).toEqual({
    typed,
    wanted: '--collation-server=utf8mb4_unicode_ci',
    line: `${server} ${words}`,
  });
});

it('an option whose value stands apart is meant without a value', () => {
  const said = log(`${server} unknown option '--colation-server'.`);
  expect(unknownOption(said, { command: ['--colation-server', 'x'] }, service)).toMatchObject({
    typed: '--colation-server',
    wanted: '--collation-server',
  });
});

it('an option that is like none of the exercise has no right spelling', () => {
  const said = log(`${server} unknown variable 'query-cache-size=1M'.`);
  expect(unknownOption(said, { command: [] }, service)?.wanted).toBe('');
});

it.each([
  "[Warning] unknown variable 'loose-thing=1'",
  "[Note] unknown option 'x'",
  'GET /?q=unknown%20variable',
])('a line that ends no server names no option: %s', (line) => {
  expect(unknownOption(line, { command: [] }, service)).toBeUndefined();
});

it.each([
  ["[ERROR] Unknown collation: 'utf8mb4_unicod_ci'", 'utf8mb4_unicod_ci', 'utf8mb4_unicode_ci'],
  ["[ERROR] [MY-015642] [Server] Unknown character set: 'ut8mb4'.", 'ut8mb4', 'utf8mb4'],
  [
    "mariadbd: Character set 'utfmb4' is not a compiled character set and is not specified in the '/x' file",
    'utfmb4',
    'utf8mb4',
  ],
])('a value of a server is recognised by its words: %s', (line, typed, wanted) => {
  expect(unknownValue(log(line), service)).toEqual({ typed, wanted, line });
});

it.each([
  [
    '[ERROR] [MY-014060] [Server] Invalid MySQL server upgrade: Cannot upgrade from 50700 to 90100. Target version is too new.',
    'mysql:5.7',
  ],
  [
    '[ERROR] [MY-013171] [InnoDB] Cannot boot server version 80400 on data directory built by version 90100. Downgrade is not supported',
    'mysql:9.1',
  ],
  [
    '[ERROR] [MY-014061] [Server] Invalid MySQL server downgrade: Cannot downgrade from 90001 to 80400.',
    'mysql:9.0',
  ],
  [
    '[ERROR] InnoDB: Unsupported redo log format. The redo log was created with MySQL 8.0.36.',
    'mysql:8.0',
  ],
  ['[ERROR] InnoDB: MySQL-8.0 tablespace in ./ibdata1', 'mysql:8.0'],
  ['[ERROR] InnoDB: File ./ib_logfile0 was not found', 'mysql'],
  [
    '[ERROR] [MY-012224] [InnoDB] Tablespace flags are invalid in datafile: ./ibdata1, Space ID:0, Flags: 21.',
    'mariadb',
  ],
  [
    '[ERROR] [MY-012526] [InnoDB] Upgrade is not supported after a crash or shutdown with innodb_fast_shutdown = 2. This redo log was created with MariaDB 10.11.6.',
    'mariadb:10.11',
  ],
  ['[ERROR] InnoDB: Unsupported redo log format.', ''],
])('what made the data is told by: %s', (line, made) => {
  expect(makerOfData(log(line))).toEqual({ line, made });
});

it('an ordinary start tells of no other server', () => {
  expect(makerOfData('[System] [MY-010931] ready for connections. Version: 9.7.4')).toBeUndefined();
});
