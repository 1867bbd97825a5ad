// @circle all @needs engine images ssh
// @minutes 4
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { each, HostileRoom, type Scenario } from '../../../testbed/hostile/hostile-room';
import { changed, dripping, half, silent, stalled } from '../../../testbed/hostile/lies';
import { manners } from '../../../testbed/hostile/stranger';

const room = new HostileRoom();

beforeAll(async () => {
  await room.start('silence');
  const { student } = room;
  await student.load('httpd', 'busybox');
  await student.docker('run', '-d', '--name', 'apa000ex2', '-p', '8080:80', 'httpd');
  await student.docker('run', '-d', '--name', 'apa000ex19', '-p', '8089:80', 'httpd');
  await student.docker('volume', 'create', 'apa000vol1');
});
afterAll(() => room.stop());

const page = (home: string) => writeFileSync(join(home, 'index.html'), '<p>my page</p>\n');
const hang = (glob: string): Readonly<Record<string, string>> => ({ [glob]: 'sleep 1000' });
const drip = (glob: string): Readonly<Record<string, string>> => ({
  [glob]: 'while printf a; do sleep 1; done 2>/dev/null',
});
const breakOff = (glob: string): Readonly<Record<string, string>> => ({
  [glob]: 'printf a; kill -9 $PPID',
});

/** The connection stays open, but nothing comes any more: the SSH server is stopped by a signal. */
const freeze = (glob: string, before = ':'): Readonly<Record<string, string>> => ({
  [glob]: `${before}; kill -STOP $PPID; sleep 1000`,
});

const programs: Readonly<Record<string, readonly [glob: string, lab: string]>> = {
  'the folder': ['pwd', 'ch04-port'],
  'the engine’s version': ['docker*version*', 'ch04-port'],
  'a container that is made': ['docker*create*', 'ch06-volume-mount'],
  'the files of a folder': ['*find*', 'ch06-copy-in'],
  'the content of a file': ['*base64*', 'ch06-copy-in'],
  'the cluster': ['kubectl*', 'ch08-pod'],
};

const answers: Readonly<Record<string, readonly [question: RegExp, lab: string]>> = {
  containers: [/^GET \/containers\/json/, 'ch04-port ch06-volume-mount'],
  'a container': [/^GET \/containers\/[^/]+\/json/, 'ch04-port ch06-volume-mount'],
  volumes: [/^GET \/volumes/, 'ch04-port ch06-volume-mount'],
  'the changes of a container': [/^GET \/containers\/[^/]+\/changes/, 'ch06-copy-in'],
  'a copy out of a container': [/^GET \/containers\/[^/]+\/archive/, 'ch06-copy-out'],
};

function scenarios(): Record<string, Scenario> {
  const all: Record<string, Scenario> = {};
  for (const [what, [glob, lab]] of Object.entries(programs)) {
    all[`silence for ${what}`] = { lab, furnish: page, exec: hang(glob) };
    all[`a letter a second for ${what}`] = { lab, furnish: page, exec: drip(glob) };
    all[`the connection broken off at ${what}`] = { lab, furnish: page, exec: breakOff(glob) };
  }
  for (const [what, [question, lab]] of Object.entries(answers)) {
    const furnish = page;
    all[`silence for ${what}`] = { lab, furnish, api: [silent(question)] };
    all[`half an answer and silence for ${what}`] = { lab, furnish, api: [stalled(question)] };
    all[`a letter a second for ${what}`] = { lab, furnish, api: [dripping(question)] };
    all[`half an answer for ${what}`] = { lab, furnish, api: [half(question)] };
  }
  all['silence for everything'] = { lab: 'ch04-port', exec: hang('*') };
  all['a login, and nothing more'] = { lab: 'ch04-port', exec: freeze('*') };
  all['a connection that stops at the first question'] = {
    lab: 'ch04-port',
    exec: freeze('pwd'),
  };
  all['a connection that stops in an answer'] = {
    lab: 'ch04-port',
    exec: freeze('docker*', 'printf a'),
  };
  const later = (container: { readonly State: object }) => ({
    ...container,
    State: { ...container.State, StartedAt: '9999-01-01T00:00:00Z', Status: 'restarting' },
  });
  all['a container that was started in the year 9999'] = {
    lab: 'ch04-port',
    api: [changed(/^GET \/containers\/[^/]+\/json/, later)],
  };
  return all;
}

describe('a check ends after', () => {
  each(
    Object.fromEntries(
      Object.entries(scenarios()).map(([title, scenario]) => [
        title,
        { ...scenario, mayPass: true },
      ]),
    ),
    (scenario) => room.check(scenario),
  );
});

describe('a check ends at a port where a server', () => {
  each(manners, async (manner) => {
    const { code } = await room.checkStranger(manner, 'ch04-port');
    expect(code).toBe(3);
  });
});
