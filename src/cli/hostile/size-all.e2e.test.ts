// @circle all @needs engine images ssh
// @minutes 4
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { each, HostileRoom, type Scenario } from '../../../testbed/hostile/hostile-room';
import { any, changed, endless, inLetters, instead } from '../../../testbed/hostile/lies';
import { need } from '../../../testbed/programs/process';

const room = new HostileRoom();

beforeAll(async () => {
  await room.start('size');
  const { student } = room;
  await student.load('httpd', 'busybox');
  await student.docker('run', '-d', '--name', 'apa000ex2', '-p', '8080:80', 'httpd');
  await student.docker('run', '-d', '--name', 'apa000ex19', '-p', '8089:80', 'httpd');
  for (const volume of ['apa000vol1', 'apa000vol2'])
    await student.docker('volume', 'create', volume);
  // An empty volume would be told before its backup is looked at.
  const fill = ['busybox', 'touch', '/moto/index.html'];
  await student.docker('run', '--rm', '-v', 'apa000vol1:/moto', ...fill);
});
afterAll(() => room.stop());

const hex = (at: number) => at.toString(16).padStart(64, '0');
const many = (count: number, one: (at: number) => unknown) =>
  JSON.stringify(Array.from({ length: count }, (_, at) => one(at)));
const containers = (count: number) =>
  instead(
    /^GET \/containers\/json/,
    many(count, (at) => ({ Id: hex(at), Names: [`/a${String(at)}`] })),
  );
const large = (value: never) => ({ ...(value as object), Padding: 'x'.repeat(3_500_000) });

const apiAnswers: Record<string, Scenario> = {
  'every answer without an end': { lab: 'ch04-port', waits: true, api: [endless(any)] },
  'containers without an end': { lab: 'ch04-port', api: [endless(/^GET \/containers\/json/)] },
  'a container without an end': {
    lab: 'ch04-port',
    api: [endless(/^GET \/containers\/[^/]+\/json/, '{"a":"', 'a'.repeat(65_536))],
  },
  'containers without an end, a letter at a time': {
    lab: 'ch04-port',
    api: [inLetters(/^GET \/containers\/json/)],
  },
  'a history without an end, a letter at a time': {
    lab: 'ch04-lifecycle',
    api: [inLetters(/^GET \/events/)],
  },
  'a history without an end': {
    lab: 'ch04-lifecycle',
    api: [endless(/^GET \/events/, '', '{"Type":"a"}\n'.repeat(5_000))],
  },
  'ten thousand containers': { lab: 'ch04-port', api: [containers(10_000)] },
  'a thousand containers of 3 MB each': {
    lab: 'ch04-port',
    api: [
      containers(1_000),
      instead(/^GET \/containers\/[^/]+\/json/, JSON.stringify({ a: 'x'.repeat(3_500_000) })),
    ],
  },
  'true answers with 3 MB more': {
    lab: 'ch04-port ch06-volume-mount',
    mayPass: true,
    api: [changed(any, large)],
  },
  'a name that takes its form ages to refuse': {
    lab: 'ch04-port',
    api: [
      changed(/^GET \/containers\/[^/]+\/json/, (value: never) => ({
        ...(value as object),
        Name: `/${'a'.repeat(250)}!`,
      })),
    ],
  },
};

const endlessly = (glob: string): Readonly<Record<string, string>> => ({
  [glob]: 'yes 2>/dev/null',
});
const archive = /^GET \/containers\/[^/]+\/archive/;

/** The first block of a file in a tar archive. */
function tarOf(name: string, size: number): string {
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`;
  const fields = [name.padEnd(100, '\0'), octal(0o644, 8), octal(0, 8), octal(0, 8)];
  const rest = [
    octal(size, 12),
    octal(0, 12),
    ' '.repeat(8),
    '0',
    '\0'.repeat(100),
    'ustar\0',
    '00',
  ];
  const block = [...fields, ...rest].join('').padEnd(512, '\0');
  const sum = Buffer.from(block).reduce((all, byte) => all + byte, 0);
  return `${block.slice(0, 148)}${octal(sum, 7)} ${block.slice(156)}`;
}

const programs: Record<string, Scenario> = {
  'a program without an end: pwd': { lab: 'ch04-port', exec: endlessly('pwd') },
  'a program without an end, a letter at a time': {
    lab: 'ch04-port',
    exec: { pwd: 'dd if=/dev/zero bs=1 2>/dev/null' },
  },
  'a program without an end: docker version': {
    lab: 'ch04-port',
    exec: endlessly('docker*version*'),
  },
  'the changes of a container without an end': {
    lab: 'ch06-copy-in',
    api: [endless(/^GET \/containers\/[^/]+\/changes/)],
  },
  'a program without an end: docker create': {
    lab: 'ch06-volume-mount',
    exec: endlessly('docker*create*'),
  },
  'a program without an end: the files of a folder': {
    lab: 'ch06-copy-in',
    exec: endlessly('*find*'),
  },
  'a program without an end: the content of a file': {
    lab: 'ch06-copy-in',
    exec: endlessly('*base64*'),
  },
  'errors without an end': { lab: 'ch04-port', exec: { '*': 'yes >&2' } },
  'errors without an end of what holds the connection': {
    lab: 'ch04-port',
    mayPass: true,
    exec: { cat: 'yes "$(printf %08000d 1)" >&2' },
  },
  'a folder of a hundred thousand files': {
    lab: 'ch06-copy-in ch06-copy-out',
    exec: { '*find*': `seq -f %.0f.html 100000 | tr '\\n' '\\0'` },
  },
  'an archive without an end': {
    lab: 'ch06-copy-out',
    api: [endless(archive, tarOf('a', 1e9))],
  },
  'an archive of files without an end': {
    lab: 'ch06-copy-out',
    api: [endless(archive, '', tarOf('a', 0).repeat(2_000))],
  },
};

const files: Record<string, Scenario> = {
  'a file of 45 MB': {
    lab: 'ch06-copy-in ch06-copy-out',
    furnish: (home) => {
      sparse(join(home, 'index.html'), 45e6);
    },
  },
  'a file of 5 GB': {
    lab: 'ch06-copy-in ch06-copy-out',
    furnish: (home) => {
      sparse(join(home, 'index.html'), 5e9);
    },
  },
  'a backup of 5 GB': {
    lab: 'ch06-volume-backup',
    furnish: (home) => {
      sparse(join(home, 'backup_apa.tar.gz'), 5e9);
    },
  },
  'a pipe': {
    says: /is no regular file/,
    lab: 'ch06-copy-in ch06-copy-out',
    furnish: (home) => need('mkfifo', [join(home, 'index.html')]),
  },
  'a pipe for a backup': {
    says: /is no regular file/,
    lab: 'ch06-volume-backup',
    furnish: (home) => need('mkfifo', [join(home, 'backup_apa.tar.gz')]),
  },
  'a device': {
    says: /is no regular file/,
    lab: 'ch06-copy-in ch06-copy-out ch06-volume-backup',
    furnish: (home) => {
      symlinkSync('/dev/zero', join(home, 'index.html'));
      symlinkSync('/dev/zero', join(home, 'backup_apa.tar.gz'));
    },
  },
  'a pipe for a Compose file': {
    says: /is no regular file/,
    lab: 'ch07-compose-file',
    furnish: async (home) => {
      mkdirSync(join(home, 'com_folder'));
      await need('mkfifo', [join(home, 'com_folder', 'docker-compose.yml')]);
    },
  },
  'a Compose file that grows when it is read': {
    lab: 'ch07-compose-file ch07-compose-up',
    waits: true,
    furnish: (home) => {
      mkdirSync(join(home, 'com_folder'));
      writeFileSync(join(home, 'com_folder', 'docker-compose.yml'), growing);
    },
  },
  'a backup that grows when it is unpacked': {
    lab: 'ch06-volume-backup',
    furnish: (home) =>
      need('sh', [
        '-c',
        'cd "$1"; head -c 200M /dev/zero >a; tar -czf backup_apa.tar.gz a; rm a',
        '-',
        home,
      ]),
  },
};

const growing = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...Array.from('bcdefghi', (name) => {
    const last = String.fromCharCode(name.charCodeAt(0) - 1);
    return `${name}: &${name} [${Array(9).fill(`*${last}`).join(', ')}]`;
  }),
  'services: *i',
  '',
].join('\n');

function sparse(path: string, bytes: number): void {
  writeFileSync(path, '');
  truncateSync(path, bytes);
}

describe('uses little memory on the teacher’s machine', () => {
  each({ ...apiAnswers, ...programs, ...files }, (scenario) => room.inTurn(scenario));
});
